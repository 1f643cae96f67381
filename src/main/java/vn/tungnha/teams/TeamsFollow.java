package vn.tungnha.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.units.AffectedByUnitChange;
import vn.tungnha.units.FollowsVillages;
import vn.tungnha.units.UnitEffect;
import vn.tungnha.units.VillageFlow;

/** Teams look after what becomes of their villages; of a split village, after all its parts. */
@Component
@RequiredArgsConstructor
class TeamsFollow implements FollowsVillages, AffectedByUnitChange {

    /** Accounts of the units themselves, and of the teams at work in the villages. */
    private static final String ACCOUNTS = """
            select a.account_id from assignment a
            where a.valid_to >= :day and (a.unit_id = any(:units) or a.team_id in (
                select t.team_id from team_area t where t.village_id = any(:villages) and t.valid_to >= :day))
            """;

    private static final int MOST_NAMED = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    private record Area(
            long id, long teamId, boolean home, LocalDate validFrom, LocalDate validTo, LocalDate teamEnds) {}

    @Override
    public List<Rows> rows() {
        return List.of(new Rows(
                "team_area", "t.team_id in (select team_id from team_area where village_id = any(:villages))"));
    }

    @Override
    public LiveFigures.Touched touched(Set<Long> villages, LocalDate from) {
        return new LiveFigures.Touched(
                Set.of(),
                Set.of(),
                jdbc.sql("select team_id from team_area where village_id = any(:villages) and valid_to >= :from")
                        .param("villages", villages.toArray(Long[]::new))
                        .param("from", from)
                        .query(Long.class)
                        .set());
    }

    @Override
    public void follow(VillageFlow flow) {
        boolean ended = jdbc.sql("select valid_to < :day from unit where id = :from")
                .param("day", flow.day())
                .param("from", flow.from())
                .query(Boolean.class)
                .single();
        for (Area area : areas(flow.from(), flow.day().minusDays(1))) {
            LocalDate from = later(area.validFrom(), flow.day());
            boolean takesOver = ended && !area.validTo().isBefore(flow.day());
            if (takesOver) {
                close(area, flow.day());
            }
            LocalDate until = takesOver ? area.validTo() : area.teamEnds();
            if (!from.isAfter(until)) {
                add(area.teamId(), flow.to(), takesOver && area.home(), from, until);
            }
        }
    }

    @Override
    public List<UnitEffect> of(Affected affected) {
        List<Choice> toAssign = affected.ends() ? toAssign(affected) : List.of();
        return List.of(
                new UnitEffect(
                        "teams.unit-change.teams",
                        count(
                                "select count(distinct a.team_id) from team_area a where a.village_id = any(:villages) and a.valid_to >= :day",
                                affected),
                        "teams.unit-change.follow",
                        "/teams"),
                new UnitEffect(
                        "teams.unit-change.accounts",
                        count("select count(distinct account_id) from (" + ACCOUNTS + ") a", affected),
                        toAssign.isEmpty() ? "teams.unit-change.keep" : "teams.unit-change.assign",
                        "/accounts",
                        toAssign),
                new UnitEffect(
                        "teams.unit-change.devices",
                        count(
                                "select count(*) from device d where d.unsent > 0 and d.revoked_at is null and d.account_id in ("
                                        + ACCOUNTS + ")",
                                affected),
                        "teams.unit-change.unsent",
                        "/accounts/devices"));
    }

    /** Who stands at a unit that ends; accounts of teams follow their villages by themselves. */
    private List<Choice> toAssign(Affected affected) {
        return jdbc.sql("""
                        select '/accounts/' || a.id as value, a.display_name as text from account a
                        where exists (select from assignment s where s.account_id = a.id and s.team_id is null
                            and s.unit_id = any(:units) and s.valid_to >= greatest(:day::date, :today::date))
                        order by a.display_name, a.id limit :most
                        """)
                .param("units", affected.units().toArray(Long[]::new))
                .param("day", affected.effective())
                .param("today", Days.today(clock))
                .param("most", MOST_NAMED)
                .query(Choice.class)
                .list();
    }

    private long count(String sql, Affected affected) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("villages", affected.villages().toArray(Long[]::new))
                .param("day", affected.effective());
        return (sql.contains(":units")
                        ? statement.param("units", affected.units().toArray(Long[]::new))
                        : statement)
                .query(Long.class)
                .single();
    }

    private List<Area> areas(long village, LocalDate eve) {
        return jdbc.sql("""
                        select a.id, a.team_id, a.home, a.valid_from, a.valid_to, t.ended_on as team_ends
                        from team_area a join team t on t.id = a.team_id
                        where a.village_id = :village and a.valid_to >= :eve order by a.id
                        """)
                .param("village", village)
                .param("eve", eve)
                .query(Area.class)
                .list();
    }

    private void close(Area area, LocalDate day) {
        if (area.validFrom().isBefore(day)) {
            jdbc.sql("update team_area set valid_to = :last where id = :id")
                    .param("last", day.minusDays(1))
                    .param("id", area.id())
                    .update();
        } else {
            jdbc.sql("delete from team_area where id = :id")
                    .param("id", area.id())
                    .update();
        }
    }

    /** Where the team was already, it stays; its home moves in where its old one ended. */
    private void add(long team, long village, boolean home, LocalDate from, LocalDate until) {
        List<Area> there = areas(village, from).stream()
                .filter(area -> area.teamId() == team && !area.validFrom().isAfter(until))
                .toList();
        if (there.isEmpty()) {
            insert(team, village, home, from, until);
        } else if (home) {
            for (Area area : there) {
                if (area.home()) {
                    continue;
                }
                close(area, from);
                insert(team, village, true, later(area.validFrom(), from), area.validTo());
            }
        }
    }

    private void insert(long team, long village, boolean home, LocalDate from, LocalDate until) {
        jdbc.sql("""
                        insert into team_area (team_id, village_id, home, valid_from, valid_to)
                        values (:team, :village, :home, :from, :until)
                        """)
                .param("team", team)
                .param("village", village)
                .param("home", home)
                .param("from", from)
                .param("until", until)
                .update();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
