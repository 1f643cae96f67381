package vn.tungnha.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;

/** What must hold between a team, its villages and the other teams of the ward. */
@Component
@RequiredArgsConstructor
class TeamRules {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The commune all villages of the command lie in on a day; refuses what is no village there or outside the scope. */
    long commune(TeamCommand command, LocalDate day, CurrentUser user) {
        Set<Long> wanted = new HashSet<>(command.otherVillageIds());
        wanted.add(command.homeVillageId());
        requireInScope(wanted, user);
        List<Long> communes = jdbc.sql("""
                        select c.ancestor_id from unit v
                        join unit_closure c on c.descendant_id = v.id and :day between c.valid_from and c.valid_to
                        join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                        where v.id = any(:ids) and v.level = 'VILLAGE'""")
                .param("ids", wanted.toArray(Long[]::new))
                .param("day", day)
                .query(Long.class)
                .list();
        if (communes.size() < wanted.size()) {
            throw RuleBroken.at("homeVillage", "teams.error.village-not-in-force", day);
        }
        if (new HashSet<>(communes).size() > 1) {
            throw RuleBroken.at("otherVillages", "teams.error.villages-of-two-wards");
        }
        return communes.get(0);
    }

    /** A name belongs to one team of a ward at a time. Holds the ward's names until the transaction ends. */
    void requireFreeName(String name, long communeId, LocalDate from, Long exceptTeam) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtext('team-names'), :ward)) l")
                .param("ward", (int) communeId)
                .query(Integer.class)
                .single();
        boolean taken = jdbc.sql("""
                        select exists(
                            select from team t
                            join team_area a on a.team_id = t.id and a.home
                            join unit_closure c on c.descendant_id = a.village_id and c.ancestor_id = :ward
                            where lower(t.name) = lower(:name) and t.id <> :except and t.ended_on >= :from
                              and least(a.valid_to, c.valid_to, t.ended_on) >= :from
                              and greatest(a.valid_from, c.valid_from) <= least(a.valid_to, c.valid_to))""")
                .param("ward", communeId)
                .param("name", name.strip())
                .param("except", exceptTeam)
                .param("from", from)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw RuleBroken.at("name", "teams.error.name-taken", name.strip());
        }
    }

    void requireNotFuture(String field, LocalDate day) {
        if (day.isAfter(Days.today(clock))) {
            throw RuleBroken.at(field, "teams.error.future", day);
        }
    }

    /** Past or to come, but no slip of the pen. */
    void requireNear(String field, LocalDate day) {
        LocalDate latest = Days.today(clock).plusYears(1);
        if (day.isAfter(latest)) {
            throw RuleBroken.at(field, "teams.error.far", latest);
        }
    }

    private void requireInScope(Set<Long> villages, CurrentUser user) {
        if (user.scope().everything()) {
            return;
        }
        String sql =
                "select count(*) from unnest(cast(:ids as bigint[])) v (id) where v.id in (" + ScopeSql.INSIDE + ")";
        int inside = ScopeSql.bind(jdbc.sql(sql), user.scope(), Data.FIGURES, Days.today(clock))
                .param("ids", villages.toArray(Long[]::new))
                .query(Integer.class)
                .single();
        if (inside < villages.size()) {
            throw new OutOfScope("villages", villages);
        }
    }
}
