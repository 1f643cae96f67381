package vn.tungnha.activities;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.households.FollowsMerges;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.units.AffectedByUnitChange;
import vn.tungnha.units.FollowsVillages;
import vn.tungnha.units.UnitEffect;
import vn.tungnha.units.VillageFlow;

/**
 * Activities on or after the day a village ended are where it went; whoever attended goes over to the entry that was kept,
 * and remembers the one that was named.
 */
@Component
@RequiredArgsConstructor
class ActivitiesFollow implements FollowsVillages, AffectedByUnitChange, FollowsMerges {

    private final JdbcClient jdbc;

    @Override
    public List<Rows> rows() {
        return List.of(new Rows("activity", "t.village_id = any(:villages)"));
    }

    @Override
    public LiveFigures.Touched touched(Set<Long> villages, LocalDate from) {
        Set<Long> teams = new HashSet<>(
                jdbc.sql("select team_id from activity where village_id = any(:villages) and held_on >= :from")
                        .param("villages", villages.toArray(Long[]::new))
                        .param("from", from)
                        .query(Long.class)
                        .set());
        return new LiveFigures.Touched(Set.of(), Set.of(), teams);
    }

    @Override
    public void follow(VillageFlow flow) {
        jdbc.sql("""
                        update activity a set village_id = :to from unit u
                        where u.id = :from and u.valid_to < a.held_on and a.village_id = u.id and a.held_on >= :day""")
                .param("to", flow.to())
                .param("from", flow.from())
                .param("day", flow.day())
                .update();
    }

    @Override
    public List<UnitEffect> of(Affected affected) {
        long number = jdbc.sql("""
                        select count(*) from activity where village_id = any(:villages) and held_on >= :day and state <> 'CANCELLED'""")
                .param("villages", affected.villages().toArray(Long[]::new))
                .param("day", affected.effective())
                .query(Long.class)
                .single();
        return List.of(new UnitEffect("activities.unit-change", number, "activities.unit-change.follow", null));
    }

    @Override
    public void residentsMerged(UUID gone, UUID kept) {
        jdbc.sql("update activity_person set resident_id = :kept where resident_id = :gone")
                .param("gone", gone)
                .param("kept", kept)
                .update();
    }

    @Override
    public void residentsParted(UUID gone, UUID kept) {
        jdbc.sql("""
                        update activity_person set resident_id = :gone
                        where resident_id = :kept and told_as in (select resident_aliases(:gone))""").param("gone", gone).param("kept", kept).update();
    }

    @Override
    public void householdsMerged(UUID gone, UUID kept) {
        // nothing of an activity hangs on a household
    }

    @Override
    public void householdsParted(UUID gone, UUID kept) {
        // nothing of an activity hangs on a household
    }

    @Override
    public List<Effect> ofResidents(UUID gone, UUID kept) {
        long number = jdbc.sql("select count(*) from activity_person where resident_id = ?")
                .param(gone)
                .query(Long.class)
                .single();
        return number == 0 ? List.of() : List.of(new Effect("activities.merge", number));
    }

    @Override
    public List<Effect> ofHouseholds(UUID gone, UUID kept) {
        return List.of();
    }
}
