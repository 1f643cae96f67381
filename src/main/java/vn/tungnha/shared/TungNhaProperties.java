package vn.tungnha.shared;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings of our own, under {@code tungnha}. */
@ConfigurationProperties("tungnha")
public record TungNhaProperties(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue Database database,
        @DefaultValue Phone phone,
        @DefaultValue Api api,
        @DefaultValue Webhooks webhooks) {

    /**
     * The embedded PostgreSQL.
     *
     * @param port 0 = any free port, a new one at each start
     * @param settings more settings of the server, such as {@code shared_buffers}; those that guard the data against
     *     a crash cannot be switched off here
     */
    public record Database(
            @DefaultValue("0") int port, @DefaultValue Map<String, String> settings) {}

    /**
     * How often a token may call the API; each may save up the calls of one minute.
     *
     * @param callsPerMinute of any token
     * @param feedCallsPerMinute of a key for nothing but the feed
     */
    public record Api(
            @DefaultValue("12000") int callsPerMinute,
            @DefaultValue("60") int feedCallsPerMinute) {}

    /**
     * Where closed periods are told of.
     *
     * @param privateAddresses whether receivers may stand in private networks, and on this machine over plain HTTP
     * @param timeout how long a receiver may take to answer
     */
    public record Webhooks(
            @DefaultValue("false") boolean privateAddresses,
            @DefaultValue("10s") Duration timeout) {}

    /** @param idleDays days without use after which a phone wipes what it holds */
    public record Phone(@DefaultValue("14") int idleDays) {}
}
