package vn.tungnha.households;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.households.MergeCommand.Field;
import vn.tungnha.households.MergeJournal.Kind;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.RuleBroken;

/** Makes two entries of one household one, and two again: its people and visits go over, and keep the name they came by. */
@Component
@RequiredArgsConstructor
class HouseholdMerging {

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final HouseholdRepository households;
    private final ResidentWrites people;
    private final MergeJournal journal;
    private final HouseholdTrail trail;
    private final Spans spans;
    private final LiveFigures figures;
    private final List<FollowsMerges> followers;

    UUID merge(MergeCommand command, CurrentUser user) {
        UUID gone = command.gone();
        UUID kept = command.kept();
        Household goneNow = households.findById(gone).orElseThrow();
        Household keptNow = households.findById(kept).orElseThrow();
        goneNow.requireActive();
        keptNow.requireActive();
        if (goneNow.getKind() != keptNow.getKind()) {
            throw new RuleBroken("doubles.error.kinds");
        }
        Map<String, @Nullable Object> goneBefore = trail.facts(goneNow);
        Map<String, @Nullable Object> keptBefore = trail.facts(keptNow);
        UUID id = figures.during(touching(gone, kept), () -> {
            journal.requireUnchanged(Kind.HOUSEHOLD, gone, command.goneVersion());
            journal.requireUnchanged(Kind.HOUSEHOLD, kept, command.keptVersion());
            UUID merge =
                    journal.open(Kind.HOUSEHOLD, gone, kept, secondHeads(gone, kept), user.accountId(), command.why());
            take(command);
            both(HouseholdMergingSql.PEOPLE_GO, gone, kept);
            both(HouseholdMergingSql.PEOPLE_ARE_THERE, gone, kept);
            jdbc.sql(HouseholdMergingSql.ONE_HEAD).param("merge", merge).update();
            followers.forEach(each -> each.householdsMerged(gone, kept));
            jdbc.sql("delete from household_placement where household_id = ?")
                    .param(gone)
                    .update();
            jdbc.sql(
                            "update household set status = 'MERGED', merged_into = :kept, version = version + 1 where id = :gone")
                    .param("kept", kept)
                    .param("gone", gone)
                    .update();
            journal.closed(Kind.HOUSEHOLD, merge);
            return merge;
        });
        tell("household.merged", gone, goneBefore, kept, keptBefore, command.why());
        return id;
    }

    void part(MergeJournal.Merge merge, CurrentUser user) {
        UUID gone = merge.gone();
        UUID kept = merge.kept();
        Map<String, @Nullable Object> goneBefore =
                trail.facts(households.findById(gone).orElseThrow());
        Map<String, @Nullable Object> keptBefore =
                trail.facts(households.findById(kept).orElseThrow());
        figures.during(touching(gone, kept), () -> {
            journal.undone(merge.id(), user.accountId());
            jdbc.sql(HouseholdMergingSql.RESTORE_PLACEMENTS)
                    .param("merge", merge.id())
                    .update();
            jdbc.sql(HouseholdMergingSql.RESTORE_GONE)
                    .param("merge", merge.id())
                    .update();
            spans.goOnAfterMergers(gone);
            jdbc.sql(HouseholdMergingSql.RESTORE_KEPT)
                    .param("merge", merge.id())
                    .update();
            both(HouseholdMergingSql.PEOPLE_RETURN, gone, kept);
            both(HouseholdMergingSql.PEOPLE_ARE_BACK, gone, kept);
            jdbc.sql(HouseholdMergingSql.HEADS_AGAIN).param("merge", merge.id()).update();
            followers.forEach(each -> each.householdsParted(gone, kept));
            return merge;
        });
        entities.clear();
        Household back = households.findById(gone).orElseThrow();
        back.isNowAt(people.villageToday(gone));
        households.saveAndFlush(back);
        tell("household.parted", gone, goneBefore, kept, keptBefore, null);
    }

    long people(UUID gone) {
        return people.everHere(gone).size();
    }

    private void take(MergeCommand command) {
        Set<Field> from = command.fromGone();
        jdbc.sql(HouseholdMergingSql.TAKE)
                .param("gone", command.gone())
                .param("kept", command.kept())
                .param("address", from.contains(Field.ADDRESS))
                .param("label", from.contains(Field.LABEL))
                .param("children", from.contains(Field.CHILDREN))
                .update();
    }

    /** Householders of the one that goes, where the other has its own. */
    private UUID[] secondHeads(UUID gone, UUID kept) {
        return jdbc.sql("""
                        select r.id from resident r where r.household_id = :gone and r.householder and r.status = 'PRESENT'
                        and exists (select from resident k where k.household_id = :kept and k.householder and k.status = 'PRESENT')
                        """)
                .param("gone", gone)
                .param("kept", kept)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    private void both(String sql, UUID gone, UUID kept) {
        jdbc.sql(sql).param("gone", gone).param("kept", kept).update();
    }

    private void tell(
            String action,
            UUID gone,
            Map<String, @Nullable Object> goneBefore,
            UUID kept,
            Map<String, @Nullable Object> keptBefore,
            @Nullable String why) {
        entities.clear();
        trail.merged(action, households.findById(gone).orElseThrow(), goneBefore, kept, why);
        trail.merged(action, households.findById(kept).orElseThrow(), keptBefore, gone, why);
    }

    private LiveFigures.Touched touching(UUID gone, UUID kept) {
        Set<UUID> residents = new HashSet<>(people.everHere(gone));
        residents.addAll(people.everHere(kept));
        return new LiveFigures.Touched(Set.of(gone, kept), residents, Set.of());
    }
}
