package vn.tungnha.teams.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.LoginName;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.units.TestUnits;

@SharedApplication
class TeamPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    private TestUnits.Tree tree;
    private UUID officer;
    private UUID neighbour;

    @BeforeEach
    void plant() {
        tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        officer = accounts.account("o" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        neighbour = accounts.account(
                "n" + UUID.randomUUID(), Role.WARD_OFFICER, tree.communes().get(1));
    }

    @Test
    void registersATeamItsVillageItsLeaderAndTheLeadersAccount() {
        assertThat(get("/teams/new", officer)).hasStatusOk();
        MvcTestResult created = post(
                "/teams",
                officer,
                "name",
                "Tổ 33",
                "number",
                "33",
                "kind",
                "CNSCD",
                "homeVillage",
                "new",
                "villageKind",
                "TDP",
                "villageNumber",
                "33",
                "decisionNumber",
                "103/QĐ-UBND",
                "decisionDate",
                "2023-11-29",
                "establishedOn",
                "2023-11-29");
        assertThat(created).hasStatus3xxRedirection();
        String page = String.valueOf(created.getResponse().getRedirectedUrl()).replace("/members/new", "");
        assertThat(get(page + "/members/new", officer)).hasStatusOk();

        String phone = "09" + (10_000_000 + (System.nanoTime() % 89_999_999));
        assertThat(post(
                        page + "/members",
                        officer,
                        "name",
                        "Trần Thị Hoa",
                        "role",
                        "LEADER",
                        "phone",
                        phone,
                        "joinedOn",
                        "2023-11-29"))
                .hasRedirectedUrl(page);
        assertThat(get(page, officer))
                .hasStatusOk()
                .bodyText()
                .contains("103/QĐ-UBND ngày 29/11/2023", "Trần Thị Hoa", "Tổ trưởng", "Tạo tài khoản")
                .doesNotContain(phone);

        UUID member = jdbc.sql("select id from team_member where phone = :phone")
                .param("phone", phone)
                .query(UUID.class)
                .single();
        assertThat(get("/members/" + member + "/edit", officer)).hasStatusOk();
        MvcTestResult opened = post("/members/" + member + "/account", officer);
        assertThat(opened).hasRedirectedUrl(page);
        assertThat(opened.getMvcResult().getFlashMap().get("temporary"))
                .asString()
                .contains(LoginName.spoken("+84" + phone.substring(1)));
        assertThat(get(page, officer)).bodyText().doesNotContain("Tạo tài khoản");
        assertThat(get("/teams?q=tran thi hoa", officer))
                .hasStatusOk()
                .bodyText()
                .contains("Tổ 33");
        assertThat(get("/teams?sort=LEADER&activity=NEVER", officer))
                .hasStatusOk()
                .bodyText()
                .contains("Tổ 33");
        for (String form : new String[] {"/edit", "/leader", "/merger", "/dissolution"}) {
            assertThat(get(page + form, officer)).hasStatusOk();
        }
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() {
        assertThat(post(
                        "/teams",
                        officer,
                        "name",
                        "",
                        "decisionNumber",
                        "77/QĐ-UBND",
                        "kind",
                        "CNSCD",
                        "homeVillage",
                        "",
                        "establishedOn",
                        "2023-11-29"))
                .hasStatus(422)
                .bodyText()
                .contains("Nhập tên tổ.", "Chọn khu dân cư chính.", "77/QĐ-UBND");
    }

    @Test
    void hidesATeamFromTheNextWard() {
        String page = team("Tổ 7");

        assertThat(get(page, neighbour)).hasStatus(404);
        assertThat(get(page + "/edit", neighbour)).hasStatus(404);
        assertThat(get("/api/v1" + page, neighbour)).hasStatus(404);
        assertThat(get("/teams", neighbour)).bodyText().doesNotContain("Tổ 7");
    }

    @Test
    void answersAStaleEditWithAConflict() {
        String page = team("Tổ 8");
        String village = String.valueOf(tree.village());

        assertThat(post(
                        page,
                        officer,
                        "version",
                        "0",
                        "name",
                        "Tổ 8A",
                        "kind",
                        "CNSCD",
                        "homeVillage",
                        village,
                        "establishedOn",
                        "2023-11-29"))
                .hasRedirectedUrl(page);
        assertThat(post(
                        page,
                        officer,
                        "version",
                        "0",
                        "name",
                        "Tổ 8B",
                        "kind",
                        "CNSCD",
                        "homeVillage",
                        village,
                        "establishedOn",
                        "2023-11-29"))
                .hasStatus(409);
    }

    @Test
    void tellsProgramsOfTeamsInTheShapeOfTheContract() {
        String page = team("Tổ 9");

        assertThat(get("/api/v1/teams", officer))
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo("Tổ 9");
        assertThat(get("/api/v1" + page, officer))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("ACTIVE");
    }

    private String team(String name) {
        String url = post(
                        "/teams",
                        officer,
                        "name",
                        name,
                        "kind",
                        "CNSCD",
                        "homeVillage",
                        String.valueOf(tree.village()),
                        "establishedOn",
                        "2023-11-29")
                .getResponse()
                .getRedirectedUrl();
        return String.valueOf(url).replace("/members/new", "");
    }

    private MvcTestResult get(String url, UUID account) {
        return mvc.get()
                .uri(url)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(String url, UUID account, String... fields) {
        var request = mvc.post().uri(url).with(csrf()).with(authentication(TestAccounts.signedIn(logins, account)));
        for (int field = 0; field < fields.length; field += 2) {
            request = request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
