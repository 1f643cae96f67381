package vn.tungnha.contests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Seals;

/**
 * Who plays in a contest. One browser enters once, and so does one account, one phone number and one team: the database
 * says so, whoever comes at the same moment. The same account on a second phone goes on with the entry it has.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class Entries {

    private final ContestLocks locks;
    private final EntryRules rules;
    private final Seals seals;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The entry of whoever asks: by account first, as that goes from phone to phone, then by browser. */
    @Transactional(readOnly = true)
    public Optional<EntryView> of(UUID contest, String device, @Nullable CurrentUser user) {
        return jdbc.sql("""
                        select * from contest_entry
                        where contest_id = :contest and (account_id = :account or device = :device)
                        order by account_id = :account desc nulls last limit 1""")
                .param("contest", contest)
                .param("account", user == null ? null : user.accountId(), Types.OTHER)
                .param("device", device(contest, device))
                .query(Entries::view)
                .optional();
    }

    /** All of them, those removed too, by name. */
    @Transactional(readOnly = true)
    public List<EntryView> all(UUID contest) {
        return jdbc.sql("select * from contest_entry where contest_id = ? order by nickname_key")
                .param(contest)
                .query(Entries::view)
                .list();
    }

    /** Sending the form again, or once more from the same browser or account, enters once. */
    public void enter(ContestView contest, EntryCommand told, String device, @Nullable CurrentUser user) {
        if (of(contest.id(), device, user).isPresent()) {
            return;
        }
        if (!contest.open()) {
            throw new RuleBroken("contests.error.not-open");
        }
        EntryRules.Checked entry = rules.check(contest, told, user);
        int added = jdbc.sql("""
                        insert into contest_entry (id, contest_id, nickname, nickname_key, full_name, account_id, team_id,
                                                   device, phone, entered_at)
                        values (:id, :contest, :nickname, :key, :fullName, :account, :team, :device, :phone, :now)
                        on conflict do nothing""")
                .param("id", UUID.randomUUID())
                .param("contest", contest.id())
                .param("nickname", entry.nickname())
                .param("key", entry.key())
                .param("fullName", entry.fullName(), Types.VARCHAR)
                .param("account", user == null ? null : user.accountId(), Types.OTHER)
                .param("team", entry.team(), Types.BIGINT)
                .param("device", device(contest.id(), device))
                .param(
                        "phone",
                        entry.phone() == null ? null : seals.sum("contest-phone", contest.id() + "\n" + entry.phone()),
                        Types.BINARY)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0 && of(contest.id(), device, user).isEmpty()) {
            throw rules.taken(contest, entry);
        }
    }

    /** It plays and counts no more, until it is restored. */
    public void remove(UUID contest, UUID entry, String reason, CurrentUser user) {
        ContestView held = locks.locked(contest, user);
        if (reason.isBlank()) {
            throw RuleBroken.at("reason", "contests.error.missing");
        }
        if (reason.length() > 200) {
            throw RuleBroken.at("reason", "contests.error.too-long", 200);
        }
        mark(contest, entry, now(), reason.strip());
        events.publishEvent(new Audited(
                "contest.entry-removed", "contest", contest.toString(), held.unitId(), entry, null, reason.strip()));
    }

    public void restore(UUID contest, UUID entry, CurrentUser user) {
        ContestView held = locks.locked(contest, user);
        mark(contest, entry, null, null);
        events.publishEvent(
                new Audited("contest.entry-restored", "contest", contest.toString(), held.unitId(), null, entry, null));
    }

    private void mark(UUID contest, UUID entry, @Nullable Instant at, @Nullable String reason) {
        int changed = jdbc.sql("""
                        update contest_entry set removed_at = :at, removal_reason = :reason
                        where contest_id = :contest and id = :entry""")
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", reason, Types.VARCHAR)
                .param("contest", contest)
                .param("entry", entry)
                .update();
        if (changed == 0) {
            throw new NotFound("entry", entry);
        }
    }

    private byte[] device(UUID contest, String device) {
        return seals.sum("contest-device", contest + "\n" + device);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static EntryView view(ResultSet row, int n) throws SQLException {
        return new EntryView(
                row.getObject("id", UUID.class),
                row.getString("nickname"),
                row.getString("full_name"),
                row.getTimestamp("entered_at").toInstant(),
                row.getString("removal_reason"));
    }
}
