package vn.tungnha.life;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;
import vn.tungnha.teams.ChatGroup;
import vn.tungnha.teams.Decision;
import vn.tungnha.teams.MemberCommand;
import vn.tungnha.teams.TeamCommand;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.TestUnits;

/** A ward of its own with a team that has a leader and a member, both with accounts, and its officer. */
final class LifeFixture {

    static final LocalDate FOUNDED = LocalDate.of(2023, 11, 29);

    final TestUnits.Tree tree;
    final CurrentUser officer;
    final CurrentUser neighbour;
    final long team;
    final UUID leader;
    final UUID member;
    final UUID leaderAccount;
    final UUID memberAccount;

    LifeFixture(TestUnits units, Teams teams, JdbcClient jdbc) {
        tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        officer = officer(accounts, tree.commune());
        neighbour = officer(accounts, tree.communes().get(1));
        team = teams.create(
                new TeamCommand(
                        "Tổ 33",
                        33,
                        "CNSCD_DA06",
                        tree.village(),
                        Set.of(),
                        null,
                        Decision.UNKNOWN,
                        null,
                        null,
                        new ChatGroup("ZALO", "https://zalo.me/g/to33", 20),
                        FOUNDED),
                officer);
        leader = add(teams, "Trần Thị Hoa", TeamRole.LEADER, "0905000001");
        member = add(teams, "Đỗ Minh Khang", TeamRole.MEMBER, "0905000002");
        leaderAccount = accounts.account("l" + UUID.randomUUID());
        memberAccount = accounts.account("m" + UUID.randomUUID());
        accounts.assign(leaderAccount, Role.TEAM_LEADER, null, team, FOUNDED, Days.FOREVER);
        accounts.assign(memberAccount, Role.TEAM_MEMBER, null, team, FOUNDED, Days.FOREVER);
        teams.bindAccount(leader, leaderAccount, officer);
        teams.bindAccount(member, memberAccount, officer);
    }

    CurrentUser teamLeader(UUID account) {
        Set<Long> village = Set.of(tree.village());
        return new CurrentUser(
                account,
                "t",
                "Ông Khang",
                Set.of(Role.TEAM_LEADER),
                new Scope(false, village, village, Set.of(), Set.of(team)));
    }

    private UUID add(Teams teams, String name, TeamRole role, String phone) {
        return teams.addMember(team, new MemberCommand(name, role, "PHU_NU", phone, null, FOUNDED, null), officer);
    }

    private static CurrentUser officer(TestAccounts accounts, long ward) {
        UUID account = accounts.account("w" + UUID.randomUUID(), Role.WARD_OFFICER, ward);
        return new CurrentUser(
                account,
                "w",
                "Bà Thu",
                Set.of(Role.WARD_OFFICER),
                new Scope(false, Set.of(ward), Set.of(ward), Set.of(), Set.of()));
    }
}
