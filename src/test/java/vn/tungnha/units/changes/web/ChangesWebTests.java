package vn.tungnha.units.changes.web;

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
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

@SharedApplication
@Transactional
class ChangesWebTests {

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
    private RequestPostProcessor leader;
    private RequestPostProcessor stranger;

    @BeforeEach
    void wardWithOfficerAndLeader() {
        tree = test.tree();
        commune = units.get(tree.commune(), Days.FOREVER);
        officer = account(Role.WARD_OFFICER, tree.commune());
        leader = account(Role.WARD_LEADER, tree.commune());
        stranger = account(Role.WARD_OFFICER, tree.communes().get(1));
    }

    @Test
    void leadsFromTheChoiceOfVillagesToTheMergerAndBack() {
        assertThat(mvc.get().uri("/units/changes/new").with(officer))
                .hasStatusOk()
                .bodyText()
                .contains(code(0), code(1), "Chia tách");
        assertThat(mvc.get()
                        .uri(
                                "/units/changes/details?at={at}&kind=MERGE&unit={a}&unit={b}",
                                commune.code(),
                                code(0),
                                code(1))
                        .with(officer))
                .hasStatusOk()
                .bodyText()
                .contains("Lập đơn vị mới", "giữ tên và mã");
        String page = drafted();
        assertThat(mvc.get().uri(page).with(officer)).hasStatusOk().bodyText().contains("Gửi đề nghị", "nhập vào");
        assertThat(post(page + "/proposal", 0, officer)).hasStatus3xxRedirection();
        assertThat(mvc.get().uri(page).with(officer))
                .bodyText()
                .contains("Đang chờ người khác")
                .doesNotContain("Duyệt và thực hiện");
        assertThat(mvc.get().uri(page).with(leader)).bodyText().contains("Duyệt và thực hiện");

        assertThat(post(page + "/approval", 1, leader)).hasStatus3xxRedirection();
        assertThat(units.get(tree.village(), Days.FOREVER).validTo()).isNotEqualTo(Days.FOREVER);

        assertThat(mvc.post()
                        .uri(page + "/undoing")
                        .param("version", "2")
                        .with(csrf())
                        .with(leader))
                .hasStatus(422)
                .bodyText()
                .contains("Hãy ghi lý do");
    }

    @Test
    void offersNeighboursToWhomAPartMayGo() {
        assertThat(mvc.get()
                        .uri("/units/changes/details?at={at}&kind=SPLIT&unit={a}", commune.code(), code(0))
                        .with(officer))
                .hasStatusOk()
                .bodyText()
                .contains("Phần này về đâu?", "<option value=\"" + code(1) + "\"")
                .doesNotContain("<option value=\"" + code(0) + "\"");
    }

    @Test
    void givesAPartOfAVillageToItsNeighbourAndNotToItself() {
        assertThat(split(code(1))).hasStatus3xxRedirection();
        String page = jdbc.sql("select '/units/changes/' || max(id) from unit_change")
                .query(String.class)
                .single();
        assertThat(mvc.get().uri(page).with(officer)).hasStatusOk().bodyText().contains("có một phần nhập vào");

        assertThat(split(code(0))).hasStatus(422);
        assertThat(split(units.get(tree.communes().get(1), Days.FOREVER).code()))
                .as("a ward of somebody else")
                .hasStatus(404);
    }

    private MvcTestResult split(String into) {
        return mvc.post()
                .uri("/units/changes")
                .param("at", commune.code())
                .param("kind", "SPLIT")
                .param("unit", code(0))
                .param("goesOn", "true")
                .param("parts[0].into", into)
                .param("goings[0].key", "Kiệt 1")
                .param("goings[0].part", "1")
                .param("effective", LocalDate.now(Days.ZONE).plusDays(3).toString())
                .with(csrf())
                .with(officer)
                .exchange();
    }

    @Test
    void asksAgainWhenTooFewAreChosen() {
        assertThat(mvc.get()
                        .uri("/units/changes/details?at={at}&kind=MERGE&unit={a}", commune.code(), code(0))
                        .with(officer))
                .hasStatus(422)
                .bodyText()
                .contains("Sáp nhập cần ít nhất hai đơn vị");
    }

    @Test
    void keepsWhatWasTypedWhenTheDayIsMissing() {
        assertThat(mvc.post()
                        .uri("/units/changes")
                        .param("at", commune.code())
                        .param("kind", "MERGE")
                        .param("unit", code(0), code(1))
                        .param("founded.kind", "TDP")
                        .param("founded.name", "An Phu")
                        .with(csrf())
                        .with(officer))
                .hasStatus(422)
                .bodyText()
                .contains("Hãy chọn ngày có hiệu lực", "An Phu");
    }

    @Test
    void hidesProposalsOfOtherWards() {
        String page = drafted();
        assertThat(mvc.get().uri(page).with(stranger)).hasStatus(404);
        assertThat(post(page + "/proposal", 0, stranger)).hasStatus(404);
        assertThat(mvc.get().uri("/units/changes").with(stranger)).bodyText().doesNotContain(page);
        assertThat(mvc.get().uri("/units/changes").with(officer)).bodyText().contains(page);
        assertThat(mvc.get().uri("/units/changes/new?at={at}", commune.code()).with(stranger))
                .hasStatus(404);
    }

    @Test
    void answersASecondApprovalAsStale() {
        String page = drafted();
        post(page + "/proposal", 0, officer);
        post(page + "/approval", 1, leader);
        assertThat(post(page + "/approval", 1, leader)).hasStatus(409);
    }

    private String drafted() {
        MvcTestResult drafted = mvc.post()
                .uri("/units/changes")
                .param("at", commune.code())
                .param("kind", "MERGE")
                .param("unit", code(0), code(1))
                .param("founded.kind", "TDP")
                .param("founded.number", "77")
                .param("effective", "2026-01-01")
                .param("decree", "12/NQ-HĐND")
                .with(csrf())
                .with(officer)
                .exchange();
        assertThat(drafted).hasStatus3xxRedirection();
        return String.valueOf(drafted.getResponse().getRedirectedUrl());
    }

    private MvcTestResult post(String address, int version, RequestPostProcessor who) {
        return mvc.post()
                .uri(address)
                .param("version", String.valueOf(version))
                .with(csrf())
                .with(who)
                .exchange();
    }

    private String code(int village) {
        return units.get(tree.villages().get(0).get(village), Days.FOREVER).code();
    }

    private RequestPostProcessor account(Role role, long unit) {
        UUID account = new TestAccounts(jdbc).account("c" + UUID.randomUUID(), role, unit);
        return authentication(TestAccounts.signedIn(logins, account));
    }
}
