package vn.tungnha.units.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

@SharedApplication
@Transactional
class UnitsWebTests {

    private static final LocalDate MERGER = LocalDate.of(2025, 1, 1);
    private static final LocalDate BEFORE = LocalDate.of(2024, 6, 1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUnits test;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    JdbcClient jdbc;

    private TestUnits.Tree tree;
    private UnitView commune;
    private RequestPostProcessor officer;

    @BeforeEach
    void signIn() {
        tree = test.tree();
        commune = units.get(tree.commune(), Days.FOREVER);
        officer = as(Role.WARD_OFFICER, commune.id());
    }

    @Test
    void showsProvincesAndFindsWithoutDiacritics() {
        assertThat(get("/units")).hasStatusOk().bodyText().contains("Sông Thương");
        assertThat(get("/units?q=cau may")).hasStatusOk().bodyText().contains(commune.code(), "Bến Đá");
    }

    @Test
    void opensABranch() {
        assertThat(get("/units/" + commune.code() + "/children"))
                .hasStatusOk()
                .bodyText()
                .contains("Tổ dân phố 2")
                .doesNotContain("<html");
    }

    @Test
    void showsTheFamilyOfAMergedUnit() {
        test.merge(MERGER, tree.communes().get(1), tree.commune());

        assertThat(get("/units/" + commune.code() + "@2024-06-01"))
                .hasStatusOk()
                .bodyText()
                .contains("<svg class=\"family\"", "nhập vào", "Đồi Thông", "01/01/2025");
        assertThat(get("/units/" + commune.code())).hasStatus(404).bodyText().contains("31/12/2024", "Đồi Thông");
    }

    @Test
    void refusesADayThatIsNone() {
        assertThat(get("/units?on=2024-02-31")).hasStatus(422).bodyText().contains("2024-02-31");
    }

    @Test
    void letsTheWardAddAVillage() {
        assertThat(get("/units/" + commune.code() + "/villages/new")).hasStatusOk();
        assertThat(post("/villages", officer, "kind=TDP", "number=9", "from=2024-06-01"))
                .hasRedirectedUrl("/units/" + commune.code());

        UnitView village = units.require(commune.code() + "-T9", BEFORE);
        assertThat(village.name()).isEqualTo("Tổ 9");
        assertThat(village.validFrom()).isEqualTo(BEFORE);
    }

    @Test
    void keepsWhatWasTypedWhenTheNameIsTaken() {
        assertThat(post("/villages", officer, "kind=TDP", "name=Tổ 2", "from=2024-06-01"))
                .hasStatus(422)
                .bodyText()
                .contains("đã có &quot;Tổ 2&quot;", "value=\"Tổ 2\"", "value=\"2024-06-01\"");
        assertThat(post("/villages", officer, "kind=TDP", "number=x"))
                .hasStatus(422)
                .bodyText()
                .contains("ví dụ 33");
        assertThat(units.children(commune.id(), Days.FOREVER)).hasSize(3);
    }

    @Test
    void proposesAnotherNameForAVillageAndAnswersAStaleFormWith409() {
        String village = units.get(tree.village(), Days.FOREVER).code();
        assertThat(get("/units/" + village + "/name"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"version\" value=\"Tổ 1\"");

        MvcTestResult proposed =
                postTo("/units/" + village + "/name", officer, "kind=TDP", "name=Tổ dân phố 12", "version=Tổ 1");
        assertThat(proposed).hasStatus3xxRedirection();
        String change = String.valueOf(proposed.getResponse().getRedirectedUrl());
        assertThat(change).startsWith("/units/changes/");
        assertThat(units.get(tree.village(), Days.FOREVER).name()).isEqualTo("Tổ 1");

        var leader = as(Role.WARD_LEADER, commune.id());
        assertThat(postTo(change + "/approval", leader, "version=1")).hasStatus3xxRedirection();
        assertThat(units.get(tree.village(), Days.FOREVER).name()).isEqualTo("Tổ 12");
        assertThat(postTo("/units/" + village + "/name", officer, "kind=TDP", "name=Tổ 13", "version=Tổ 1"))
                .hasStatus(409);

        assertThat(postTo(change + "/undoing", leader, "version=2", "reason=ghi nhầm"))
                .hasStatus3xxRedirection();
        assertThat(units.get(tree.village(), Days.FOREVER).name()).isEqualTo("Tổ 1");
    }

    @Test
    void hidesTheFormsFromOthers() {
        var neighbour = as(Role.WARD_OFFICER, tree.communes().get(1));
        var viewer = as(Role.LEADERSHIP_VIEWER, tree.province());

        for (var other : new RequestPostProcessor[] {neighbour, viewer}) {
            assertThat(post("/villages", other, "kind=TDP", "number=9")).hasStatus(404);
            assertThat(mvc.get()
                            .uri("/units/" + commune.code() + "/villages/new")
                            .with(other))
                    .hasStatus(404);
            assertThat(mvc.get().uri("/units/" + commune.code()).with(other))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("/villages/new");
        }
        assertThat(units.children(commune.id(), Days.FOREVER)).hasSize(3);
    }

    @Test
    void answersUnitsAsJson() {
        assertThat(get("/api/v1/units/" + commune.code()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"code\":\"%s\",\"level\":\"COMMUNE\",\"parent\":\"%s\",\"validFrom\":null,\"validTo\":null}"
                                .formatted(
                                        commune.code(),
                                        units.get(tree.district(), BEFORE).code()));
        assertThat(get("/api/v1/units?level=VILLAGE&size=2&under="
                        + units.get(tree.province(), BEFORE).code()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"page\":0,\"size\":2,\"total\":6}");
        assertThat(units.children(tree.district(), BEFORE))
                .extracting(UnitView::level)
                .containsOnly(UnitLevel.COMMUNE);
        assertThat(get("/api/v1/units?parent="
                        + units.get(tree.district(), BEFORE).code()))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Cầu Mây", "Đồi Thông");
    }

    @Test
    void answersAnEndedUnitWith404() {
        test.merge(MERGER, tree.communes().get(1), tree.commune());

        assertThat(get("/api/v1/units/" + commune.code())).hasStatus(404);
        assertThat(get("/api/v1/units/" + commune.code() + "?on=2024-12-31"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.validTo")
                .isEqualTo("2024-12-31");
    }

    private RequestPostProcessor as(Role role, long unit) {
        UUID account = new TestAccounts(jdbc).account(role + "-" + unit, role, unit);
        return authentication(TestAccounts.signedIn(logins, account));
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(officer).exchange();
    }

    private MvcTestResult post(String path, RequestPostProcessor user, String... fields) {
        return postTo("/units/" + commune.code() + path, user, fields);
    }

    private MvcTestResult postTo(String uri, RequestPostProcessor user, String... fields) {
        var request = mvc.post().uri(uri).with(user).with(csrf());
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            request = request.param(parts[0], parts[1]);
        }
        return request.exchange();
    }
}
