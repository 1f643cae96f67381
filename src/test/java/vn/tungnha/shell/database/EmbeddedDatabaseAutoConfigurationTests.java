package vn.tungnha.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("slow")
class EmbeddedDatabaseAutoConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class));

    @TempDir
    private Path folder;

    @Test
    void leavesTheDatabaseToWhoeverNamesOne() {
        runner.withPropertyValues(
                        "tungnha.data-dir=" + folder, "spring.datasource.url=jdbc:postgresql://localhost:1/own")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class);
                    assertThat(folder).isEmptyDirectory();
                });
    }

    @Test
    void startsOneOtherwiseAndStopsItWithTheContext() {
        runner.withPropertyValues("tungnha.data-dir=" + folder).run(context -> {
            var user = new JdbcTemplate(context.getBean(DataSource.class))
                    .queryForObject("select current_user", String.class);
            assertThat(user).isEqualTo("tungnha");
            assertThat(folder.resolve("postgres/cluster/postmaster.pid")).exists();
        });

        assertThat(folder.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }
}
