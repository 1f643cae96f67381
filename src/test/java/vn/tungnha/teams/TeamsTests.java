package vn.tungnha.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TeamPlaces;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.TestUnits;

@SharedApplication
class TeamsTests {

    private static final LocalDate FOUNDED = LocalDate.of(2023, 11, 29);
    private static final LocalDate LATER = LocalDate.of(2024, 7, 1);
    private static final Paging PAGE = new Paging(0, 20);

    @Autowired
    private Teams teams;

    @Autowired
    private TeamChanges changes;

    @Autowired
    private TestUnits units;

    @Autowired
    private TeamPlaces places;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestUnits.Tree tree;
    private CurrentUser officer;
    private CurrentUser neighbour;

    @BeforeEach
    void plant() {
        tree = units.tree();
        officer = user(Role.WARD_OFFICER, Set.of(tree.commune()), Set.of());
        neighbour = user(Role.WARD_OFFICER, Set.of(tree.communes().get(1)), Set.of());
    }

    @Test
    void registersATeamWithDecisionAndArea() {
        long id = teams.create(aTeam("Tổ 1", village(0), village(1)), officer);

        TeamView team = teams.get(id, officer);
        assertThat(team.decision()).isEqualTo(new Decision("103/QĐ-UBND", FOUNDED, null));
        assertThat(team.villageIds()).containsExactlyInAnyOrder(village(0), village(1));
        assertThat(team.home().id()).isEqualTo(village(0));
        assertThat(team.communeId()).isEqualTo(tree.commune());
        assertThat(places.villagesOf(id, FOUNDED.minusDays(1))).isEmpty();
        assertThat(places.villagesOf(id, FOUNDED)).hasSize(2);
    }

    @Test
    void refusesASecondTeamOfTheSameNameInTheWard() {
        teams.create(aTeam("Tổ 1", village(0)), officer);

        assertThatThrownBy(() -> teams.create(aTeam("tổ 1", village(1)), officer))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("name-taken");
        assertThat(teams.create(aTeam("Tổ 1", otherWardsVillage()), neighbour)).isPositive();
    }

    @Test
    void freesTheNameWhenTheTeamHasEnded() {
        long id = teams.create(aTeam("Tổ 1", village(0)), officer);
        changes.dissolve(id, 0, decreed(LATER, "giải thể"), officer);

        TeamCommand again = new TeamCommand(
                "Tổ 1",
                1,
                "CNSCD",
                village(0),
                Set.of(),
                null,
                Decision.UNKNOWN,
                null,
                null,
                ChatGroup.NONE,
                LATER.plusDays(1));
        assertThat(teams.create(again, officer)).isNotEqualTo(id);
    }

    @Test
    void remembersWhereADissolvedTeamWas() {
        long id = teams.create(aTeam("Tổ 1", village(0)), officer);
        changes.dissolve(id, 0, decreed(LATER, "giải thể"), officer);

        assertThat(places.villagesOf(id, LATER.plusYears(1))).isEmpty();
        assertThat(places.lastVillagesOf(id, LATER.plusYears(1))).containsExactly(village(0));
        assertThat(places.lastVillagesOf(id, FOUNDED.minusDays(1))).isEmpty();
    }

    @Test
    void refusesVillagesOfAnotherWard() {
        assertThatThrownBy(() -> teams.create(aTeam("Tổ 1", otherWardsVillage()), officer))
                .isInstanceOf(OutOfScope.class);
    }

    @Test
    void rejectsAStaleVersion() {
        long id = teams.create(aTeam("Tổ 1", village(0)), officer);
        teams.edit(id, 0, aTeam("Tổ 2", village(0)), officer);

        assertThatThrownBy(() -> teams.edit(id, 0, aTeam("Tổ 3", village(0)), officer))
                .isInstanceOf(Stale.class);
        assertThat(teams.get(id).name()).isEqualTo("Tổ 2");
    }

    @Test
    void keepsTheFormerAreaOnItsDays() {
        long id = teams.create(aTeam("Tổ 1", village(0)), officer);
        TeamCommand moved = new TeamCommand(
                "Tổ 1", 1, "CNSCD", village(1), Set.of(), LATER, Decision.UNKNOWN, null, null, ChatGroup.NONE, FOUNDED);
        teams.edit(id, 0, moved, officer);

        assertThat(places.villagesOf(id, LATER.minusDays(1))).containsExactly(village(0));
        assertThat(places.villagesOf(id, LATER)).containsExactly(village(1));
    }

    @Test
    void hasOneLeaderAtATimeAndKeepsTheFormer() {
        long id = teams.create(aTeam("Tổ 1", village(0)), officer);
        teams.addMember(id, aMember("Trần Thị Hoa", TeamRole.LEADER), officer);
        UUID khang = teams.addMember(id, aMember("Đỗ Minh Khang", TeamRole.MEMBER), officer);

        teams.changeLeader(id, khang, LATER, officer);

        assertThat(leader(id, LATER.minusDays(1))).isEqualTo("Trần Thị Hoa");
        assertThat(leader(id, LATER)).isEqualTo("Đỗ Minh Khang");
        assertThat(teams.members(id, LATER)).hasSize(2);
        assertThat(teams.memberHistory(id)).hasSize(4);
    }

    @Test
    void replacesTheLeaderWhenANewOneJoins() {
        long id = teams.create(aTeam("Tổ 1", village(0)), officer);
        teams.addMember(id, aMember("Trần Thị Hoa", TeamRole.LEADER), officer);
        teams.addMember(id, aMember("Đỗ Minh Khang", TeamRole.LEADER), officer);

        assertThat(teams.members(id, LATER))
                .filteredOn(member -> member.role() == TeamRole.LEADER)
                .extracting(MemberView::name)
                .containsExactly("Đỗ Minh Khang");
    }

    @Test
    void countsAMemberUntilTheLastDay() {
        long id = teams.create(aTeam("Tổ 1", village(0)), officer);
        UUID hoa = teams.addMember(id, aMember("Trần Thị Hoa", TeamRole.MEMBER), officer);
        teams.removeMember(hoa, 0, LATER, "chuyển chỗ ở", officer);

        assertThat(teams.members(id, LATER)).hasSize(1);
        assertThat(teams.members(id, LATER.plusDays(1))).isEmpty();
    }

    @Test
    void bringsVillagesAndMembersIntoTheTeamItMergesInto() {
        long from = teams.create(aTeam("Tổ 1", village(0)), officer);
        long into = teams.create(aTeam("Tổ 2", village(1)), officer);
        teams.addMember(from, aMember("Trần Thị Hoa", TeamRole.LEADER), officer);
        teams.addMember(into, aMember("Đỗ Minh Khang", TeamRole.LEADER), officer);

        changes.merge(from, 0, into, decreed(LATER, "sắp xếp lại"), officer);

        assertThat(teams.get(from).status()).isEqualTo(TeamStatus.MERGED);
        assertThat(teams.get(from).endedOn()).isEqualTo(LATER.minusDays(1));
        assertThat(places.villagesOf(from, LATER)).isEmpty();
        assertThat(places.villagesOf(into, LATER)).containsExactlyInAnyOrder(village(0), village(1));
        assertThat(teams.members(into, LATER))
                .extracting(MemberView::role)
                .containsExactly(TeamRole.LEADER, TeamRole.MEMBER);
        assertThat(teams.members(from, LATER)).isEmpty();
    }

    @Test
    void listsOnlyWhatTheReaderMaySee() {
        long one = teams.create(aTeam("Tổ 1", village(0)), officer);
        long two = teams.create(aTeam("Tổ 2", village(0)), officer);
        teams.create(aTeam("Tổ 1", otherWardsVillage()), neighbour);
        CurrentUser member = user(Role.TEAM_MEMBER, Set.of(village(0)), Set.of(one));

        assertThat(ids(officer, null)).containsExactly(one, two);
        assertThat(ids(member, null)).containsExactly(one);
        assertThatThrownBy(() -> teams.get(two, member)).isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> teams.get(one, neighbour)).isInstanceOf(OutOfScope.class);
    }

    @Test
    void findsATeamByAMemberWithoutDiacritics() {
        long one = teams.create(aTeam("Tổ 1", village(0)), officer);
        teams.create(aTeam("Tổ 2", village(1)), officer);
        teams.addMember(one, aMember("Nguyễn Quốc Việt", TeamRole.MEMBER), officer);

        assertThat(ids(officer, "quoc viet")).containsExactly(one);
        assertThat(ids(officer, "khong co ai")).isEmpty();
    }

    @Test
    void findsATeamByItsVillageAndNotByTheDigitsOfTheVillagesCode() {
        long one = teams.create(aTeam("Tổ 1", village(0)), officer);
        String code = jdbc.sql("select code from unit_version where unit_id = ?")
                .param(village(0))
                .query(String.class)
                .single();

        assertThat(ids(officer, "to dan pho 1")).containsExactly(one);
        assertThat(ids(officer, code)).isEmpty();
    }

    @Test
    void sumsUpTheTeamsOfTheView() {
        long one = teams.create(aTeam("Tổ 1", village(0)), officer);
        teams.addMember(one, aMember("Nguyễn Quốc Việt", TeamRole.MEMBER), officer);

        assertThat(teams.stats(TeamQuery.all(today()), officer)).isEqualTo(new TeamStats(1, 0, 1, 0, 1));
    }

    @Test
    void booksTeamsAndMembersIntoTheCounters() {
        long id = teams.create(aTeam("Tổ 1", village(0)), officer);
        teams.addMember(id, aMember("Trần Thị Hoa", TeamRole.LEADER), officer);

        assertThat(booked("MEMBERS")).isEqualTo(1);
        changes.dissolve(id, 0, decreed(LATER, "giải thể"), officer);
        assertThat(booked("MEMBERS")).isZero();
    }

    private long booked(String basis) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where m.basis = :basis and f.unit_id = :unit""")
                .param("basis", basis)
                .param("unit", village(0))
                .query(Long.class)
                .single();
    }

    private Iterable<Long> ids(CurrentUser user, String q) {
        TeamQuery query = new TeamQuery(null, q, null, null, null, today(), TeamQuery.Sort.NAME);
        return teams.list(query, user, PAGE).items().stream().map(TeamRow::id).toList();
    }

    private String leader(long team, LocalDate on) {
        return teams.members(team, on).stream()
                .filter(member -> member.role() == TeamRole.LEADER)
                .map(MemberView::name)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private long village(int n) {
        return tree.villages().get(0).get(n);
    }

    private long otherWardsVillage() {
        return tree.villages().get(1).get(0);
    }

    private static Decreed decreed(LocalDate day, String reason) {
        return new Decreed(day, reason, Decision.UNKNOWN);
    }

    private static TeamCommand aTeam(String name, long home, Long... others) {
        return new TeamCommand(
                name,
                null,
                "CNSCD",
                home,
                Set.of(others),
                null,
                new Decision("103/QĐ-UBND", FOUNDED, null),
                "Hội Phụ nữ phường",
                null,
                new ChatGroup("ZALO", "https://zalo.me/g/to1", 20),
                FOUNDED);
    }

    private static MemberCommand aMember(String name, TeamRole role) {
        return new MemberCommand(name, role, "PHU_NU", null, null, FOUNDED, null);
    }

    private CurrentUser user(Role role, Set<Long> roots, Set<Long> ownTeams) {
        UUID account = new TestAccounts(jdbc).account(UUID.randomUUID().toString());
        return new CurrentUser(
                account, "x", "Bà Thu", Set.of(role), new Scope(false, roots, roots, Set.of(), ownTeams));
    }
}
