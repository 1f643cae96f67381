package vn.tungnha;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import vn.tungnha.shell.database.TestServer;

/**
 * The real PostgreSQL of every test that needs one: a container where a Docker engine answers, else one embedded server
 * for the JVM with a fresh database for each Spring context.
 */
@TestConfiguration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    @Bean
    @ServiceConnection
    @Conditional(DockerAnswers.class)
    PostgreSQLContainer container() {
        return new PostgreSQLContainer("postgres:18");
    }

    @Bean
    @Conditional(DockerIsAbsent.class)
    JdbcConnectionDetails freshDatabase() {
        return TestServer.freshDatabase();
    }

    static class DockerAnswers implements Condition {

        private static final boolean ANSWERS =
                TestServer.mayHaveDocker() && DockerClientFactory.instance().isDockerAvailable();

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return ANSWERS;
        }
    }

    static class DockerIsAbsent implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !DockerAnswers.ANSWERS;
        }
    }
}
