package vn.tungnha.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import vn.tungnha.SharedApplication;
import vn.tungnha.households.HouseholdCommand;
import vn.tungnha.households.HouseholdKind;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.teams.ChatGroup;
import vn.tungnha.teams.Decision;
import vn.tungnha.teams.MemberCommand;
import vn.tungnha.teams.TeamCommand;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.TestUnits;

/** What every list has, tried on those of teams, members, households and accounts. */
@SharedApplication
class ListsTests {

    private static final LocalDate FOUNDED = LocalDate.of(2023, 11, 29);
    private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]*)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Teams teams;

    @Autowired
    private Households households;

    @Autowired
    private Logins logins;

    private TestUnits.Tree tree;
    private UUID officer;
    private UUID neighbour;
    private CurrentUser acting;
    private long first;
    private long second;

    @BeforeEach
    void plant() {
        tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        officer = accounts.account("o" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        neighbour = accounts.account(
                "n" + UUID.randomUUID(), Role.WARD_OFFICER, tree.communes().get(1));
        Set<Long> ward = Set.of(tree.commune());
        acting = new CurrentUser(
                officer, "x", "Bà Thu", Set.of(Role.WARD_OFFICER), new Scope(false, ward, ward, Set.of(), Set.of()));
        first = teams.create(team("=Tổ 1", village(0)), acting);
        second = teams.create(team("Tổ 2", village(1)), acting);
    }

    @Test
    void givesAFileOfWhatIsFilteredInTheColumnsChosenWithoutFormulas() {
        String whole = text(get("/lists/teams/table.csv", officer));
        assertThat(whole).contains("'=Tổ 1", "Tổ 2", "Đơn vị phụ trách").doesNotContain("Quyết định thành lập");

        post("/lists/teams/columns", officer, "column", "decision", "column", "leader");
        String some = text(get("/lists/teams/table.csv?q=tổ 2", officer));

        assertThat(some)
                .contains("Quyết định thành lập", "103/QĐ-UBND", "Tổ 2")
                .doesNotContain("Đơn vị phụ trách", "Tổ 1");
        assertThat(text(get("/teams", officer))).contains("103/QĐ-UBND").doesNotContain("Hội Phụ nữ phường</span>");
        assertThat(get("/lists/teams/table.xlsx", officer)).hasStatusOk();
        post("/lists/teams/columns", officer, "standard", "true");
        assertThat(text(get("/lists/teams/table.csv", officer))).contains("Đơn vị phụ trách");
    }

    @Test
    void tellsTheTrailWhoTookAListOfPeopleAway() {
        household("7");
        assertThat(text(get("/lists/households/table.csv?alley=Kiệt 7 Trần Phú", officer)))
                .contains("Kiệt 7 Trần Phú");

        assertThat(trail("list.exported", "households", officer))
                .singleElement()
                .asString()
                .contains("\"rows\": 1", "alley")
                .doesNotContain("Trần Phú");
        get("/lists/teams/table.csv", officer);
        assertThat(trail("list.exported", "teams", officer)).isEmpty();
    }

    @Test
    void showsAndChangesNothingOfOtherPlaces() {
        UUID house = household("8").id();
        String code = jdbc.sql("select code from unit_version where unit_id = ?")
                .param(tree.commune())
                .query(String.class)
                .single();
        UUID province = new TestAccounts(jdbc).account("p" + UUID.randomUUID(), Role.PROVINCE_OFFICER, tree.province());
        assertThat(text(get("/lists/teams/table.csv", neighbour))).doesNotContain("Tổ 2");
        for (String address : List.of(
                "/lists/teams/table.csv?unit=" + code,
                "/lists/members/table.csv?id=" + first,
                "/lists/households/table.csv?village=" + code,
                "/lists/households/table.csv?team=" + first,
                "/lists/visits/table.csv?team=" + first,
                "/lists/nothing/table.csv",
                "/lists/teams/rows/" + first + "/cells/responsible",
                "/lists/teams/rows/x/cells/responsible",
                "/lists/households/rows/" + house + "/cells/kind",
                "/lists/households/rows/" + house + "/cells/village")) {
            assertThat(get(address, neighbour)).as(address).hasStatus(404);
        }
        assertThat(get("/lists/households/table.csv", province)).hasStatus(404);
        assertThat(get("/lists/accounts/table.csv", leaderOfNothing())).hasStatus(404);
        for (String list : List.of("teams", "households")) {
            String row = list.equals("teams") ? String.valueOf(first) : house.toString();
            assertThat(post("/lists/" + list + "/changes/preview", neighbour, "edit", "kind", "row", row))
                    .hasStatus(404);
            assertThat(post("/lists/" + list + "/changes", neighbour, "edit", "kind", "row", row, "value", "TRADER"))
                    .hasStatus(404);
        }
        assertThat(households.get(house, acting).kind()).isEqualTo(HouseholdKind.HOUSEHOLD);
    }

    @Test
    void editsACellInItsPlaceAndTakesItBack() {
        String cell = "/lists/teams/rows/" + second + "/cells/responsible";
        assertThat(get(cell, officer)).hasRedirectedUrl("/teams/" + second + "/edit");
        String form = text(htmx(cell, officer));
        assertThat(form).contains("Hội Phụ nữ phường", "Đơn vị phụ trách của Tổ 2");

        String saved = text(htmxPost(cell, officer, "state", state(form), "value", "Đoàn phường"));

        assertThat(saved).contains("Đoàn phường", "Đã lưu", "/undo");
        assertThat(responsible(second)).isEqualTo("Đoàn phường");
        assertThat(trail("team.edited", String.valueOf(second), officer)).hasSize(1);
        assertThat(post(undoOf(saved), neighbour)).hasStatus(404);
        assertThat(post(undoOf(saved), officer)).hasRedirectedUrl("/teams?q=2");
        assertThat(responsible(second)).isEqualTo("Hội Phụ nữ phường");
    }

    @Test
    void saysInTheCellWhatIsWrongAndWhatSomebodyElseHasMadeOfIt() {
        String cell = "/lists/teams/rows/" + second + "/cells/responsible";
        String before = state(text(htmx(cell, officer)));
        String long121 = "x".repeat(121);
        assertThat(htmxPost(cell, officer, "state", before, "value", long121))
                .hasStatus(422)
                .bodyText()
                .contains("f-error", long121);
        htmxPost(cell, officer, "state", before, "value", "Công an phường");

        MvcTestResult late = htmxPost(cell, officer, "state", before, "value", "Mặt trận");

        assertThat(late).hasStatus(409);
        assertThat(text(late)).contains("Công an phường", "Mặt trận");
        assertThat(responsible(second)).isEqualTo("Công an phường");
        assertThat(htmxPost(cell, officer, "state", state(text(late)), "value", "Mặt trận"))
                .hasStatusOk();
    }

    @Test
    void changesManyRowsAndTakesBackThoseNobodyHasChangedSince() {
        String preview = text(post(
                "/lists/teams/changes/preview", officer, "edit", "responsible", "all", "true", "asked", "sort=NAME"));
        assertThat(preview).contains("2 dòng sẽ được đổi", "Tổ 2", "Hội Phụ nữ phường");

        MvcTestResult made = change("responsible", "Hội Cựu chiến binh");
        assertThat(made).hasRedirectedUrl("/teams?sort=NAME");
        assertThat(List.of(responsible(first), responsible(second))).containsOnly("Hội Cựu chiến binh");
        assertThat(trail("team.edited", String.valueOf(first), officer)).hasSize(1);
        String undo = String.valueOf(made.getMvcResult().getFlashMap().get("flashUndo"));
        assertThat(get(undo.replace("/undo", ""), officer)).hasStatusOk();
        String cell = "/lists/teams/rows/" + second + "/cells/responsible";
        htmxPost(cell, officer, "state", state(text(htmx(cell, officer))), "value", "Hội Nông dân");

        assertThat(post(undo, officer))
                .hasStatusOk()
                .bodyText()
                .contains("Tổ 2", "có người đã sửa sau đó")
                .doesNotContain("=Tổ 1");
        assertThat(responsible(first)).isEqualTo("Hội Phụ nữ phường");
        assertThat(responsible(second)).isEqualTo("Hội Nông dân");
        assertThat(post(undo, officer).getMvcResult().getFlashMap().get("flashBad"))
                .as("once only")
                .isEqualTo(true);
        assertThat(trail("list.changed", undo.split("/")[3], officer)).hasSize(1);
        assertThat(trail("list.undone", undo.split("/")[3], officer)).hasSize(1);
    }

    @Test
    void takesNothingBackAfterHalfAnHour() {
        String undo = String.valueOf(
                change("responsible", "Công an").getMvcResult().getFlashMap().get("flashUndo"));
        jdbc.sql("update bulk_change set made_at = made_at - interval '31 minutes' where id = cast(? as uuid)")
                .param(undo.split("/")[3])
                .update();

        assertThat(post(undo, officer).getMvcResult().getFlashMap().get("flashBad"))
                .isEqualTo(true);
        assertThat(responsible(first)).isEqualTo("Công an");
    }

    @Test
    void changesNoRowWhereARuleForbidsOne() {
        UUID one = household("21").id();
        UUID ended = household("22").id();
        households.end(ended, households.get(ended, acting).version(), FOUNDED.plusYears(2), "thử", acting);

        assertThat(post(
                        "/lists/households/changes",
                        officer,
                        "edit",
                        "alley",
                        "row",
                        one.toString(),
                        "row",
                        ended.toString(),
                        "value",
                        ""))
                .hasStatus(422)
                .bodyText()
                .contains("Chưa đổi dòng nào");
        assertThat(households.get(one, acting).alley()).isEqualTo("Kiệt 21 Trần Phú");
    }

    @Test
    void refusesMoreThanAFewHundredAndNothingAtAll() {
        for (String[] asked : new String[][] {{"edit", "kind"}, {"row", String.valueOf(first)}}) {
            MvcTestResult refused = post("/lists/teams/changes/preview", officer, asked);
            assertThat(refused).hasRedirectedUrl("/teams");
            assertThat(refused.getMvcResult().getFlashMap().get("flashBad")).isEqualTo(true);
        }
        String[] rows = Stream.iterate(1, n -> n + 1)
                .limit(BulkChanges.MOST + 1)
                .flatMap(n -> Stream.of("row", String.valueOf(n)))
                .toArray(String[]::new);
        String[] all = Stream.concat(Stream.of("edit", "kind"), Stream.of(rows)).toArray(String[]::new);
        assertThat(post("/lists/teams/changes/preview", officer, all)
                        .getMvcResult()
                        .getFlashMap()
                        .get("flashBad"))
                .isEqualTo(true);
    }

    @Test
    void movesHouseholdsToAnotherVillageAndBack() {
        UUID one = household("31").id();
        UUID other = household("32").id();
        String[] chosen = {"edit", "village", "row", one.toString(), "row", other.toString()};
        assertThat(text(post("/lists/households/changes/preview", officer, chosen)))
                .contains("2 dòng sẽ được đổi");

        MvcTestResult moved = post("/lists/households/changes", officer, and(chosen, "value", village(2)));

        assertThat(households.get(one, acting).villageId()).isEqualTo(village(2));
        assertThat(households.placements(one, acting)).hasSize(2);
        post(String.valueOf(moved.getMvcResult().getFlashMap().get("flashUndo")), officer);
        assertThat(households.get(one, acting).villageId()).isEqualTo(village(0));
        assertThat(households.placements(other, acting)).hasSize(1);
        String elsewhere = String.valueOf(tree.villages().get(1).get(0));
        assertThat(post("/lists/households/changes", officer, and(chosen, "value", elsewhere)))
                .hasStatus(404);
    }

    @Test
    void notesADayOfTrainingForAWholeTeam() {
        teams.addMember(first, member("Lê Thị Lài"), acting);
        teams.addMember(first, member("Trần Văn Dũng"), acting);
        assertThat(text(get("/teams/" + first, officer))).contains("/lists/members/table.xlsx?id=" + first);
        List<String> rows = jdbc.sql("select cast(id as text) from team_member where team_id = ?")
                .param(first)
                .query(String.class)
                .list();
        String[] chosen = {"edit", "trained", "row", rows.get(0), "row", rows.get(1), "asked", "id=" + first};

        assertThat(post("/lists/members/changes", officer, and(chosen, "value", "2999-01-01")))
                .hasStatus(422);
        assertThat(post("/lists/members/changes", officer, and(chosen, "value", "2026-03-04")))
                .hasRedirectedUrl("/teams/" + first);

        assertThat(text(get("/lists/members/table.csv?id=" + first, officer)))
                .containsPattern("Lê Thị Lài.*04/03/2026")
                .containsPattern("Trần Văn Dũng.*04/03/2026");
    }

    @Test
    void closesAccountsAndOpensThemAgainAndPrintsCardsForTheChosen() {
        TestAccounts accounts = new TestAccounts(jdbc);
        UUID one = accounts.account("a" + UUID.randomUUID());
        UUID other = accounts.account("b" + UUID.randomUUID());
        for (UUID each : List.of(one, other)) {
            accounts.assign(each, Role.TEAM_MEMBER, null, first, LocalDate.EPOCH, LocalDate.of(9999, 12, 31));
        }
        String[] chosen = {"row", one.toString(), "row", other.toString()};

        MvcTestResult closed = post("/lists/accounts/changes", officer, and(chosen, "edit", "closed"));

        assertThat(enabled(one)).isFalse();
        post(String.valueOf(closed.getMvcResult().getFlashMap().get("flashUndo")), officer);
        assertThat(enabled(one)).isTrue();
        assertThat(post("/lists/accounts/changes", neighbour, and(chosen, "edit", "closed")))
                .hasStatus(404);
        assertThat(post("/accounts/cards", officer, chosen)).hasRedirectedUrl("/accounts/cards");
        assertThat(trail("account.card-issued", one.toString(), officer)).hasSize(1);
    }

    @Test
    void keepsFiltersForTheirOwnerAndOpensTheirLinkForOthers() {
        MvcTestResult kept = post("/lists/teams/filters", officer, "name", "Hay ghi thưa", "asked", "activity=SPARSE");
        assertThat(kept).hasRedirectedUrl("/teams?activity=SPARSE");
        UUID id = jdbc.sql("select id from list_filter where owner_id = ?")
                .param(officer)
                .query(UUID.class)
                .single();

        assertThat(text(get("/teams", officer))).contains("Hay ghi thưa");
        assertThat(text(get("/teams", neighbour))).doesNotContain("Hay ghi thưa");
        assertThat(get("/lists/filters/" + id, neighbour)).hasRedirectedUrl("/teams?activity=SPARSE");
        assertThat(post("/lists/filters/" + id + "/removal", neighbour)).hasStatus(404);
        post("/lists/filters/" + id + "/removal", officer);
        assertThat(text(get("/teams", officer))).doesNotContain("Hay ghi thưa");
        post("/lists/filters/" + id + "/restoration", officer);
        assertThat(text(get("/teams", officer))).contains("Hay ghi thưa");
        assertThat(post("/lists/teams/filters", officer, "name", " ")
                        .getMvcResult()
                        .getFlashMap()
                        .get("flashBad"))
                .isEqualTo(true);
    }

    @Test
    void showsWhatOneOpenedLatelyToNobodyElseAndNothingOutOfReach() {
        UUID house = household("41").id();
        get("/teams/" + second, officer);
        get("/households/" + house, officer);
        get("/teams/" + second, neighbour);

        assertThat(text(get("/search", officer))).containsSubsequence("Vừa xem gần đây", "Kiệt 41 Trần Phú", "Tổ 2");
        assertThat(text(get("/search", neighbour))).doesNotContain("Kiệt 41", "/teams/" + second);
        jdbc.sql("update assignment set unit_id = ? where account_id = ?")
                .params(tree.communes().get(1), officer)
                .update();
        assertThat(text(get("/search", officer))).doesNotContain("Kiệt 41", "/teams/" + second);
    }

    @Test
    void switchesTheKeysOffAndOnAgain() {
        assertThat(text(get("/teams", officer))).contains("id=\"keys\"");
        post("/account/keys", officer, "on", "false");
        assertThat(text(get("/teams", officer))).doesNotContain("id=\"keys\"");
        assertThat(text(get("/account", officer))).contains("Bật phím tắt");
        post("/account/keys", officer, "on", "true");
        assertThat(text(get("/teams", officer))).contains("id=\"keys\"");
    }

    @Test
    void saysWhatAListIsWhenThereIsNothingAndHowToSeeAllWhenAFilterHidesIt() {
        UUID alone = new TestAccounts(jdbc)
                .account(
                        "e" + UUID.randomUUID(), Role.WARD_OFFICER, units.tree().commune());

        assertThat(text(get("/teams", alone))).contains("Chưa có tổ nào", "quyết định thành lập", "/teams/new");
        assertThat(text(get("/teams?q=zzz", officer)))
                .contains("Bỏ lọc, xem tất cả")
                .doesNotContain("Chưa có tổ nào");
    }

    private MvcTestResult change(String edit, String value) {
        return post(
                "/lists/teams/changes",
                officer,
                "edit",
                edit,
                "row",
                String.valueOf(first),
                "row",
                String.valueOf(second),
                "value",
                value,
                "asked",
                "sort=NAME");
    }

    private UUID leaderOfNothing() {
        TestAccounts accounts = new TestAccounts(jdbc);
        UUID leader = accounts.account("l" + UUID.randomUUID());
        accounts.assign(leader, Role.TEAM_LEADER, null, first, LocalDate.EPOCH, LocalDate.of(9999, 12, 31));
        return leader;
    }

    private HouseholdView household(String number) {
        return households.create(
                new HouseholdCommand(
                        UUID.randomUUID(),
                        HouseholdKind.HOUSEHOLD,
                        village(0),
                        "Kiệt " + number + " Trần Phú",
                        number,
                        null,
                        0,
                        FOUNDED,
                        List.of()),
                acting);
    }

    private long village(int n) {
        return tree.villages().get(0).get(n);
    }

    private String responsible(long team) {
        return String.valueOf(teams.get(team).responsible());
    }

    private boolean enabled(UUID account) {
        return jdbc.sql("select enabled from account where id = ?")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    private List<String> trail(String action, String subject, UUID who) {
        return jdbc.sql("select coalesce(cast(after as text), '') from audit_entry"
                        + " where action = ? and subject_id = ? and account_id = ?")
                .params(action, subject, who)
                .query(String.class)
                .list();
    }

    private static TeamCommand team(String name, long home) {
        return new TeamCommand(
                name,
                null,
                "CNSCD",
                home,
                Set.of(),
                null,
                new Decision("103/QĐ-UBND", FOUNDED, null),
                "Hội Phụ nữ phường",
                null,
                ChatGroup.NONE,
                FOUNDED);
    }

    private static MemberCommand member(String name) {
        return new MemberCommand(name, TeamRole.MEMBER, null, null, null, FOUNDED, null);
    }

    private static String state(String form) {
        Matcher state = STATE.matcher(form);
        assertThat(state.find()).as(form).isTrue();
        return state.group(1);
    }

    private static String undoOf(String saved) {
        Matcher undo = Pattern.compile("/lists/changes/[0-9a-f-]+/undo").matcher(saved);
        assertThat(undo.find()).isTrue();
        return undo.group();
    }

    private static String[] and(String[] fields, String name, Object value) {
        return Stream.concat(Stream.of(fields), Stream.of(name, String.valueOf(value)))
                .toArray(String[]::new);
    }

    /** As a reader sees it: templates write some letters as entities. */
    private static String text(MvcTestResult result) {
        assertThat(result.getResponse().getStatus()).isLessThan(500);
        byte[] body = result.getResponse().getContentAsByteArray();
        return VietnameseText.normalise(HtmlUtils.htmlUnescape(new String(body, StandardCharsets.UTF_8)));
    }

    private MvcTestResult get(String url, UUID account) {
        return mvc.get()
                .uri(url)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult htmx(String url, UUID account) {
        return mvc.get()
                .uri(url)
                .header("HX-Request", "true")
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult htmxPost(String url, UUID account, String... fields) {
        var request =
                mvc.post().uri(url).header("HX-Request", "true").header("HX-Current-URL", "http://localhost/teams?q=2");
        return sent(request, account, fields);
    }

    private MvcTestResult post(String url, UUID account, String... fields) {
        return sent(mvc.post().uri(url), account, fields);
    }

    private MvcTestResult sent(MockMvcTester.MockMvcRequestBuilder request, UUID account, String... fields) {
        var sent = request.with(csrf()).with(authentication(TestAccounts.signedIn(logins, account)));
        for (int field = 0; field < fields.length; field += 2) {
            sent = sent.param(fields[field], fields[field + 1]);
        }
        return sent.exchange();
    }
}
