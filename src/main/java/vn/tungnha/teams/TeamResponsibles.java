package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.RuleBroken;

/** Which organisation is responsible for which teams, from when to when: given to many teams or whole wards at once. */
@Service
@RequiredArgsConstructor
@Transactional
public class TeamResponsibles {

    private static final int LONGEST = 120;

    private final ResponsibleRows rows;
    private final TeamReads reads;
    private final TeamRules rules;
    private final TeamPlaceFinder places;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** Wards with how many teams of theirs an organisation is responsible for. */
    public record WardLine(
            long id,
            String name,
            int teams,
            int covered,
            @Nullable String names) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Responsible> history(long team) {
        return rows.of(team);
    }

    /**
     * From a day on this organisation is responsible; what was before that day stays, and so do its results.
     *
     * @param name null = nobody
     * @param wards all teams at home in them on the day too
     * @return how many teams
     */
    public int assign(
            Collection<Long> teams,
            Collection<Long> wards,
            @Nullable String name,
            @Nullable String contact,
            LocalDate from,
            CurrentUser user) {
        if (name != null && name.length() > LONGEST || contact != null && contact.length() > LONGEST) {
            throw RuleBroken.at("name", "teams.error.long");
        }
        rules.requireNear("from", from);
        Set<Long> all = new TreeSet<>(teams);
        all.addAll(atHome(wards, from, user));
        if (all.isEmpty()) {
            throw RuleBroken.at("teams", "teams.error.responsible-nobody");
        }
        all.forEach(team -> places.require(team, user));
        List<TeamView> before = reads.teams(all, from);
        rows.set(all, name, contact, from);
        jdbc.sql("update team set version = version + 1 where id = any(:teams)")
                .param("teams", all.toArray(Long[]::new))
                .update();
        for (TeamView team : before) {
            events.publishEvent(new Audited(
                    "team.responsible",
                    "team",
                    String.valueOf(team.id()),
                    team.communeId(),
                    facts(team.responsible(), team.responsibleContact(), null),
                    facts(name, contact, from),
                    null));
        }
        return all.size();
    }

    /** Wards of the caller with teams on a day. */
    @Transactional(readOnly = true)
    public List<WardLine> wards(LocalDate on, CurrentUser user) {
        return places.bind(
                        jdbc.sql("""
                        select u.id, v.name, count(*) as teams, count(r.id) as covered,
                               string_agg(distinct r.name, ', ' order by r.name) as names
                        from team t
                        join team_area a on a.team_id = t.id and a.home and :on between a.valid_from and a.valid_to
                        join unit_closure c on c.descendant_id = a.village_id and :on between c.valid_from and c.valid_to
                        join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                        join unit_version v on v.unit_id = u.id and :on between v.valid_from and v.valid_to
                        left join team_responsible r on r.team_id = t.id and :on between r.valid_from and r.valid_to
                        where :on between t.established_on and t.ended_on and\s""" + TeamPlaceFinder.IN_SCOPE
                                + " group by u.id, v.name order by v.name, u.id limit 500"),
                        user)
                .param("on", on)
                .query(WardLine.class)
                .list();
    }

    private List<Long> atHome(Collection<Long> wards, LocalDate on, CurrentUser user) {
        return wards.isEmpty()
                ? List.of()
                : places.bind(jdbc.sql("""
                        select t.id from team t
                        join team_area a on a.team_id = t.id and a.home and :on between a.valid_from and a.valid_to
                        join unit_closure c on c.descendant_id = a.village_id and :on between c.valid_from and c.valid_to
                        where c.ancestor_id = any(:wards) and :on between t.established_on and t.ended_on and\s""" + TeamPlaceFinder.IN_SCOPE), user)
                        .param("on", on)
                        .param("wards", wards.toArray(Long[]::new))
                        .query(Long.class)
                        .list();
    }

    private static Map<String, @Nullable Object> facts(
            @Nullable String name, @Nullable String contact, @Nullable LocalDate from) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("responsible", name);
        facts.put("responsibleContact", contact);
        if (from != null) {
            facts.put("from", from);
        }
        return facts;
    }
}
