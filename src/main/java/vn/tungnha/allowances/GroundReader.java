package vn.tungnha.allowances;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.ReportPeriod;

/** Reads what days and money are reckoned from, at a constant number of statements. */
@Component
@RequiredArgsConstructor
class GroundReader {

    private static final String SEAT = """
            select m.id, m.team_id, m.name, m.role, m.phone, m.account_id, m.joined_on, m.left_on from team_member m
            """;

    private static final String MARK = """
            select m.*, a.display_name as by_name, e.display_name as ended_name from duty_mark m
            left join account a on a.id = m.made_by left join account e on e.id = m.ended_by
            """;

    private final JdbcClient jdbc;
    private final List<DutySource> sources;
    private final RuleRows rules;

    /** Teams whose home lay in any of these communes at the end of each period (or their own end), by period. */
    Map<String, List<SheetTeam>> teams(Collection<Long> communes, List<ReportPeriod> periods) {
        Map<String, List<SheetTeam>> byPeriod = new LinkedHashMap<>();
        periods.forEach(it -> byPeriod.put(it.code(), new ArrayList<>()));
        jdbc.sql("""
                        select p.code, t.id, t.name, c.ancestor_id as commune, t.established_on, t.ended_on
                        from unnest(cast(:codes as text[]), cast(:firsts as date[]), cast(:lasts as date[])) as p(code, first, last)
                        join team t on t.established_on <= p.last and t.ended_on >= p.first
                        join team_area a on a.team_id = t.id and a.home
                             and least(p.last, t.ended_on) between a.valid_from and a.valid_to
                        join unit_closure c on c.descendant_id = a.village_id and c.ancestor_id = any(:communes)
                             and least(p.last, t.ended_on) between c.valid_from and c.valid_to
                        order by p.last, t.number nulls last, t.name, t.id
                        """)
                .param("codes", periods.stream().map(ReportPeriod::code).toArray(String[]::new))
                .param(
                        "firsts",
                        periods.stream().map(it -> it.first().toString()).toArray(String[]::new))
                .param("lasts", periods.stream().map(it -> it.last().toString()).toArray(String[]::new))
                .param("communes", communes.toArray(Long[]::new))
                .query((row, at) -> byPeriod.computeIfAbsent(row.getString("code"), any -> new ArrayList<>())
                        .add(team(row)))
                .list();
        return byPeriod;
    }

    /** Everything about these teams, and about their members wherever else they work. */
    Ground read(Collection<SheetTeam> own, LocalDate from, LocalDate to) {
        Map<Long, SheetTeam> teams = new LinkedHashMap<>();
        own.forEach(it -> teams.putIfAbsent(it.id(), it));
        List<Seat> seats = new ArrayList<>(seats(teams.keySet(), from, to));
        List<Seat> twins = twins(teams.keySet(), from, to);
        Set<Long> elsewhere = twins.stream().map(Seat::team).collect(Collectors.toSet());
        elsewhere.removeAll(teams.keySet());
        placed(elsewhere, to).forEach(it -> teams.putIfAbsent(it.id(), it));
        Set<UUID> known = seats.stream().map(Seat::id).collect(Collectors.toSet());
        twins.stream().filter(it -> known.add(it.id())).forEach(seats::add);
        Set<Long> ids = Set.copyOf(teams.keySet());
        Set<Long> communes = teams.values().stream().map(SheetTeam::commune).collect(Collectors.toSet());
        return new Ground(
                List.copyOf(teams.values()),
                Persons.told(seats),
                sources.stream().flatMap(it -> it.of(ids, from, to).stream()).toList(),
                marks(ids, from, to),
                planned(communes, from, to),
                rules.inForce(communes, from, to),
                paid(known, from, to));
    }

    private List<Seat> seats(Set<Long> teams, LocalDate from, LocalDate to) {
        return jdbc.sql(SEAT
                        + "where m.team_id = any(:teams) and m.joined_on <= :to and m.left_on >= :from order by m.id")
                .param("teams", teams.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query((row, at) -> seat(row))
                .list();
    }

    /** Rows of other teams that look like the same persons; whether they are is told by {@link Persons}. */
    private List<Seat> twins(Set<Long> teams, LocalDate from, LocalDate to) {
        return jdbc.sql(SEAT + """
                        where m.joined_on <= :to and m.left_on >= :from and m.team_id <> all(:teams) and m.id in (
                            select o.id from team_member i join team_member o on o.account_id = i.account_id
                            where i.team_id = any(:teams) and i.joined_on <= :to and i.left_on >= :from
                            union all
                            select o.id from team_member i join team_member o on o.sort_key = i.sort_key
                                 and regexp_replace(o.phone, '\\D', '', 'g') = regexp_replace(i.phone, '\\D', '', 'g')
                            where i.team_id = any(:teams) and i.joined_on <= :to and i.left_on >= :from and i.phone <> '')
                        order by m.id
                        """)
                .param("teams", teams.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query((row, at) -> seat(row))
                .list();
    }

    /** Teams with the commune of their home on a day, or their last one. */
    List<SheetTeam> placed(Set<Long> teams, LocalDate to) {
        return jdbc.sql("""
                        select t.id, t.name, c.ancestor_id as commune, t.established_on, t.ended_on from team t
                        join team_area a on a.team_id = t.id and a.home
                             and least(:to, t.ended_on) between a.valid_from and a.valid_to
                        join unit_closure c on c.descendant_id = a.village_id
                             and least(:to, t.ended_on) between c.valid_from and c.valid_to
                        join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                        where t.id = any(:teams) order by t.id
                        """)
                .param("teams", teams.toArray(Long[]::new))
                .param("to", to)
                .query((row, at) -> team(row))
                .list();
    }

    Optional<Mark> mark(UUID id) {
        return jdbc.sql(MARK + "where m.id = :id")
                .param("id", id)
                .query((row, at) -> mark(row))
                .optional();
    }

    private List<Mark> marks(Set<Long> teams, LocalDate from, LocalDate to) {
        return jdbc.sql(MARK + """
                        where m.team_id = any(:teams) and m.day between :from and :to order by m.made_at, m.id
                        """)
                .param("teams", teams.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query((row, at) -> mark(row))
                .list();
    }

    private Map<Long, Map<LocalDate, String>> planned(Set<Long> communes, LocalDate from, LocalDate to) {
        Map<Long, Map<LocalDate, String>> byCommune = new HashMap<>();
        jdbc.sql("""
                        select unit_id, day, title from planned_day
                        where unit_id = any(:communes) and day between :from and :to and ended_at is null
                        """)
                .param("communes", communes.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query((row, at) -> byCommune
                        .computeIfAbsent(row.getLong("unit_id"), any -> new HashMap<>())
                        .put(row.getObject("day", LocalDate.class), row.getString("title")))
                .list();
        return byCommune;
    }

    private List<Ground.PaidDay> paid(Set<UUID> members, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select d.member_id, d.day, l.rule_id from allowance_paid_day d join allowance_line l on l.id = d.line_id
                        where d.member_id = any(:members) and d.day between :from and :to
                        group by d.member_id, d.day, l.rule_id having sum(d.sign) > 0
                        """)
                .param("members", new HashSet<>(members).toArray(UUID[]::new))
                .param("from", from)
                .param("to", to)
                .query((row, at) -> new Ground.PaidDay(
                        row.getObject("member_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getLong("rule_id")))
                .list();
    }

    private static SheetTeam team(ResultSet row) throws SQLException {
        return new SheetTeam(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("commune"),
                row.getObject("established_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        return new Seat(
                row.getObject("id", UUID.class),
                row.getLong("team_id"),
                0,
                row.getString("name"),
                row.getString("role"),
                row.getString("phone"),
                row.getObject("account_id", UUID.class),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class));
    }

    static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                row.getObject("id", UUID.class),
                row.getLong("team_id"),
                row.getObject("member_id", UUID.class),
                row.getObject("day", LocalDate.class),
                Mark.Kind.valueOf(row.getString("mark")),
                row.getString("duty"),
                row.getBoolean("planned"),
                row.getString("programme"),
                row.getString("reason"),
                row.getString("by_name"),
                row.getTimestamp("made_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getString("ended_name"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
