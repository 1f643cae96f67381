package vn.tungnha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.shared.Command;

@SharedApplication
class StartTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @Autowired(required = false)
    private Map<String, Command> commands = Map.of();

    @Test
    void findsEveryCommandUnderTheNameOfItsBean() {
        assertThat(commands)
                .allSatisfy((bean, command) -> assertThat(command.name()).isEqualTo(bean));
    }

    @Test
    void knowsNothingOfTheDemonstrationUnlessAsked() {
        assertThat(context.getBeanDefinitionNames())
                .extracting(name -> String.valueOf(context.getType(name)))
                .noneMatch(type -> type.contains("vn.tungnha.demo"));
    }

    @Test
    void startsOnARealPostgreSql() {
        var version = jdbc.sql("show server_version_num").query(Integer.class).single();

        assertThat(version).isGreaterThanOrEqualTo(150_000);
    }
}
