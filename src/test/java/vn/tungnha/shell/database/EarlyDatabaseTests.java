package vn.tungnha.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.TungNhaProperties;

@Tag("slow")
class EarlyDatabaseTests {

    @TempDir
    private Path folder;

    @Test
    void givesTheApplicationTheServerThatIsOnItsWay() {
        try (var context = application(Sound.class).run("--tungnha.data-dir=" + folder)) {
            var server = context.getBean(EmbeddedPostgres.class);

            assertThat(context.getBean(EarlyDatabase.Starting.class).take()).isSameAs(server);
        }
        assertThatTheFolderIsFree();
    }

    @Test
    void stopsTheServerWhenTheApplicationFailsBeforeItTakesIt() {
        assertThatThrownBy(() -> application(Broken.class).run("--tungnha.data-dir=" + folder))
                .hasStackTraceContaining("broken on purpose");

        assertThatTheFolderIsFree();
    }

    @Test
    void leavesADatabaseOfOnesOwnAlone() {
        try (var context = application(Plain.class)
                .run("--tungnha.data-dir=" + folder, "--spring.datasource.url=jdbc:postgresql://elsewhere/x")) {
            assertThat(context.getBeanProvider(EarlyDatabase.Starting.class).getIfAvailable())
                    .isNull();
        }
    }

    private void assertThatTheFolderIsFree() {
        EmbeddedPostgres.start(folder, new TungNhaProperties.Database(0, Map.of()), false)
                .close();
    }

    private static SpringApplication application(Class<?> configuration) {
        var application = new SpringApplication(configuration);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(new EarlyDatabase());
        return application;
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(EmbeddedDatabaseAutoConfiguration.class)
    static class Sound {}

    @Configuration(proxyBeanMethods = false)
    static class Plain {}

    @Configuration(proxyBeanMethods = false)
    static class Broken {

        @Bean
        Object broken() {
            throw new IllegalStateException("broken on purpose");
        }
    }
}
