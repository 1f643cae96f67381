package vn.tungnha.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.teams.TeamView;

/** What teams achieved, gathered by the organisation responsible for them, and by those their members come from. */
@Service
@RequiredArgsConstructor
public class OrganisationWork {

    private static final String OF_TEAMS = """
            with told as (
                select f.team_id, coalesce(trim(r.name), '') as name, m.code, m.basis, coalesce(m.account_type, m.code) as account,
                       sum(f.amount) as amount
                from team_figure_daily f
                join measure m on m.id = f.measure_id
                    and (m.code in ('VISITS', 'VISITS_MET') or m.basis = 'ACTIVATIONS' and m.account_type is not null)
                left join team_responsible r on r.team_id = f.team_id and f.day between r.valid_from and r.valid_to
                where f.team_id = any(:teams) and f.grain = 'DAY' and f.day between :first and :last
                group by f.team_id, coalesce(trim(r.name), ''), m.id),
            widest as (select team_id, name, account, max(amount) as amount from told where basis = 'ACTIVATIONS'
                group by team_id, name, account)
            select t.team_id, t.name, coalesce(sum(t.amount) filter (where t.code = 'VISITS'), 0) as visits,
                   coalesce(sum(t.amount) filter (where t.code = 'VISITS_MET'), 0) as met,
                   coalesce((select sum(w.amount) from widest w where w.team_id = t.team_id and w.name = t.name), 0) as activated
            from told t group by t.team_id, t.name order by t.team_id, t.name
            """;

    private static final String OF_MEMBERS = """
            with members as (
                select coalesce(m.organisation, '') as code, count(*) as members from team_member m
                where m.team_id = any(:teams) and :on between m.joined_on and m.left_on group by 1),
            visits as (
                select coalesce(m.organisation, '') as code, count(distinct v.id) as visits, count(distinct v.id) filter (where v.outcome = 'MET') as met
                from visit v
                join visit_member w on w.visit_id = v.id
                join team_member m on m.id = w.member_id
                where v.team_id = any(:teams) and v.visited_on between :first and :last
                  and v.status <> 'WITHDRAWN' and v.place = 'HOME'
                group by 1)
            select o.code as organisation, coalesce(m.members, 0) as members, coalesce(v.visits, 0) as visits, coalesce(v.met, 0) as met
            from members m
            full join visits v on v.code = m.code
            left join organisation o on o.code = coalesce(m.code, v.code)
            order by visits desc, members desc, o.position
            """;

    /** Teams with an area under a unit; all of a province in one statement. */
    private static final String TEAMS_UNDER = """
            select t.id, coalesce(trim(r.name), '') as responsible from team t
            left join team_responsible r on r.team_id = t.id and :on between r.valid_from and r.valid_to
            where :on between t.established_on and t.ended_on and exists (
                select from team_area a
                join unit_closure c on c.descendant_id = a.village_id and :structure between c.valid_from and c.valid_to
                where a.team_id = t.id and c.ancestor_id = :unit and :on between a.valid_from and a.valid_to)
            order by t.id
            """;

    private final JdbcClient jdbc;

    /** What one team logged on the days of one organisation; empty = of nobody. */
    record Part(long team, String name, Done done) {}

    /** What one team logged; turns, not households. */
    public record Done(BigDecimal visits, BigDecimal met, BigDecimal activated) {

        static final Done NOTHING = new Done(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Done plus(Done other) {
            return new Done(visits.add(other.visits), met.add(other.met), activated.add(other.activated));
        }
    }

    /**
     * An organisation with the results of the days on which it was responsible.
     *
     * @param name null for the teams nobody is named for
     * @param teams teams it is responsible for on the last day
     * @param active teams that went out on its days
     */
    public record Responsible(@Nullable String name, int teams, int active, Done done) {}

    /** @param organisation code, null for members who represent none; a visit counts for each one that took part */
    public record Represented(@Nullable String organisation, int members, int visits, int met) {}

    public List<Responsible> responsible(Collection<TeamView> teams, LocalDate first, LocalDate last) {
        Map<Long, String> names = new LinkedHashMap<>();
        for (TeamView team : teams) {
            String name = team.responsible();
            names.put(team.id(), name == null ? "" : name.strip());
        }
        return gathered(names, done(names.keySet(), first, last));
    }

    /** Of all teams under a unit, whoever they are: from counters alone, so that a whole province can be asked for. */
    public List<Responsible> responsibleUnder(
            long unitId, LocalDate structure, LocalDate on, LocalDate first, LocalDate last) {
        Map<Long, String> names = new LinkedHashMap<>();
        jdbc.sql(TEAMS_UNDER)
                .param("unit", unitId)
                .param("structure", structure)
                .param("on", on)
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("responsible"));
                });
        return gathered(names, done(names.keySet(), first, last));
    }

    private List<Part> done(Collection<Long> teams, LocalDate first, LocalDate last) {
        return jdbc.sql(OF_TEAMS)
                .param("teams", teams.toArray(Long[]::new))
                .param("first", first)
                .param("last", last)
                .query((row, n) -> new Part(
                        row.getLong("team_id"),
                        row.getString("name"),
                        new Done(
                                row.getBigDecimal("visits"), row.getBigDecimal("met"), row.getBigDecimal("activated"))))
                .list();
    }

    public List<Represented> represented(Collection<TeamView> teams, LocalDate first, LocalDate last, LocalDate on) {
        return jdbc.sql(OF_MEMBERS)
                .param("teams", teams.stream().map(TeamView::id).toArray(Long[]::new))
                .param("first", first)
                .param("last", last)
                .param("on", on)
                .query(Represented.class)
                .list();
    }

    /** Names are free text: the same words in another spelling of case or accents are the same organisation. */
    static List<Responsible> gathered(Map<Long, String> names, List<Part> done) {
        Map<String, Responsible> sums = new LinkedHashMap<>();
        names.values().forEach(name -> add(sums, new Responsible(named(name), 1, 0, Done.NOTHING)));
        for (Part part : done) {
            int active = part.done().visits().signum() > 0 ? 1 : 0;
            add(sums, new Responsible(named(part.name()), 0, active, part.done()));
        }
        List<Responsible> all = new ArrayList<>(sums.values());
        all.sort(Comparator.comparing((Responsible it) -> it.name() == null)
                .thenComparing(it -> it.done().visits(), Comparator.reverseOrder())
                .thenComparing(it -> String.valueOf(it.name())));
        return all;
    }

    private static @Nullable String named(String name) {
        return name.isEmpty() ? null : name;
    }

    private static void add(Map<String, Responsible> sums, Responsible one) {
        String name = one.name();
        sums.merge(name == null ? "" : VietnameseText.fold(name), one, OrganisationWork::sum);
    }

    private static Responsible sum(Responsible one, Responsible other) {
        return new Responsible(
                one.name(),
                one.teams() + other.teams(),
                one.active() + other.active(),
                one.done().plus(other.done()));
    }
}
