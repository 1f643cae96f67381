package vn.tungnha.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.shared.Days;
import vn.tungnha.units.TestUnits;

@SharedApplication
@Transactional
class TeamDutiesTests {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    private TeamDuties duties;

    @Autowired
    private Scopes scopes;

    @Autowired
    private TestUnits units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private LocalDate today;
    private long team;
    private long other;
    private UUID account;

    @BeforeEach
    void joinATeam() {
        today = Days.today(clock);
        long village = units.tree().village();
        team = team(village);
        other = team(village);
        TestAccounts accounts = new TestAccounts(jdbc);
        account = accounts.account("duty" + NAMES.incrementAndGet());
        accounts.assign(account, Role.TEAM_LEADER, null, team, today.minusYears(1), Days.FOREVER);
    }

    @Test
    void endsWithTheLastDayInTheTeam() {
        duties.leave(account, team, today.minusDays(1));

        assertThat(scopes.of(account).teams()).isEmpty();
    }

    @Test
    void lastsToTheEndOfTheLastDay() {
        duties.leave(account, team, today);

        assertThat(scopes.of(account).teams()).containsExactly(team);
    }

    @Test
    void goesOverToAnotherTeamFromTheDayOn() {
        duties.goOver(account, team, other, Role.TEAM_MEMBER, today);

        assertThat(scopes.of(account).teams()).containsExactly(other);
        assertThat(role(other)).isEqualTo("TEAM_MEMBER");
    }

    @Test
    void staysUntilAFutureDayComes() {
        duties.goOver(account, team, other, Role.TEAM_MEMBER, today.plusDays(1));

        assertThat(scopes.of(account).teams()).containsExactly(team);
    }

    @Test
    void changesTheRoleInTheSameTeamOnce() {
        duties.goOver(account, team, team, Role.TEAM_MEMBER, today);
        duties.goOver(account, team, team, Role.TEAM_MEMBER, today);

        assertThat(scopes.of(account).teams()).containsExactly(team);
        assertThat(role(team)).isEqualTo("TEAM_MEMBER");
    }

    @Test
    void leavesThoseWithoutAnAccountAlone() {
        duties.leave(null, team, today.minusDays(1));

        assertThat(scopes.of(account).teams()).containsExactly(team);
    }

    private String role(long ofTeam) {
        return jdbc.sql("""
                        select role from assignment
                         where account_id = :account and team_id = :team and :today between valid_from and valid_to
                        """)
                .param("account", account)
                .param("team", ofTeam)
                .param("today", today)
                .query(String.class)
                .single();
    }

    private long team(long village) {
        long id = jdbc.sql("""
                        insert into team (kind, number, name, search, status, established_on, version)
                        select (select code from team_kind order by position limit 1), :number, 'Tổ', 'to', 'ACTIVE', :from, 0
                        returning id
                        """)
                .param("number", NAMES.incrementAndGet())
                .param("from", today.minusYears(2))
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into team_area (team_id, village_id, home, valid_from, valid_to) values (:team, :village, true, :from, :forever)")
                .param("team", id)
                .param("village", village)
                .param("from", today.minusYears(2))
                .param("forever", Days.FOREVER)
                .update();
        return id;
    }
}
