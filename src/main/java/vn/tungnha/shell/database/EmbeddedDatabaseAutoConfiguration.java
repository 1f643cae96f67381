package vn.tungnha.shell.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import vn.tungnha.shared.TungNhaProperties;

/**
 * Starts the embedded PostgreSQL unless {@code spring.datasource.url} names another.
 *
 * <p>The pool takes this bean as its address, so the context closes the pool before the server stops.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(TungNhaProperties.class)
class EmbeddedDatabaseAutoConfiguration {

    private static final String URL = "spring.datasource.url";
    private static final String EMBEDDED = "embedded";

    /** The value "embedded" stands for nothing else than "not set". */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    @ConditionalOnProperty(name = URL, havingValue = EMBEDDED, matchIfMissing = true)
    EmbeddedPostgres embeddedPostgres(TungNhaProperties properties, ObjectProvider<EarlyDatabase.Starting> early) {
        var starting = early.getIfAvailable();
        return starting == null ? EmbeddedPostgres.start(properties.dataDir(), properties.database()) : starting.take();
    }

    static boolean isWanted(Environment environment) {
        return EMBEDDED.equals(environment.getProperty(URL, EMBEDDED));
    }
}
