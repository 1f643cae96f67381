package vn.tungnha.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTests {

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_vi.properties");

        assertThat(files).isNotEmpty();
        for (Resource file : files) {
            String name = String.valueOf(file.getFilename());
            Properties vietnamese = read(file);
            Properties english = read(file.createRelative(name.replace("_vi.", "_en.")));

            assertThat(english.keySet()).as(name).isEqualTo(vietnamese.keySet());
            // Spring looks for the messages of wrong input under names of its own
            String module = name.replace("_vi.properties", "") + ".";
            assertThat(vietnamese.stringPropertyNames())
                    .as(name)
                    .allMatch(key -> key.startsWith(module) || key.startsWith("typeMismatch."));
        }
    }

    private static Properties read(Resource file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
