package vn.tungnha.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
                select f.team_id, m.code, m.basis, coalesce(m.account_type, m.code) as account, sum(f.amount) as amount
                from team_figure_daily f
                join measure m on m.id = f.measure_id
                    and (m.code in ('VISITS', 'VISITS_MET') or m.basis = 'ACTIVATIONS' and m.account_type is not null)
                where f.team_id = any(:teams) and f.grain = 'DAY' and f.day between :first and :last
                group by f.team_id, m.id),
            widest as (select team_id, account, max(amount) as amount from told where basis = 'ACTIVATIONS' group by team_id, account)
            select t.id,
                   coalesce((select amount from told where team_id = t.id and code = 'VISITS'), 0) as visits,
                   coalesce((select amount from told where team_id = t.id and code = 'VISITS_MET'), 0) as met,
                   coalesce((select sum(amount) from widest where team_id = t.id), 0) as activated
            from unnest(cast(:teams as bigint[])) t (id)
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
            select t.id, coalesce(trim(t.responsible), '') as responsible from team t
            where :on between t.established_on and t.ended_on and exists (
                select from team_area a
                join unit_closure c on c.descendant_id = a.village_id and :structure between c.valid_from and c.valid_to
                where a.team_id = t.id and c.ancestor_id = :unit and :on between a.valid_from and a.valid_to)
            order by t.id
            """;

    private final JdbcClient jdbc;

    /** What one team logged; turns, not households. */
    public record Done(BigDecimal visits, BigDecimal met, BigDecimal activated) {

        static final Done NOTHING = new Done(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Done plus(Done other) {
            return new Done(visits.add(other.visits), met.add(other.met), activated.add(other.activated));
        }
    }

    /** @param name null for the teams nobody is named for */
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

    private Map<Long, Done> done(Collection<Long> teams, LocalDate first, LocalDate last) {
        Map<Long, Done> done = new HashMap<>();
        jdbc.sql(OF_TEAMS)
                .param("teams", teams.toArray(Long[]::new))
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    done.put(
                            row.getLong("id"),
                            new Done(
                                    row.getBigDecimal("visits"),
                                    row.getBigDecimal("met"),
                                    row.getBigDecimal("activated")));
                });
        return done;
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
    static List<Responsible> gathered(Map<Long, String> names, Map<Long, Done> done) {
        Map<String, Responsible> sums = new LinkedHashMap<>();
        names.forEach((team, name) -> {
            Done own = done.getOrDefault(team, Done.NOTHING);
            Responsible one = new Responsible(
                    name.isEmpty() ? null : name, 1, own.visits().signum() > 0 ? 1 : 0, own);
            sums.merge(VietnameseText.fold(name), one, OrganisationWork::sum);
        });
        List<Responsible> all = new ArrayList<>(sums.values());
        all.sort(Comparator.comparing((Responsible it) -> it.name() == null)
                .thenComparing(it -> it.done().visits(), Comparator.reverseOrder())
                .thenComparing(it -> String.valueOf(it.name())));
        return all;
    }

    private static Responsible sum(Responsible one, Responsible other) {
        return new Responsible(
                one.name(),
                one.teams() + other.teams(),
                one.active() + other.active(),
                one.done().plus(other.done()));
    }
}
