package vn.tungnha.life;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.life.HandoverPack.Alley;
import vn.tungnha.life.HandoverPack.Figure;
import vn.tungnha.life.HandoverPack.FollowUp;
import vn.tungnha.life.HandoverPack.Open;
import vn.tungnha.life.HandoverPack.Phone;
import vn.tungnha.shared.Days;
import vn.tungnha.teams.TeamView;

/** Gathers what a leader leaves: a constant number of statements, each over one team. */
@Component
@RequiredArgsConstructor
class PackReader {

    /** Longer lists are on the phone; the paper says how many there are. */
    private static final int MOST = 60;

    /** The area of the team on the day it is read, or on its last. */
    private static final String IN_AREA = """
            h.status = 'ACTIVE' and exists (select from team_area a join team t on t.id = a.team_id
                where a.team_id = :team and a.village_id = h.village_id and least(cast(:today as date), t.ended_on) between a.valid_from and a.valid_to)
            """;

    private static final String FOLLOW_UPS = """
            select h.alley, h.number, h.label, v.follow_up_at, v.note, count(*) over () as total,
                   (select r.name from resident r where r.household_id = h.id and r.status = 'PRESENT'
                    order by r.householder desc, r.birth_year nulls last limit 1) as householder
            from visit v join household h on h.id = v.household_id
            where v.team_id = :team and v.follow_up_at is not null and v.status <> 'WITHDRAWN' and h.status = 'ACTIVE' and not exists (
                select from visit n where n.household_id = v.household_id and n.status <> 'WITHDRAWN' and n.place = 'HOME'
                and n.visited_at > v.visited_at)
            order by v.follow_up_at, h.sort_key, h.id limit :most
            """;

    private static final String ALLEYS = """
            select h.alley as name, count(*) as households, count(*) filter (where not exists (
                select from visit v where v.household_id = h.id and v.status <> 'WITHDRAWN' and v.place = 'HOME'
                  and v.outcome = 'MET')) as to_do
            from household h where\s""" + IN_AREA + " group by h.alley order by min(h.sort_key)";

    private static final String DEVICES = """
            select nullif(concat_ws(' · ', d.system, d.browser), '') as name, d.last_seen_at, d.unsent, d.revoked_at is not null as revoked
            from device d where d.account_id = :account order by d.last_seen_at desc limit 20
            """;

    private static final String REPORTS = """
            select r.period, r.last_day as last, r.status from team_report r
            where r.team_id = :team and r.status <> 'APPROVED' order by r.last_day
            """;

    private static final String FIGURES = """
            select m.name_vi, m.name_en, sum(f.amount) as amount
            from team_figure_daily f join measure m on m.id = f.measure_id
            where f.team_id = :team and f.day <= :today and (
                f.grain = 'DAY' and (m.code in ('VISITS', 'VISITS_MET') or m.basis = 'ACTIVATIONS' and m.account_type is not null)
                or f.grain = 'ALL' and m.code in ('HOUSEHOLDS_REACHED', 'PERSONS_GUIDED'))
            group by m.id having sum(f.amount) <> 0
            order by m.basis = 'ACTIVATIONS', m.position, m.id limit 20
            """;

    private final JdbcClient jdbc;
    private final ReportCalendar calendar;
    private final Clock clock;

    private record Counted(FollowUp followUp, long total) {}

    HandoverPack read(TeamView team, @Nullable UUID formerAccount) {
        List<Counted> followUps = team(FOLLOW_UPS, team)
                .param("most", MOST)
                .query((row, n) -> new Counted(
                        new FollowUp(
                                place(row.getString("alley"), row.getString("number"), row.getString("label")),
                                row.getString("householder"),
                                row.getObject("follow_up_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("note")),
                        row.getLong("total")))
                .list();
        List<Alley> alleys = team(ALLEYS, team)
                .param("today", today())
                .query((row, n) -> new Alley(row.getString("name"), row.getInt("households"), row.getInt("to_do")))
                .list();
        List<Phone> devices = formerAccount == null
                ? List.of()
                : jdbc.sql(DEVICES)
                        .param("account", formerAccount)
                        .query((row, n) -> new Phone(
                                row.getString("name"),
                                row.getObject("last_seen_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getInt("unsent"),
                                row.getBoolean("revoked")))
                        .list();
        return new HandoverPack(
                followUps.stream().map(Counted::followUp).toList(),
                followUps.isEmpty() ? 0 : followUps.get(0).total(),
                alleys,
                alleys.stream().mapToLong(Alley::households).sum(),
                devices,
                devices.stream().mapToInt(Phone::unsent).sum(),
                team("select count(*) from held_visit where team_id = :team and state = 'WAITING'", team)
                        .query(Integer.class)
                        .single(),
                reports(team),
                team(FIGURES, team).param("today", today()).query(Figure.class).list());
    }

    /** Those begun, and the last month if nobody has begun it. */
    private List<Open> reports(TeamView team) {
        List<Open> open = new ArrayList<>(team(REPORTS, team).query(Open.class).list());
        Long ward = team.communeId();
        if (ward == null) {
            return open;
        }
        ReportPeriod last = calendar.lastOver(keeper(ward));
        boolean owed =
                !team.establishedOn().isAfter(last.last()) && !team.endedOn().isBefore(last.last());
        boolean begun = jdbc.sql("select exists (select from team_report where team_id = :team and last_day = :last)")
                .param("team", team.id())
                .param("last", last.last())
                .query(Boolean.class)
                .single();
        if (owed && !begun) {
            open.add(new Open(last.code(), last.last(), null));
        }
        return open;
    }

    /** Whose calendar a ward keeps: its province's, if it has one. */
    private long keeper(long ward) {
        return jdbc.sql("""
                        select coalesce((select c.ancestor_id from unit_closure c join unit u on u.id = c.ancestor_id and u.level = 'PROVINCE'
                            where c.descendant_id = :ward and :today between c.valid_from and c.valid_to limit 1), :ward)""")
                .param("ward", ward)
                .param("today", today())
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec team(String sql, TeamView team) {
        return jdbc.sql(sql).param("team", team.id());
    }

    private static String place(@Nullable String alley, @Nullable String number, @Nullable String label) {
        StringBuilder place = new StringBuilder();
        for (String part : new String[] {number, alley, label}) {
            if (part != null && !part.isBlank()) {
                place.append(place.isEmpty() ? "" : ", ").append(part);
            }
        }
        return place.toString();
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
