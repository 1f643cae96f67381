package vn.tungnha;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import(DatabaseConfiguration.class)
class StartTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void startsOnARealPostgreSql() {
        var version = jdbc.sql("show server_version_num").query(Integer.class).single();

        assertThat(version).isGreaterThanOrEqualTo(150_000);
    }
}
