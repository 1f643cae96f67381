package vn.tungnha.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;

/**
 * Whose visits somebody may tell, read and change. A household counts as near where it is today and where it was on the
 * day of the visit, so that what a phone sends late is not lost to a move or a merger.
 */
@Component
@RequiredArgsConstructor
class VisitAccess {

    private final JdbcClient jdbc;
    private final Clock clock;

    void requireHousehold(UUID household, LocalDate day, CurrentUser user) {
        if (!isNear(household, day, user.scope())) {
            throw new OutOfScope("household", household);
        }
    }

    /** A phone page is about a team one goes out with oneself. */
    void requireOwnTeam(long team, CurrentUser user) {
        if (!user.scope().teams().contains(team)) {
            throw new OutOfScope("team", team);
        }
    }

    void requireTeam(long team, LocalDate day, CurrentUser user) {
        requireTeam(team, day, Telling.byProgram(), user);
    }

    /** A team account speaks for its own teams, an officer for those that work in the officer's ward. */
    void requireTeam(long team, LocalDate day, Telling telling, CurrentUser user) {
        Scope scope = user.scope();
        boolean spokeOnce = telling.byPhone() && hadDuty(team, Days.SINCE_EVER, day, user);
        if (!scope.everything() && !scope.teams().contains(team) && !spokeOnce && !worksUnder(team, day, user)) {
            throw new OutOfScope("team", team);
        }
    }

    /** Whether the account works in the team, did so that day, or oversees it. */
    boolean speaksFor(long team, LocalDate day, CurrentUser user) {
        return user.scope().everything()
                || user.scope().teams().contains(team)
                || hadDuty(team, day, day, user)
                || worksUnder(team, day, user);
    }

    void requireReading(Visit visit, CurrentUser user) {
        if (!user.scope().teams().contains(visit.getTeamId())) {
            requireHousehold(visit.getHouseholdId(), visit.getVisitedOn(), user);
        }
    }

    void requireChanging(Visit visit, Telling telling, CurrentUser user) {
        if (!mayChange(visit.getRecordedBy(), visit.getTeamId(), visit.getHouseholdId(), visit.getVisitedOn(), user)) {
            throw new OutOfScope("visit", visit.getId());
        }
        if (!telling.byPhone() || !user.accountId().equals(visit.getRecordedBy())) {
            requireReading(visit, user);
        }
    }

    /** One's own, those of the team one leads, and the ward's own for its officers; of visits one may read. */
    boolean mayChange(@Nullable UUID recordedBy, long team, UUID household, LocalDate day, CurrentUser user) {
        return user.accountId().equals(recordedBy)
                || user.as(Role.TEAM_LEADER).scope().teams().contains(team)
                || oversees(household, day, user);
    }

    /** Whoever is nothing but an officer has been asked for the place already. */
    private boolean oversees(UUID household, LocalDate day, CurrentUser user) {
        CurrentUser officer = user.as(Role.ADMIN, Role.WARD_OFFICER);
        return !officer.roles().isEmpty()
                && (officer.roles().equals(user.roles()) || isNear(household, day, officer.scope()));
    }

    /** Whether the account had work in the team on some of these days. */
    private boolean hadDuty(long team, LocalDate from, LocalDate to, CurrentUser user) {
        return jdbc.sql("""
            select exists (select from assignment
                where account_id = :account and team_id = :team
                  and valid_from <= :to and valid_to >= greatest(valid_from, :from))
            """)
                .param("account", user.accountId())
                .param("team", team)
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }

    boolean isNear(UUID household, LocalDate day, Scope scope) {
        return jdbc.sql("""
            select exists (
                select from household_placement p
                where p.household_id = :household
                  and (:day between p.valid_from and p.valid_to or :today between p.valid_from and p.valid_to)
                  and (:everything
                    or exists (select from unit_lineage l
                               join unit_closure c on c.descendant_id = l.to_id
                               where l.from_id = p.village_id and :today between l.valid_from and l.valid_to
                                 and c.ancestor_id = any(:roots) and :today between c.valid_from and c.valid_to)
                    or exists (select from unit_closure c
                               where c.descendant_id = p.village_id
                                 and c.ancestor_id = any(:roots) and :today between c.valid_from and c.valid_to)
                    or exists (select from team_area a
                               where a.village_id = p.village_id and a.team_id = any(:teams)
                                 and :day between a.valid_from and a.valid_to)))
            """)
                .param("household", household)
                .param("day", day)
                .param("today", Days.today(clock))
                .param("everything", scope.everything())
                .param("roots", ids(scope.roots(Data.PEOPLE)))
                .param("teams", ids(scope.teams()))
                .query(Boolean.class)
                .single();
    }

    /** A village that ended with nothing to carry it on still belongs to the ward it was in. */
    private boolean worksUnder(long team, LocalDate day, CurrentUser user) {
        Set<Long> wards = user.as(Role.WARD_OFFICER).scope().roots(Data.PEOPLE);
        if (wards.isEmpty()) {
            return false;
        }
        return jdbc.sql("""
            select exists (
                select from team_area a
                where a.team_id = :team
                  and (exists (select from unit_lineage l
                               join unit_closure c on c.descendant_id = l.to_id
                               where l.from_id = a.village_id and :today between l.valid_from and l.valid_to
                                 and c.ancestor_id = any(:roots) and :today between c.valid_from and c.valid_to)
                    or exists (select from unit u
                               join unit_closure c on c.descendant_id = u.id
                               where u.id = a.village_id and u.valid_to < :today
                                 and u.valid_to between c.valid_from and c.valid_to
                                 and c.ancestor_id = any(:roots)))
                  and (:day between a.valid_from and a.valid_to or :today between a.valid_from and a.valid_to))
            """)
                .param("team", team)
                .param("day", day)
                .param("today", Days.today(clock))
                .param("roots", ids(wards))
                .query(Boolean.class)
                .single();
    }

    static Long[] ids(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
