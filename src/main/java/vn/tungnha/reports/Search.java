package vn.tungnha.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.households.HouseholdQuery;
import vn.tungnha.households.HouseholdRow;
import vn.tungnha.households.Households;
import vn.tungnha.households.RegisterSearch;
import vn.tungnha.households.RegisterSearch.HomeHit;
import vn.tungnha.households.RegisterSearch.PersonHit;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Finds by a few words whatever the reader may see: teams, their members, people, households, units, decisions. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Search {

    /** Numbers are written in capitals and with marks: "27/QĐ-UBND" is found by "27/qd". */
    private static final String DECISIONS = """
            with plain as (
                select t.decision_number as number, t.decision_date as day, t.name as about, t.id as team, cast(null as bigint) as change
                from team t
                where t.decision_number <> '' and (:everything or t.id = any(:teams) or exists (
                    select from team_area s
                    join unit_lineage l on l.from_id = s.village_id and :today between l.valid_from and l.valid_to
                    join unit_closure c on c.descendant_id = l.to_id and :today between c.valid_from and c.valid_to
                    where s.team_id = t.id and c.ancestor_id = any(:roots)))
                union all
                select u.decree_number, u.decree_date,
                       (select string_agg(v.full_name, ', ' order by v.sort) from unit_version v
                        where v.unit_id = any(u.unit_ids) and u.effective - 1 between v.valid_from and v.valid_to), null, u.id
                from unit_change u
                where u.decree_number <> '' and :changes and (:everything or exists (
                    select from unit_closure k where k.descendant_id = any(u.unit_ids) and k.ancestor_id = any(:roots))))
            select number, day, about, team, change from plain
            where translate(lower(number), 'đăâêôơư', 'daaeoou') like all(:patterns) and about is not null
            order by day desc nulls last, number, about limit :most
            """;

    private static final Set<Role> FIELD = Set.of(Role.TEAM_LEADER, Role.TEAM_MEMBER);

    private final Teams teams;
    private final Households households;
    private final RegisterSearch register;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** A member of a team at work today. */
    public record MemberHit(long teamId, String name, String team) {}

    public PageOf<TeamRow> teams(String q, CurrentUser user, Paging paging) {
        TeamQuery query = new TeamQuery(null, q, null, null, null, today(), TeamQuery.Sort.NAME);
        return teams.list(query, user, paging);
    }

    /** Nothing for those who may not see people. */
    public PageOf<HouseholdRow> households(String q, CurrentUser user, Paging paging) {
        if (!seesPeople(user)) {
            return PageOf.of(List.of(), paging, 0);
        }
        return households.list(new HouseholdQuery(null, Set.of(), null, q, today()), user, paging);
    }

    /** The nearest few; nobody for those who may not see people. */
    public List<PersonHit> people(String q, CurrentUser user, int most) {
        return seesPeople(user) ? register.people(q, user, most) : List.of();
    }

    public List<HomeHit> homes(String q, CurrentUser user, int most) {
        return seesPeople(user) ? register.homes(q, user, most) : List.of();
    }

    private static boolean seesPeople(CurrentUser user) {
        return user.scope().everything() || !user.scope().people().isEmpty();
    }

    /** A decision about teams, or a decree about units, by its number. */
    public record DecisionHit(
            String number,
            @Nullable LocalDate day,
            String about,
            @Nullable Long team,
            @Nullable Long change) {}

    /** Of teams that are, or were, at home in the reader's places; of changes of units only for those who may open them. */
    public List<DecisionHit> decisions(String q, CurrentUser user, int most) {
        boolean changes = user.has(Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER);
        return jdbc.sql(DECISIONS)
                .param("today", today())
                .param("patterns", SortKeys.patterns(q).toArray(String[]::new))
                .param("everything", user.scope().everything())
                .param("teams", user.scope().teams().toArray(Long[]::new))
                .param("roots", roots(user))
                .param("changes", changes)
                .param("most", most)
                .query(DecisionHit.class)
                .list();
    }

    public PageOf<UnitView> units(String q, CurrentUser user, Paging paging) {
        UnitQuery query = UnitQuery.on(today()).q(q);
        return units.search(
                user.scope().everything() ? query : query.roots(user.scope().figures()), paging);
    }

    public PageOf<MemberHit> members(String q, CurrentUser user, Paging paging) {
        record Found(long teamId, String name, String team, long total) {}
        List<Found> found = jdbc.sql("""
                        select m.team_id, m.name, t.name as team, count(*) over () as total
                        from team_member m join team t on t.id = m.team_id
                        where :today between m.joined_on and m.left_on and m.sort_key like all(:patterns)
                          and (:everything or t.id = any(:teams) or exists (
                            select from team_area s
                            join unit_lineage l on l.from_id = s.village_id and :today between l.valid_from and l.valid_to
                            join unit_closure c on c.descendant_id = l.to_id and :today between c.valid_from and c.valid_to
                            where s.team_id = t.id and c.ancestor_id = any(:roots)))
                        order by m.sort_key, m.id limit :size offset :offset
                        """)
                .param("today", today())
                .param("patterns", SortKeys.patterns(q).toArray(String[]::new))
                .param("everything", user.scope().everything())
                .param("teams", user.scope().teams().toArray(Long[]::new))
                .param("roots", roots(user))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Found.class)
                .list();
        return PageOf.of(
                found.stream()
                        .map(it -> new MemberHit(it.teamId(), it.name(), it.team()))
                        .toList(),
                paging,
                found.isEmpty() ? 0 : found.get(0).total());
    }

    /** Whoever only works in a team sees its own. */
    private static Long[] roots(CurrentUser user) {
        return FIELD.containsAll(user.roles())
                ? new Long[0]
                : user.scope().figures().toArray(Long[]::new);
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
