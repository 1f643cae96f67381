package vn.tungnha.households;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.units.AffectedByUnitChange;
import vn.tungnha.units.FollowsVillages;
import vn.tungnha.units.UnitEffect;
import vn.tungnha.units.VillageFlow;

/** Households, and with them their people, go where their village goes. */
@Component
@RequiredArgsConstructor
class HouseholdsFollow implements FollowsVillages, AffectedByUnitChange {

    private static final String GOING = """
            p.village_id = :from and p.valid_to >= :day
            and (:whole or exists (select from household h where h.id = p.household_id and h.alley = any(:alleys)))
            """;

    private static final String THERE = """
             join household_placement p on p.household_id = h.id and :eve between p.valid_from and p.valid_to
            where h.status = 'ACTIVE' and p.village_id = any(:villages)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public List<Rows> rows() {
        return List.of(new Rows(
                "household_placement",
                "t.household_id in (select household_id from household_placement where village_id = any(:villages))"));
    }

    @Override
    public LiveFigures.Touched touched(Set<Long> villages, LocalDate from) {
        Set<UUID> households = jdbc.sql(
                        "select household_id from household_placement where village_id = any(:villages) and valid_to >= :from")
                .param("villages", villages.toArray(Long[]::new))
                .param("from", from)
                .query(UUID.class)
                .set();
        return new LiveFigures.Touched(households, Set.of(), Set.of());
    }

    @Override
    public int weight(VillageFlow flow) {
        return bind("select count(*) from household_placement p where " + GOING, flow)
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<String, Integer> alleys(long village, LocalDate on) {
        Map<String, Integer> alleys = new LinkedHashMap<>();
        jdbc.sql("""
                        select h.alley, count(*) as households
                        from household h join household_placement p on p.household_id = h.id
                        where p.village_id = :village and :day between p.valid_from and p.valid_to and h.status = 'ACTIVE'
                        group by h.alley order by min(h.sort_key)
                        """).param("village", village).param("day", on).query(row -> {
            alleys.put(row.getString("alley"), row.getInt("households"));
        });
        return alleys;
    }

    /** Stays entered for later days change over as they are; one that began before the day is cut in two. */
    @Override
    public void follow(VillageFlow flow) {
        bind("update household_placement p set village_id = :to where p.valid_from >= :day and " + GOING, flow)
                .update();
        bind("""
                        with going as (
                            select p.id, p.valid_to as until from household_placement p where %s
                        ), cut as (
                            update household_placement p set valid_to = :day::date - 1 from going g where p.id = g.id
                            returning p.household_id, g.until
                        )
                        insert into household_placement (household_id, village_id, valid_from, valid_to)
                        select household_id, :to, :day, until from cut
                        """.formatted(GOING), flow).update();
        showToday(Set.of(flow.from()));
    }

    @Override
    public void restored(Set<Long> villages) {
        showToday(villages);
    }

    @Override
    public List<UnitEffect> of(Affected affected) {
        String link = affected.villages().size() == 1 ? "/households?village=" + affected.code() : "/households";
        return List.of(
                new UnitEffect(
                        "households.unit-change.households",
                        count("select count(distinct h.id) from household h" + THERE, affected),
                        "households.unit-change.follow",
                        link),
                new UnitEffect(
                        "households.unit-change.residents",
                        count(
                                "select count(distinct r.id) from resident r join household h on h.id = r.household_id and r.status = 'PRESENT'"
                                        + THERE,
                                affected),
                        null,
                        null));
    }

    private long count(String sql, Affected affected) {
        return jdbc.sql(sql)
                .param("villages", affected.villages().toArray(Long[]::new))
                .param("eve", affected.effective().minusDays(1))
                .query(Long.class)
                .single();
    }

    /** The village a household is listed under is that of today. */
    private void showToday(Set<Long> villages) {
        jdbc.sql("""
                        update household h set village_id = p.village_id from household_placement p
                        where p.household_id = h.id and :today between p.valid_from and p.valid_to
                          and p.village_id <> h.village_id and h.village_id = any(:villages)
                        """)
                .param("today", Days.today(clock))
                .param("villages", villages.toArray(Long[]::new))
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, VillageFlow flow) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("from", flow.from())
                .param("day", flow.day())
                .param("whole", flow.whole())
                .param("alleys", flow.alleys().toArray(String[]::new));
        return sql.contains(":to") ? statement.param("to", flow.to()) : statement;
    }
}
