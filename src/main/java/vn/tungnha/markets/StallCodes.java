package vn.tungnha.markets;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;

/** Traders' own codes for being paid: kept byte for byte, printed as they are, who changed them and when in the trail. */
@Service
@RequiredArgsConstructor
@Transactional
public class StallCodes {

    private final Stalls stalls;
    private final TraderSecrets secrets;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What is known of a stall's code without opening it. @param by name of whoever put it in */
    public record About(
            UUID id,
            @Nullable String payee,
            @Nullable String bank,
            @Nullable String accountEnd,
            boolean sound,
            @Nullable String by,
            Instant addedAt) {}

    @Transactional(readOnly = true)
    public Optional<About> about(UUID stall) {
        return jdbc.sql("""
                        select c.id, c.payee, c.bank, c.account_end, c.sound, a.display_name as by, c.added_at
                        from stall_code c left join account a on a.id = c.added_by
                        where c.stall_id = ? and c.removed_at is null""")
                .param(stall)
                .query((row, n) -> new About(
                        row.getObject("id", UUID.class),
                        row.getString("payee"),
                        row.getString("bank"),
                        row.getString("account_end"),
                        row.getBoolean("sound"),
                        row.getString("by"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The bytes of the code on a picture, which is kept nowhere. @throws vn.tungnha.shared.RuleBroken where there is none */
    public byte[] onPicture(byte[] picture) {
        return QrPicture.read(picture);
    }

    /** The bytes as they came in; that they were read is told to the trail. */
    public byte[] payload(UUID stall, CurrentUser user) {
        StallView view = stalls.get(stall, user);
        About about = about(stall).orElseThrow(() -> new NotFound("code", stall));
        byte[] cipher = jdbc.sql("select cipher from stall_code where id = ?")
                .param(about.id())
                .query((row, n) -> row.getBytes(1))
                .single();
        stalls.tell("stall.code-printed", view, null, Map.of("code", about.id()));
        return secrets.open(about.id(), cipher);
    }

    /** The one before is taken off. @throws vn.tungnha.shared.RuleBroken for what is no code for being paid */
    public void put(UUID stall, byte[] payload, CurrentUser user) {
        StallView view = stalls.get(stall, user);
        PaymentCode code = PaymentCode.read(payload);
        Map<String, Object> before = takeOff(stall, user);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into stall_code (id, stall_id, cipher, payee, bank, account_end, sound, added_by, added_at)
                        values (:id, :stall, :cipher, :payee, :bank, :end, :sound, :account, :now)""")
                .param("id", id)
                .param("stall", stall)
                .param("cipher", secrets.seal(id, payload))
                .param("payee", code.payee(), Types.VARCHAR)
                .param("bank", code.bank(), Types.VARCHAR)
                .param("end", code.accountEnd(), Types.VARCHAR)
                .param("sound", code.sound())
                .param("account", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        stalls.tell("stall.code-added", view, before, Map.of("code", id, "sound", code.sound()));
    }

    public void remove(UUID stall, CurrentUser user) {
        StallView view = stalls.get(stall, user);
        Map<String, Object> before = takeOff(stall, user);
        if (before != null) {
            stalls.tell("stall.code-removed", view, before, null);
        }
    }

    /** Puts back what was taken off last, unless there is another by now. */
    public void restore(UUID stall, CurrentUser user) {
        StallView view = stalls.get(stall, user);
        int restored = jdbc.sql("""
                        update stall_code set removed_at = null, removed_by = null
                        where id = (select id from stall_code where stall_id = :stall and removed_at is not null
                                    order by removed_at desc limit 1)
                          and not exists (select from stall_code o where o.stall_id = :stall and o.removed_at is null)""").param("stall", stall).update();
        if (restored > 0) {
            stalls.tell(
                    "stall.code-added",
                    view,
                    null,
                    Map.of("code", about(stall).orElseThrow().id()));
        }
    }

    private @Nullable Map<String, Object> takeOff(UUID stall, CurrentUser user) {
        jdbc.sql("select 1 from stall where id = ? for update")
                .param(stall)
                .query()
                .listOfRows();
        Optional<About> there = about(stall);
        there.ifPresent(
                code -> jdbc.sql("update stall_code set removed_at = :now, removed_by = :account where id = :id")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("account", user.accountId())
                        .param("id", code.id())
                        .update());
        return there.<Map<String, Object>>map(code -> Map.of("code", code.id())).orElse(null);
    }
}
