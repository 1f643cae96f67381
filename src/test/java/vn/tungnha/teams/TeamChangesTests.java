package vn.tungnha.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.tungnha.teams.TeamCoverage.Gap;
import vn.tungnha.units.TestUnits;

@SharedApplication
class TeamChangesTests {

    private static final LocalDate FOUNDED = LocalDate.of(2022, 4, 15);
    private static final LocalDate MERGED = LocalDate.of(2023, 11, 29);
    private static final Paging PAGE = new Paging(0, 20);

    @Autowired
    private Teams teams;

    @Autowired
    private TeamChanges changes;

    @Autowired
    private TeamResponsibles responsibles;

    @Autowired
    private TeamCoverage coverage;

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
        officer = user(tree.commune());
        neighbour = user(tree.communes().get(1));
    }

    /** Đà Nẵng, letter 6436/UBND-STTTT of 21/11/2023; Tân Chính, decision 103/QĐ-UBND. */
    @Test
    void joinsTheTeamsOf2023IntoOneOfBothKindsWithHistoryOnBothSides() {
        long digital = team("Tổ 33", "CNSCD", village(0));
        long project06 = team("Tổ Đề án 06 số 33", "DA06", village(0), village(1));
        UUID hoa = member(digital, "Trần Thị Hoa", TeamRole.LEADER, "0905000001");
        member(project06, "Lê Văn Sáu", TeamRole.LEADER, "0905000006");
        member(project06, "Trần Thị Hoa", TeamRole.MEMBER, "0905000001");

        long joined = changes.combine(
                new CombineCommand(
                        Set.of(digital, project06), "Tổ CNSCĐ và Đề án 06 số 33", 33, "CNSCD_DA06", hoa, decision103()),
                officer);

        TeamView team = teams.get(joined);
        assertThat(team.kind()).isEqualTo("CNSCD_DA06");
        assertThat(team.decision().number()).isEqualTo("103/QĐ-UBND");
        assertThat(team.establishedOn()).isEqualTo(MERGED);
        assertThat(team.villageIds()).containsExactlyInAnyOrder(village(0), village(1));
        assertThat(teams.members(joined, MERGED))
                .extracting(MemberView::name, MemberView::role)
                .containsExactly(tuple("Trần Thị Hoa", TeamRole.LEADER), tuple("Lê Văn Sáu", TeamRole.MEMBER));
        for (long former : List.of(digital, project06)) {
            assertThat(teams.get(former).status()).isEqualTo(TeamStatus.MERGED);
            assertThat(teams.get(former).mergedIntoId()).isEqualTo(joined);
            assertThat(teams.get(former).endedOn()).isEqualTo(MERGED.minusDays(1));
            assertThat(teams.members(former, MERGED.minusDays(1))).isNotEmpty();
            assertThat(places.villagesOf(former, MERGED)).isEmpty();
            assertThat(changes.history(former))
                    .extracting(TeamChange::kind, TeamChange::effective)
                    .containsExactly(tuple(TeamChange.Kind.COMBINED, MERGED));
        }
        assertThat(changes.history(joined).get(0).teams())
                .extracting(TeamChange.Part::name)
                .containsExactlyInAnyOrder("Tổ 33", "Tổ Đề án 06 số 33", "Tổ CNSCĐ và Đề án 06 số 33");
        assertThat(counted("TEAMS", MERGED.minusDays(1))).isEqualTo(2);
        assertThat(counted("TEAMS", MERGED)).isEqualTo(1);
        assertThat(counted("MEMBERS", MERGED)).isEqualTo(2);
    }

    @Test
    void takesAJoiningBackAsIfItHadNeverBeen() {
        long one = team("Tổ 1", "CNSCD", village(0));
        long two = team("Tổ 2", "CNSCD", village(1));
        UUID hoa = member(one, "Trần Thị Hoa", TeamRole.LEADER, null);
        UUID account = new TestAccounts(jdbc).account("h" + UUID.randomUUID());
        new TestAccounts(jdbc).assign(account, Role.TEAM_LEADER, null, one, FOUNDED, Days.FOREVER);
        teams.bindAccount(hoa, account, officer);
        String before = state(one, two);
        long joined = changes.combine(
                new CombineCommand(Set.of(one, two), "Tổ 12", 12, "CNSCD", null, decision103()), officer);
        assertThat(state(one, two)).isNotEqualTo(before);

        changes.undo(changes.history(one).get(0).id(), officer);

        assertThat(state(one, two)).isEqualTo(before);
        assertThat(teams.all(Set.of(joined), MERGED)).isEmpty();
        assertThat(changes.history(one).get(0).undone()).isNotNull();
        assertThat(counted("TEAMS", today())).isEqualTo(2);
        assertThat(counted("MEMBERS", today())).isEqualTo(1);
    }

    @Test
    void refusesToTakeBackWhatSomebodyBuiltOn() {
        long one = team("Tổ 1", "CNSCD", village(0));
        long two = team("Tổ 2", "CNSCD", village(1));
        changes.merge(one, 0, two, decision103(), officer);
        member(two, "Đỗ Minh Khang", TeamRole.LEADER, null);
        long change = changes.history(two).get(0).id();

        changes.renew(
                two,
                new RenewalCommand(
                        Map.of(teams.members(two, today()).get(0).id(), TeamRole.DEPUTY),
                        Set.of(),
                        List.of(),
                        decreed(today())),
                officer);
        changes.area(two, version(two), new AreaCommand(village(1), Set.of(), decreed(today())), officer);

        assertThatThrownBy(() -> changes.undo(change, officer))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("changed-since");
        assertThatThrownBy(() -> changes.undo(change, neighbour)).isInstanceOf(OutOfScope.class);
    }

    @Test
    void splitsATeamByVillagesAndMembersOnADayToCome() {
        long old = team("Tổ 5", "CNSCD", village(0), village(1));
        member(old, "Trần Thị Hoa", TeamRole.LEADER, null);
        UUID khang = member(old, "Đỗ Minh Khang", TeamRole.DEPUTY, null);
        LocalDate day = today().plusDays(20);

        long young = changes.split(
                old,
                0,
                new SplitCommand("Tổ 5B", 6, "CNSCD", List.of(village(1)), Set.of(khang), khang, decreed(day)),
                officer);

        assertThat(places.villagesOf(old, day.minusDays(1))).containsExactlyInAnyOrder(village(0), village(1));
        assertThat(places.villagesOf(old, day)).containsExactly(village(0));
        assertThat(places.villagesOf(young, day.minusDays(1))).isEmpty();
        assertThat(places.villagesOf(young, day)).containsExactly(village(1));
        assertThat(teams.members(young, day))
                .extracting(MemberView::name, MemberView::role)
                .containsExactly(tuple("Đỗ Minh Khang", TeamRole.LEADER));
        assertThat(teams.members(old, today())).hasSize(2);
        assertThat(teams.members(old, day)).hasSize(1);
        assertThat(counted("TEAMS", today())).isEqualTo(1);
        assertThat(counted("TEAMS", day)).isEqualTo(2);

        changes.undo(changes.history(young).get(0).id(), officer);
        assertThat(places.villagesOf(old, day)).hasSize(2);
        assertThat(counted("TEAMS", day)).isEqualTo(1);
    }

    @Test
    void keepsSomethingForTheOldTeamAndPeopleForTheNew() {
        long old = team("Tổ 5", "CNSCD", village(0), village(1));
        UUID hoa = member(old, "Trần Thị Hoa", TeamRole.LEADER, null);

        assertThatThrownBy(() -> changes.split(
                        old,
                        0,
                        new SplitCommand(
                                "Tổ 6",
                                6,
                                "CNSCD",
                                List.of(village(0), village(1)),
                                Set.of(hoa),
                                null,
                                decreed(today())),
                        officer))
                .hasMessageContaining("split-all");
        assertThatThrownBy(() -> changes.split(
                        old,
                        0,
                        new SplitCommand("Tổ 6", 6, "CNSCD", List.of(village(1)), Set.of(), null, decreed(today())),
                        officer))
                .hasMessageContaining("split-nobody");
    }

    @Test
    void worksUntilTheDayOfADissolutionToCome() {
        long id = team("Tổ 9", "CNSCD", village(0));
        LocalDate last = today().plusDays(10);

        changes.dissolve(id, 0, decreed(last), officer);

        assertThat(teams.get(id).status()).isEqualTo(TeamStatus.ACTIVE);
        assertThat(teams.get(id, last.plusDays(1)).status()).isEqualTo(TeamStatus.DISSOLVED);
        assertThat(places.villagesOf(id, last)).isNotEmpty();
        assertThat(places.villagesOf(id, last.plusDays(1))).isEmpty();
        assertThatThrownBy(() -> changes.dissolve(id, 1, decreed(today().plusYears(2)), officer))
                .hasMessageContaining("teams.error.far");
        changes.undo(changes.history(id).get(0).id(), officer);
        assertThat(places.villagesOf(id, last.plusDays(1))).isNotEmpty();
    }

    @Test
    void renewsATeamByOneDecision() {
        long id = team("Tổ 3", "CNSCD", village(0));
        UUID hoa = member(id, "Trần Thị Hoa", TeamRole.LEADER, null);
        UUID khang = member(id, "Đỗ Minh Khang", TeamRole.MEMBER, null);
        MemberCommand lan = new MemberCommand("Bùi Thị Lan", TeamRole.DEPUTY, "DOAN_TN", null, null, MERGED, null);

        changes.renew(
                id,
                new RenewalCommand(Map.of(khang, TeamRole.LEADER), Set.of(hoa), List.of(lan), decision103()),
                officer);

        assertThat(teams.members(id, MERGED.minusDays(1)))
                .extracting(MemberView::name)
                .containsExactly("Trần Thị Hoa", "Đỗ Minh Khang");
        assertThat(teams.members(id, MERGED))
                .extracting(MemberView::name, MemberView::role)
                .containsExactly(tuple("Đỗ Minh Khang", TeamRole.LEADER), tuple("Bùi Thị Lan", TeamRole.DEPUTY));
        assertThat(changes.history(id).get(0).decision().number()).isEqualTo("103/QĐ-UBND");
    }

    @Test
    void makesAnOrganisationResponsibleForAWholeWardFromADayOn() {
        long one = team("Tổ 1", "CNSCD", village(0));
        long two = team("Tổ 2", "CNSCD", village(1));

        assertThat(responsibles.assign(
                        List.of(), List.of(tree.commune()), "Hội Phụ nữ phường", "chị Thảo", MERGED, officer))
                .isEqualTo(2);
        responsibles.assign(List.of(two), List.of(), "Đoàn Thanh niên phường", null, today(), officer);

        assertThat(teams.get(one, MERGED.minusDays(1)).responsible()).isNull();
        assertThat(teams.get(two, MERGED).responsible()).isEqualTo("Hội Phụ nữ phường");
        assertThat(teams.get(two).responsible()).isEqualTo("Đoàn Thanh niên phường");
        assertThat(responsibles.history(two))
                .extracting(Responsible::to)
                .containsExactly(Days.FOREVER, today().minusDays(1));
        assertThatThrownBy(() -> responsibles.assign(List.of(one), List.of(), "Khác", null, today(), neighbour))
                .isInstanceOf(OutOfScope.class);
    }

    @Test
    void tellsWhatIsMissing() {
        long led = team("Tổ 1", "CNSCD", village(0));
        team("Tổ 2", "CNSCD", village(0));
        member(led, "Trần Thị Hoa", TeamRole.LEADER, null);
        teams.addMember(
                led,
                new MemberCommand("Đỗ Minh Khang", TeamRole.DEPUTY, null, null, today().minusMonths(6), FOUNDED, null),
                officer);

        assertThat(names(Gap.VILLAGES, 2)).hasSize(2);
        assertThat(names(Gap.LEADERS, 2)).containsExactly("Tổ 2");
        assertThat(names(Gap.DEPUTIES, 2)).containsExactly("Tổ 2");
        assertThat(names(Gap.TRAINING, 2)).containsExactly("Trần Thị Hoa");
        assertThat(names(Gap.ACCOUNTS, 2)).containsExactly("Trần Thị Hoa", "Đỗ Minh Khang");
        for (Gap gap : Gap.values()) {
            assertThat(coverage.count(gap, tree.commune(), 2, officer))
                    .as(gap.name())
                    .isEqualTo(
                            coverage.list(gap, tree.commune(), 2, officer, PAGE).total());
            assertThat(coverage.count(gap, tree.commune(), 2, neighbour))
                    .as(gap.name())
                    .isZero();
        }
    }

    private List<String> names(Gap gap, int years) {
        return coverage.list(gap, tree.commune(), years, officer, PAGE).items().stream()
                .map(line -> line.member() != null ? line.member() : line.team() != null ? line.team() : line.village())
                .toList();
    }

    /** Everything the tables say of some teams. */
    private String state(Long... ids) {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("team_area", "team_member", "team_responsible", "assignment")) {
            all.append(jdbc.sql("select coalesce(jsonb_agg(to_jsonb(t) order by t.id)::text, '') from " + table
                            + " t where t.team_id = any(:ids)")
                    .param("ids", ids)
                    .query(String.class)
                    .single());
        }
        return all
                + jdbc.sql("select jsonb_agg(to_jsonb(t) order by t.id)::text from team t where t.id = any(:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .single();
    }

    private long counted(String basis, LocalDate until) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where m.basis = :basis and f.unit_id = any(:units) and f.day <= :until""")
                .param("basis", basis)
                .param("units", tree.villages().get(0).toArray(Long[]::new))
                .param("until", until)
                .query(Long.class)
                .single();
    }

    private long team(String name, String kind, long home, Long... others) {
        return teams.create(
                new TeamCommand(
                        name,
                        null,
                        kind,
                        home,
                        Set.of(others),
                        null,
                        Decision.UNKNOWN,
                        null,
                        null,
                        ChatGroup.NONE,
                        FOUNDED),
                officer);
    }

    private UUID member(long team, String name, TeamRole role, String phone) {
        return teams.addMember(team, new MemberCommand(name, role, "PHU_NU", phone, null, FOUNDED, null), officer);
    }

    private int version(long team) {
        return teams.get(team).version();
    }

    private static Decreed decision103() {
        return new Decreed(
                MERGED, "CV 6436/UBND-STTTT", new Decision("103/QĐ-UBND", MERGED, "Chủ tịch UBND phường Tân Chính"));
    }

    private static Decreed decreed(LocalDate day) {
        return new Decreed(day, "sắp xếp lại", Decision.UNKNOWN);
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private long village(int n) {
        return tree.villages().get(0).get(n);
    }

    private CurrentUser user(long ward) {
        UUID account = new TestAccounts(jdbc).account(UUID.randomUUID().toString());
        return new CurrentUser(
                account,
                "x",
                "Bà Thu",
                Set.of(Role.WARD_OFFICER),
                new Scope(false, Set.of(ward), Set.of(ward), Set.of(), Set.of()));
    }
}
