package vn.tungnha.markets;

import java.time.LocalDate;
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
 * Markets go where their village goes, from that day on, and were where they were before; of a split the register cannot
 * tell which side a market is on, so it stays, and the preview names it. A stall goes over to the household that was kept.
 */
@Component
@RequiredArgsConstructor
class MarketsFollow implements FollowsVillages, AffectedByUnitChange, FollowsMerges {

    private static final String GOING = "p.village_id = :from and p.valid_to >= :day";

    private final JdbcClient jdbc;

    @Override
    public List<Rows> rows() {
        return List.of(new Rows(
                "market_place",
                "t.market_id in (select market_id from market_place where village_id = any(:villages))"));
    }

    /** Read from their register, stalls move no counter. */
    @Override
    public LiveFigures.Touched touched(Set<Long> villages, LocalDate from) {
        return new LiveFigures.Touched(Set.of(), Set.of(), Set.of());
    }

    @Override
    public void follow(VillageFlow flow) {
        if (!flow.whole()) {
            return;
        }
        bind("update market_place p set village_id = :to where p.valid_from >= :day and " + GOING, flow)
                .update();
        bind("""
                        with going as (
                            select p.id, p.valid_to as until from market_place p where %s
                        ), cut as (
                            update market_place p set valid_to = cast(:day as date) - 1 from going g where p.id = g.id
                            returning p.market_id, g.until
                        )
                        insert into market_place (market_id, village_id, valid_from, valid_to)
                        select market_id, :to, :day, until from cut""".formatted(GOING), flow).update();
    }

    @Override
    public List<UnitEffect> of(Affected affected) {
        long number = jdbc.sql("""
                        select count(distinct p.market_id) from market_place p join market m on m.id = p.market_id
                        where p.village_id = any(:villages) and :eve between p.valid_from and p.valid_to and m.closed_on >= :eve""")
                .param("villages", affected.villages().toArray(Long[]::new))
                .param("eve", affected.effective().minusDays(1))
                .query(Long.class)
                .single();
        return List.of(new UnitEffect(
                "markets.unit-change",
                number,
                affected.ends() ? "markets.unit-change.follow" : "markets.unit-change.stay",
                number == 0 ? null : "/markets"));
    }

    @Override
    public void residentsMerged(UUID gone, UUID kept) {
        // nothing of a stall hangs on a resident
    }

    @Override
    public void residentsParted(UUID gone, UUID kept) {
        // nothing of a stall hangs on a resident
    }

    @Override
    public void householdsMerged(UUID gone, UUID kept) {
        jdbc.sql("update stall set household_id = :kept where household_id = :gone")
                .param("gone", gone)
                .param("kept", kept)
                .update();
    }

    @Override
    public void householdsParted(UUID gone, UUID kept) {
        jdbc.sql(
                        "update stall set household_id = :gone where household_id = :kept and told_as in (select household_aliases(:gone))")
                .param("gone", gone)
                .param("kept", kept)
                .update();
    }

    @Override
    public List<Effect> ofResidents(UUID gone, UUID kept) {
        return List.of();
    }

    @Override
    public List<Effect> ofHouseholds(UUID gone, UUID kept) {
        long number = jdbc.sql("select count(*) from stall where household_id = ?")
                .param(gone)
                .query(Long.class)
                .single();
        return number == 0 ? List.of() : List.of(new Effect("markets.merge", number));
    }

    private JdbcClient.StatementSpec bind(String sql, VillageFlow flow) {
        return jdbc.sql(sql).param("from", flow.from()).param("to", flow.to()).param("day", flow.day());
    }
}
