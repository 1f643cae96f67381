package vn.tungnha.households.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
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
import vn.tungnha.identity.login.Logins;
import vn.tungnha.units.TestUnits;

@SharedApplication
class HouseholdPagesTests {

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
    void addsAHouseholdALodgerAndMovesThem() {
        assertThat(get("/households/new", officer)).hasStatusOk();
        String page = household("K112/14", "Lê Thị Lài");
        assertThat(get(page, officer))
                .hasStatusOk()
                .bodyText()
                .contains("Kiệt 112 Hải Phòng K112/14", "Lê Thị Lài", "••• ••• 112")
                .doesNotContain("0905123112");

        assertThat(get(page + "/residents/new", officer))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("citizenNumber");
        assertThat(post(
                        page + "/residents",
                        officer,
                        "id",
                        UUID.randomUUID().toString(),
                        "name",
                        "Lê Minh Tâm",
                        "birthYear",
                        "1990",
                        "stay",
                        "TEMPORARY"))
                .hasRedirectedUrl(page);
        assertThat(get(page, officer)).bodyText().contains("Lê Minh Tâm", "Tạm trú");
        assertThat(get("/households?q=minh tam", officer))
                .hasStatusOk()
                .bodyText()
                .contains("K112/14");
        UUID tam = jdbc.sql(
                        "select r.id from resident r where household_id = cast(:id as uuid) and name = 'Lê Minh Tâm'")
                .param("id", page.substring("/households/".length()))
                .query(UUID.class)
                .single();
        assertThat(get("/residents/" + tam + "/edit", officer)).hasStatusOk();
        assertThat(get("/residents/" + tam + "/move", officer)).hasStatusOk();
        for (String form : new String[] {"/edit", "/move", "/split", "/join", "/end"}) {
            assertThat(get(page + form, officer)).hasStatusOk();
        }
        String village = String.valueOf(tree.villages().get(0).get(1));
        assertThat(post(page + "/move", officer, "version", "0", "village", village, "day", "2024-03-01"))
                .hasRedirectedUrl(page);
        assertThat(get(page, officer)).bodyText().contains("từ 01/03/2024");
    }

    @Test
    void refusesToRecordAChild() {
        String page = household("K1/1", "Lê Thị Lài");

        assertThat(post(page + "/residents", officer, "name", "Bé An", "birthYear", "2020", "stay", "PERMANENT"))
                .hasStatus(422)
                .bodyText()
                .contains("Dưới 14 tuổi không ghi riêng", "B&eacute; An");
    }

    @Test
    void hidesPeopleFromTheNextWardAndTheProvince() {
        String page = household("K2/2", "Lê Thị Lài");
        UUID province = new TestAccounts(jdbc).account("p" + UUID.randomUUID(), Role.PROVINCE_OFFICER, tree.province());

        for (UUID stranger : new UUID[] {neighbour, province}) {
            assertThat(get(page, stranger)).hasStatus(404);
            assertThat(get("/api/v1" + page, stranger)).hasStatus(404);
        }
        assertThat(get("/households", province)).hasStatus(404);
        assertThat(get("/households", neighbour)).bodyText().doesNotContain("Lê Thị Lài");
    }

    @Test
    void tellsProgramsOfHouseholdsInTheShapeOfTheContract() {
        household("K3/3", "Lê Thị Lài");

        assertThat(get("/api/v1/households?q=thi lai", officer))
                .bodyJson()
                .extractingPath("$.items[0].residents[0].name")
                .isEqualTo("Lê Thị Lài");
    }

    @Test
    void offersHouseholdsOfTheWardsOtherVillages() {
        String page = household("K6/6", "Lê Thị Lài");
        long other = tree.villages().get(0).get(1);
        String second = household("K7/7", "Trần Văn Ba");
        post(second + "/move", officer, "version", "0", "village", String.valueOf(other), "day", "2024-03-01");

        assertThat(get(page + "/join", officer)).bodyText().doesNotContain("Trần Văn Ba");
        assertThat(get(page + "/join?village=" + other, officer)).bodyText().contains("Trần Văn Ba");
        assertThat(get(page + "/join?village=" + tree.villages().get(1).get(0), officer))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Trần Văn Ba");
    }

    @Test
    void listsWhoLivedInAWardThatIsNoMore() {
        String code = code(tree.commune());
        household("K4/4", "Lê Thị Lài");
        jdbc.sql("update household set registered_on = '2024-01-01' where village_id = ?")
                .param(tree.village())
                .update();
        jdbc.sql(
                        "update residence set valid_from = '2024-01-01' where household_id in (select id from household where village_id = ?)")
                .param(tree.village())
                .update();
        LocalDate merger = LocalDate.of(2025, 7, 1);
        long heir = units.mergeIntoNew(merger, "Suối Tre", tree.district(), tree.commune());
        UUID chief = new TestAccounts(jdbc).account("h" + UUID.randomUUID(), Role.WARD_OFFICER, heir);

        for (String place : List.of(code + "@2025-06-30", code + "&on=2025-06-30")) {
            assertThat(get("/api/v1/households?unit=" + place, chief))
                    .as(place)
                    .bodyJson()
                    .extractingPath("$.items[0].residents[0].name")
                    .isEqualTo("Lê Thị Lài");
            assertThat(get("/api/v1/teams?unit=" + place, chief)).as(place).hasStatusOk();
            assertThat(get("/api/v1/households?unit=" + place, neighbour))
                    .as(place)
                    .hasStatus(404);
            assertThat(get("/api/v1/teams?unit=" + place, neighbour)).as(place).hasStatus(404);
        }
        assertThat(get("/api/v1/households?unit=" + code, chief)).hasStatus(404);
        assertThat(get("/teams?unit=" + code + "@2025-06-30", chief)).hasStatusOk();
    }

    @Test
    void showsAWholePhoneNumberOnlyWhenAskedAndWritesItDown() {
        household("K5/5", "Lê Thị Lài");
        UUID resident = jdbc.sql(
                        "select r.id from resident r join household h on h.id = r.household_id where h.village_id = ?")
                .param(tree.village())
                .query(UUID.class)
                .single();

        assertThat(post("/residents/" + resident + "/phone", neighbour)).hasStatus(404);
        assertThat(looked(resident)).isZero();
        assertThat(post("/residents/" + resident + "/phone", officer))
                .flash()
                .hasEntrySatisfying("flash", told -> assertThat(told).asString().contains("0905 123 112"));
        assertThat(looked(resident)).isOne();
    }

    private int looked(UUID resident) {
        return jdbc.sql("select count(*) from audit_entry where action = 'resident.phone-read' and subject_id = ?")
                .param(resident.toString())
                .query(Integer.class)
                .single();
    }

    private String code(long unit) {
        return jdbc.sql("select code from unit_version where unit_id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }

    private String household(String number, String householder) {
        String url = post(
                        "/households",
                        officer,
                        "id",
                        UUID.randomUUID().toString(),
                        "kind",
                        "HOUSEHOLD",
                        "village",
                        String.valueOf(tree.village()),
                        "alley",
                        "Kiệt 112 Hải Phòng",
                        "number",
                        number,
                        "children",
                        "1",
                        "name",
                        householder,
                        "birthYear",
                        "1961",
                        "phone",
                        "0905123112")
                .getResponse()
                .getRedirectedUrl();
        return String.valueOf(url);
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
