package vn.tungnha.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Hmac;
import vn.tungnha.shared.SecretKeyFile;

/** How a day is sealed: what is hashed, in which order, and with what the hash is signed. */
@Component
@RequiredArgsConstructor
class SealChain {

    /** Before the first day. */
    static final byte[] BEGINNING = new byte[32];

    private static final byte[] PURPOSE = "audit-seal".getBytes(StandardCharsets.US_ASCII);

    /**
     * Days are those of Asia/Ho_Chi_Minh; an array of JSON says where one value ends and the next begins. Entries older than
     * the origin have none, and are hashed as they were when they were sealed.
     */
    private static final String ENTRIES = """
            select sha256(convert_to((jsonb_build_array(id, happened_at at time zone 'UTC', account_id, actor, action,
                       subject, subject_id, unit_id, before, after, reason)
                   || case when origin is null then '[]' else jsonb_build_array(origin) end)::text, 'UTF8'))
              from audit_entry where happened_at >= :from and happened_at < :to order by id
            """;

    private final JdbcClient jdbc;
    private final SecretKeyFile secret;

    /** One day as it stands in the table now. */
    record Sealed(long entries, byte[] hash) {}

    Sealed seal(LocalDate day, byte[] before) {
        List<byte[]> entries = jdbc.sql(ENTRIES)
                .param("from", start(day))
                .param("to", start(day.plusDays(1)))
                .query((row, n) -> row.getBytes(1))
                .list();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(day.toEpochDay())
                    .putLong(entries.size())
                    .array());
            entries.forEach(digest::update);
            return new Sealed(entries.size(), digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    byte[] sign(byte[] hash) {
        return Hmac.sum(secret.bytes(), PURPOSE, hash);
    }

    static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Days.ZONE).toOffsetDateTime();
    }
}
