package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.units.AffectedByUnitChange;
import vn.tungnha.units.FollowsVillages;
import vn.tungnha.units.UnitEffect;
import vn.tungnha.units.VillageFlow;

/** Desks held on or after the day a village ended stand in what it became. Contacts follow their household. */
@Component
@RequiredArgsConstructor
class DesksFollow implements FollowsVillages, AffectedByUnitChange {

    private final JdbcClient jdbc;

    @Override
    public List<Rows> rows() {
        return List.of(new Rows("desk", "t.village_id = any(:villages)"));
    }

    @Override
    public LiveFigures.Touched touched(Set<Long> villages, LocalDate from) {
        return new LiveFigures.Touched(
                Set.of(),
                Set.of(),
                jdbc.sql("select team_id from desk where village_id = any(:villages) and held_on >= :from")
                        .param("villages", villages.toArray(Long[]::new))
                        .param("from", from)
                        .query(Long.class)
                        .set());
    }

    @Override
    public void follow(VillageFlow flow) {
        jdbc.sql("""
                        update desk k set village_id = :to from unit u
                        where u.id = :from and u.valid_to < k.held_on and k.village_id = u.id and k.held_on >= :day
                        """)
                .param("to", flow.to())
                .param("from", flow.from())
                .param("day", flow.day())
                .update();
    }

    @Override
    public List<UnitEffect> of(Affected affected) {
        return List.of(
                new UnitEffect(
                        "visits.unit-change.desks",
                        count(
                                "select count(*) from desk where village_id = any(:villages) and held_on >= :day",
                                affected),
                        "visits.unit-change.desks.follow",
                        null),
                new UnitEffect(
                        "visits.unit-change.visits", count("""
                                select count(*) from visit v join household_placement p on p.household_id = v.household_id
                                    and v.visited_on between p.valid_from and p.valid_to
                                where p.village_id = any(:villages) and v.visited_on >= :day and v.status <> 'WITHDRAWN'
                                """, affected), "visits.unit-change.visits.follow", null),
                new UnitEffect(
                        "visits.unit-change.notebooks",
                        count("""
                                select count(*) from notebook n where n.closed_at is null and n.team_id in (
                                    select team_id from team_area where village_id = any(:villages) and valid_to >= :day)
                                """, affected),
                        "visits.unit-change.notebooks.stay",
                        null));
    }

    private long count(String sql, Affected affected) {
        return jdbc.sql(sql)
                .param("villages", affected.villages().toArray(Long[]::new))
                .param("day", affected.effective())
                .query(Long.class)
                .single();
    }
}
