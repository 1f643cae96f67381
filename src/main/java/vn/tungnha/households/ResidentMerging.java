package vn.tungnha.households;

import static vn.tungnha.households.MergeCommand.Field.BIRTH_YEAR;
import static vn.tungnha.households.MergeCommand.Field.CITIZEN;
import static vn.tungnha.households.MergeCommand.Field.NAME;
import static vn.tungnha.households.MergeCommand.Field.PHONE;
import static vn.tungnha.households.MergeCommand.Field.SEX;
import static vn.tungnha.households.MergeCommand.Field.SMARTPHONE;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.households.MergeJournal.Kind;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures;

/**
 * Makes two entries of one person one, and two again. Rows are moved, never rewritten: each keeps the name under which it
 * was entered (decision 0097).
 */
@Component
@RequiredArgsConstructor
class ResidentMerging {

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final ResidentRepository residents;
    private final MergeJournal journal;
    private final PersonalSecrets secrets;
    private final HouseholdTrail trail;
    private final LiveFigures figures;
    private final List<FollowsMerges> followers;
    private final Clock clock;

    UUID merge(MergeCommand command, CurrentUser user) {
        UUID gone = command.gone();
        UUID kept = command.kept();
        Map<String, @Nullable Object> goneBefore = facts(gone);
        Map<String, @Nullable Object> keptBefore = facts(kept);
        UUID id = figures.during(touching(gone, kept), () -> {
            journal.requireUnchanged(Kind.RESIDENT, gone, command.goneVersion());
            journal.requireUnchanged(Kind.RESIDENT, kept, command.keptVersion());
            UUID merge = journal.open(Kind.RESIDENT, gone, kept, new UUID[0], user.accountId(), command.why());
            take(command);
            fillStays(gone, kept);
            followers.forEach(each -> each.residentsMerged(gone, kept));
            jdbc.sql("""
                            update resident set status = 'MERGED', merged_into = :kept, householder = false, version = version + 1
                            where id = :gone""").param("kept", kept).param("gone", gone).update();
            liveNow(kept);
            journal.closed(Kind.RESIDENT, merge);
            return merge;
        });
        tell("resident.merged", gone, goneBefore, kept, keptBefore, command.why());
        return id;
    }

    void part(MergeJournal.Merge merge, CurrentUser user) {
        UUID gone = merge.gone();
        UUID kept = merge.kept();
        Map<String, @Nullable Object> goneBefore = facts(gone);
        Map<String, @Nullable Object> keptBefore = facts(kept);
        figures.during(touching(gone, kept, merge.id()), () -> {
            journal.undone(merge.id(), user.accountId());
            jdbc.sql("delete from residence where resident_id = :kept and given_by = :gone")
                    .param("kept", kept)
                    .param("gone", gone)
                    .update();
            jdbc.sql(ResidentMergingSql.RESTORE_STAYS)
                    .param("merge", merge.id())
                    .update();
            jdbc.sql(ResidentMergingSql.RESTORE_GONE).param("merge", merge.id()).update();
            jdbc.sql(ResidentMergingSql.RESTORE_KEPT).param("merge", merge.id()).update();
            liveNow(gone);
            liveNow(kept);
            followers.forEach(each -> each.residentsParted(gone, kept));
            return merge;
        });
        tell("resident.parted", gone, goneBefore, kept, keptBefore, null);
    }

    long stays(UUID gone) {
        return jdbc.sql("select count(*) from residence where resident_id = ?")
                .param(gone)
                .query(Long.class)
                .single();
    }

    private void take(MergeCommand command) {
        Set<MergeCommand.Field> from = command.fromGone();
        jdbc.sql(ResidentMergingSql.TAKE)
                .param("gone", command.gone())
                .param("kept", command.kept())
                .param("name", from.contains(NAME))
                .param("year", from.contains(BIRTH_YEAR))
                .param("sex", from.contains(SEX))
                .param("smartphone", from.contains(SMARTPHONE))
                .param("citizen", from.contains(CITIZEN))
                .update();
        if (from.contains(PHONE)) {
            byte[] cipher = jdbc.sql("select phone_cipher from resident where id = ?")
                    .param(command.gone())
                    .query((row, n) -> java.util.Optional.ofNullable(row.getBytes(1)))
                    .single()
                    .orElse(null);
            SealedPhone phone = cipher == null
                    ? null
                    : secrets.sealPhone(command.kept(), secrets.openPhone(command.gone(), cipher));
            jdbc.sql(
                            "update resident set phone_cipher = :cipher, phone_last3 = :last, phone_hash = :hash where id = :kept")
                    .param("cipher", phone == null ? null : phone.cipher(), java.sql.Types.BINARY)
                    .param("last", phone == null ? null : phone.last3(), java.sql.Types.VARCHAR)
                    .param("hash", phone == null ? null : phone.hash(), java.sql.Types.BINARY)
                    .param("kept", command.kept())
                    .update();
        }
    }

    private void fillStays(UUID gone, UUID kept) {
        jdbc.sql(ResidentMergingSql.FILL_STAYS)
                .param("gone", gone)
                .param("kept", kept)
                .update();
        jdbc.sql("delete from residence where resident_id = :gone")
                .param("gone", gone)
                .update();
    }

    /** Where somebody lives today, else lived last, by the stays there are. */
    private void liveNow(UUID resident) {
        jdbc.sql(ResidentMergingSql.LIVE_NOW)
                .param("id", resident)
                .param("today", Days.today(clock))
                .update();
    }

    private Map<String, @Nullable Object> facts(UUID id) {
        return trail.facts(residents.findById(id).orElseThrow());
    }

    private void tell(
            String action,
            UUID gone,
            Map<String, @Nullable Object> goneBefore,
            UUID kept,
            Map<String, @Nullable Object> keptBefore,
            @Nullable String why) {
        entities.clear();
        trail.merged(action, residents.findById(gone).orElseThrow(), goneBefore, kept, why);
        trail.merged(action, residents.findById(kept).orElseThrow(), keptBefore, gone, why);
    }

    /** The households of all stays are locked too: were one to move meanwhile, the newcomer would be counted at the old place. */
    private LiveFigures.Touched touching(UUID gone, UUID kept) {
        Set<UUID> households = jdbc.sql(
                        "select distinct household_id from residence where resident_id in (:gone, :kept)")
                .param("gone", gone)
                .param("kept", kept)
                .query(UUID.class)
                .set();
        return new LiveFigures.Touched(households, Set.of(gone, kept), Set.of());
    }

    private LiveFigures.Touched touching(UUID gone, UUID kept, UUID merge) {
        LiveFigures.Touched now = touching(gone, kept);
        now.households()
                .addAll(jdbc.sql("""
                        select household_kept(coalesce(s.told_household, s.household_id))
                        from register_merge m, jsonb_populate_recordset(null::residence, m.gone_spans) s where m.id = :merge""").param("merge", merge).query(UUID.class).set());
        return now;
    }
}
