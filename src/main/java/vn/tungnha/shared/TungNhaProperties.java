package vn.tungnha.shared;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings of our own, under {@code tungnha}. */
@ConfigurationProperties("tungnha")
public record TungNhaProperties(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue Database database,
        @DefaultValue Phone phone) {

    /**
     * The embedded PostgreSQL.
     *
     * @param port 0 = any free port, a new one at each start
     * @param settings more settings of the server, such as {@code shared_buffers}; those that guard the data against
     *     a crash cannot be switched off here
     */
    public record Database(
            @DefaultValue("0") int port, @DefaultValue Map<String, String> settings) {}

    /** @param idleDays days without use after which a phone wipes what it holds */
    public record Phone(@DefaultValue("14") int idleDays) {}
}
