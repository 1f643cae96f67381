package vn.tungnha.units.changes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Provinces, areas and communes with many parts, from the form to the undoing. */
@SharedApplication
@Transactional
class LargeChangesWebTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate EVE = DAY.minusDays(1);

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
    private RequestPostProcessor officer;
    private RequestPostProcessor second;

    @BeforeEach
    void provinceWithTwoOfficers() {
        tree = test.tree();
        officer = account(Role.PROVINCE_OFFICER, tree.province());
        second = account(Role.PROVINCE_OFFICER, tree.province());
    }

    @Test
    void mergesProvincesByTwoAdministratorsAndTakesItBack() {
        TestUnits.Tree other = test.tree();
        RequestPostProcessor admin = account(Role.ADMIN, null);
        RequestPostProcessor colleague = account(Role.ADMIN, null);
        assertThat(get("/units/changes/new?at=VN", officer)).hasStatus(404);
        assertThat(get("/units/changes/new?at=VN", admin))
                .hasStatusOk()
                .bodyText()
                .contains(code(tree.province()), code(other.province()), "Cả nước");

        String page = drafted(
                admin,
                "at=VN",
                "kind=MERGE",
                "unit=" + code(tree.province()),
                "unit=" + code(other.province()),
                "founded.kind=TINH",
                "founded.name=Sông Xanh",
                "founded.code=99");
        assertThat(get(page, admin)).hasStatusOk().bodyText().contains("Tỉnh Sông Xanh");
        step(page, "proposal", 0, admin);
        assertThat(post(page + "/approval", admin, "version=1"))
                .as("the same person")
                .hasStatus(422);
        step(page, "approval", 1, colleague);

        UnitView merged = units.require("99", DAY);
        assertThat(merged.fullName()).isEqualTo("Tỉnh Sông Xanh");
        assertThat(units.isUnder(tree.village(), merged.id(), DAY)).isTrue();
        assertThat(units.isUnder(other.village(), merged.id(), DAY)).isTrue();
        assertThat(units.isUnder(tree.village(), tree.province(), EVE)).isTrue();
        assertThat(units.find(code(tree.province()), DAY)).isEmpty();
        assertThat(get(page, admin)).bodyText().contains("Việc cần làm tiếp", "/accounts/");

        assertThat(post(page + "/undoing", colleague, "version=2", "reason=ghi nhầm"))
                .hasStatus3xxRedirection();
        assertThat(units.isUnder(tree.village(), tree.province(), DAY)).isTrue();
        assertThat(units.isUnder(other.village(), other.province(), DAY)).isTrue();
        assertThat(units.find("99", DAY)).isEmpty();
    }

    @Test
    void givesACommuneOfAnAreaToTheAreaBesideIt() {
        List<Long> communes = tree.communes();
        long third = test.commune("Gò Đá", tree.district());
        long one = test.area("Cụm Một", null, LocalDate.of(2025, 7, 1), communes.get(0), communes.get(1));
        long two = test.area("Cụm Hai", null, LocalDate.of(2025, 7, 1), third);
        String at = code(tree.province()) + ".AREA";
        assertThat(get("/units/changes/new?at=" + at, officer))
                .hasStatusOk()
                .bodyText()
                .contains("Cụm Một", "Cụm Hai");

        String page = drafted(
                officer,
                "at=" + at,
                "kind=SPLIT",
                "unit=" + code(one),
                "goesOn=true",
                "parts[0].into=" + code(two),
                "goings[0].key=" + code(communes.get(1)),
                "goings[0].part=1");
        step(page, "proposal", 0, officer);
        step(page, "approval", 1, second);

        assertThat(units.isUnder(communes.get(1), two, DAY)).isTrue();
        assertThat(units.isUnder(communes.get(1), one, DAY)).isFalse();
        assertThat(units.isUnder(communes.get(1), one, EVE)).isTrue();
        assertThat(units.isUnder(communes.get(0), one, DAY)).isTrue();
        assertThat(units.get(communes.get(1), DAY).parentId()).isEqualTo(tree.district());

        assertThat(post(page + "/undoing", second, "version=2", "reason=ghi nhầm"))
                .hasStatus3xxRedirection();
        assertThat(units.isUnder(communes.get(1), one, DAY)).isTrue();
        assertThat(units.isUnder(communes.get(1), two, DAY)).isFalse();
    }

    @Test
    void mergesAreasIntoOneWithACodeOfOurs() {
        long one = test.area(
                "Cụm Một", null, LocalDate.of(2025, 7, 1), tree.communes().get(0));
        long two = test.area(
                "Cụm Hai", null, LocalDate.of(2025, 7, 1), tree.communes().get(1));
        String page = drafted(
                officer,
                "at=" + code(tree.province()) + ".AREA",
                "kind=MERGE",
                "unit=" + code(one),
                "unit=" + code(two),
                "founded.kind=EMULATION_CLUSTER",
                "founded.name=Cụm Đất Đỏ");
        step(page, "proposal", 0, officer);
        step(page, "approval", 1, second);

        UnitView merged = units.require("KV-CUM-DAT-DO", DAY);
        assertThat(units.children(merged.id(), DAY)).extracting(UnitView::id).hasSameElementsAs(tree.communes());
        assertThat(units.children(one, EVE))
                .extracting(UnitView::id)
                .containsExactly(tree.communes().get(0));
    }

    @Test
    void splitsACommuneFourWaysWithWeightsAndTakesItBack() {
        long fourth = test.village(tree.commune(), 4);
        List<Long> villages = List.of(
                tree.villages().get(0).get(0),
                tree.villages().get(0).get(1),
                tree.villages().get(0).get(2),
                fourth);
        String at = "at=" + code(tree.province());
        assertThat(get("/units/changes/details?" + at + "&kind=SPLIT&unit=" + code(tree.commune()), officer))
                .hasStatusOk()
                .bodyText()
                .contains("parts[2].name", "goings[3].part")
                .doesNotContain("parts[3].name");
        assertThat(post(
                        "/units/changes",
                        officer,
                        at,
                        "step=MORE",
                        "kind=SPLIT",
                        "unit=" + code(tree.commune()),
                        "parts[0].name=Dong",
                        "parts[1].name=",
                        "parts[2].name="))
                .hasStatusOk()
                .bodyText()
                .contains("parts[3].name", "value=\"Dong\"");

        String[] names = {"Đông", "Tây", "Nam", "Bắc"};
        String[] weights = {"40", "30", "20", "10"};
        String[] fields = new String[3 + 6 * 4];
        fields[0] = at;
        fields[1] = "kind=SPLIT";
        fields[2] = "unit=" + code(tree.commune());
        for (int i = 0; i < 4; i++) {
            fields[3 + i * 6] = "parts[" + i + "].kind=XA";
            fields[4 + i * 6] = "parts[" + i + "].name=Cầu Mây " + names[i];
            fields[5 + i * 6] = "parts[" + i + "].code=9990" + i;
            fields[6 + i * 6] = "parts[" + i + "].weight=" + weights[i];
            fields[7 + i * 6] = "goings[" + i + "].key=" + code(villages.get(i));
            fields[8 + i * 6] = "goings[" + i + "].part=" + (i + 1);
        }
        String page = drafted(officer, fields);
        assertThat(get(page, second))
                .hasStatusOk()
                .bodyText()
                .contains("Xã Cầu Mây Đông", "Xã Cầu Mây Bắc", "Tổ 4", "trọng số 0,4");
        step(page, "proposal", 0, officer);
        step(page, "approval", 1, second);

        for (int i = 0; i < 4; i++) {
            UnitView part = units.require("9990" + i, DAY);
            assertThat(units.isUnder(villages.get(i), part.id(), DAY)).isTrue();
            assertThat(jdbc.sql("select weight from unit_lineage where from_id = :from and to_id = :to")
                            .param("from", tree.commune())
                            .param("to", part.id())
                            .query(BigDecimal.class)
                            .single())
                    .isEqualByComparingTo(new BigDecimal(weights[i]).movePointLeft(2));
        }
        assertThat(get("/quality?unit=99900", officer))
                .as("a look at a new unit leaves nothing that keeps it")
                .hasStatusOk();
        assertThat(post(page + "/undoing", second, "version=2", "reason=ghi nhầm"))
                .hasStatus3xxRedirection();
        assertThat(units.children(tree.commune(), DAY)).hasSize(4);
        assertThat(units.find("99900", DAY)).isEmpty();
    }

    @Test
    void renamesSeveralVillagesByOneProposal() {
        RequestPostProcessor ward = account(Role.WARD_OFFICER, tree.commune());
        RequestPostProcessor leader = account(Role.WARD_LEADER, tree.commune());
        String first = code(tree.villages().get(0).get(0));
        String last = code(tree.villages().get(0).get(2));
        assertThat(get(
                        "/units/changes/details?at=" + code(tree.commune()) + "&kind=RENAME&unit=" + first + "&unit="
                                + last,
                        ward))
                .hasStatusOk()
                .bodyText()
                .contains("Tên mới của Tổ 1", "Tên mới của Tổ 3");
        String page = drafted(
                ward,
                "at=" + code(tree.commune()),
                "kind=RENAME",
                "unit=" + first,
                "unit=" + last,
                "parts[0].kind=TDP",
                "parts[0].name=Tổ dân phố 41",
                "parts[1].kind=KHU_PHO",
                "parts[1].name=Gò Dầu");
        step(page, "proposal", 0, ward);
        step(page, "approval", 1, leader);
        assertThat(units.get(tree.villages().get(0).get(0), DAY).name()).isEqualTo("Tổ 41");
        assertThat(units.get(tree.villages().get(0).get(2), DAY).fullName()).isEqualTo("Khu phố Gò Dầu");
        assertThat(units.get(tree.villages().get(0).get(0), EVE).name()).isEqualTo("Tổ 1");

        assertThat(post(page + "/undoing", leader, "version=2", "reason=ghi nhầm"))
                .hasStatus3xxRedirection();
        assertThat(units.get(tree.villages().get(0).get(0), DAY).name()).isEqualTo("Tổ 1");
    }

    @Test
    void putsManyVillagesIntoAPartAtOnceWithoutScript() {
        String[] split = {"at=" + code(tree.province()), "kind=SPLIT", "unit=" + code(tree.commune())};
        String[] names = {"parts[0].name=Dong", "parts[1].name=Tay"};
        String first = code(tree.villages().get(0).get(0));
        String second = code(tree.villages().get(0).get(1));
        String third = code(tree.villages().get(0).get(2));

        assertThat(split(split, names, "step=PLACE", "tick=" + first, "tick=" + third, "tickPart=2"))
                .hasStatusOk()
                .bodyText()
                .contains("Phần 1: 0", "Phần 2: 2", "Chưa đưa vào phần nào: 1", "value=\"Dong\"");
        assertThat(split(split, names, "step=SHOW", "filter=to 2"))
                .hasStatusOk()
                .bodyText()
                .contains("Chọn cả 1 nơi đang hiện", "hidden=\"hidden\"");
        assertThat(split(split, names, "step=PLACE", "filter=to 2", "allShown=true", "tickPart=1"))
                .bodyText()
                .contains("Phần 1: 1", "Chưa đưa vào phần nào: 2");
        assertThat(split(split, names, "step=FILL", "list=Tổ 1\t2\n" + second + "; Phần 1\n\n" + third + ";2"))
                .hasStatusOk()
                .bodyText()
                .contains("Phần 1: 1", "Phần 2: 2", "Chưa đưa vào phần nào: 0");
        assertThat(split(split, names, "step=FILL", "list=Tổ 1;2\nTổ 99;1\nTổ 2;7"))
                .hasStatus(422)
                .bodyText()
                .contains("Chưa đọc được 2 dòng: Tổ 99;1 · Tổ 2;7", "Phần 2: 0", "Tổ 1;2");
    }

    @Test
    void takesAsManyRowsAsALargeWardHasVillages() {
        String[] fields = new String[3 + 600];
        fields[0] = "at=" + code(tree.province());
        fields[1] = "kind=SPLIT";
        fields[2] = "unit=" + code(tree.commune());
        for (int i = 0; i < 300; i++) {
            fields[3 + 2 * i] = "goings[" + i + "].key=X" + i;
            fields[4 + 2 * i] = "goings[" + i + "].part=1";
        }
        assertThat(split(fields, new String[] {"parts[0].name=Đông"}, "step=SHOW"))
                .hasStatusOk();
    }

    @Test
    void asksAgainForWhatAFormLacks() {
        assertThat(post("/units/changes", officer, "at=" + code(tree.province()), "kind=SPLIT", "unit="))
                .hasStatus(422)
                .bodyText()
                .contains("name=\"unit\"");
        assertThat(post(
                        "/units/changes",
                        officer,
                        "at=" + code(tree.province()),
                        "kind=",
                        "unit=" + code(tree.commune())))
                .hasStatus(422);
    }

    private MvcTestResult split(String[] first, String[] second, String... third) {
        return post(
                "/units/changes",
                officer,
                Stream.of(first, second, third).flatMap(Stream::of).toArray(String[]::new));
    }

    @Test
    void saysWhichDaysAreClosedInAllItRefuses() {
        jdbc.sql("""
                        insert into period_lock (unit_id, period, first_day, last_day, version, locked_by, locked_at)
                        values (:unit, '2026-03', '2026-03-01', '2026-03-31', 1, (select min(id::text)::uuid from account), now())
                        """).param("unit", tree.commune()).update();
        String page = drafted(
                officer,
                "at=" + code(tree.province()),
                "kind=MERGE",
                "unit=" + code(tree.communes().get(0)),
                "unit=" + code(tree.communes().get(1)),
                "into=" + code(tree.commune()));

        assertThat(get(page, officer)).bodyText().contains("Kỳ từ 01/03/2026 đến 31/03/2026 đã khóa");
        assertThat(post(page + "/proposal", officer, "version=0")).hasStatus(422);
    }

    @Test
    void saysWhatAUnitBecameWhereAnOldLinkLeads() {
        String page = drafted(
                officer,
                "at=" + code(tree.province()),
                "kind=MERGE",
                "unit=" + code(tree.communes().get(0)),
                "unit=" + code(tree.communes().get(1)),
                "founded.kind=XA",
                "founded.name=Cầu Mây",
                "founded.code=99911");
        String old = code(tree.commune());
        step(page, "proposal", 0, officer);
        step(page, "approval", 1, second);

        assertThat(get("/reports?period=2026-03&unit=" + old, officer))
                .hasStatus(404)
                .bodyText()
                .contains("Ngày 31/03/2026 không có đơn vị nào mang mã " + old, "Nay thuộc về: Xã Cầu Mây");
    }

    private String drafted(RequestPostProcessor who, String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "effective=" + DAY;
        all[fields.length + 1] = "decree=1/NQ";
        MvcTestResult drafted = post("/units/changes", who, all);
        assertThat(drafted).hasStatus3xxRedirection();
        return String.valueOf(drafted.getResponse().getRedirectedUrl());
    }

    private void step(String page, String step, int version, RequestPostProcessor who) {
        assertThat(post(page + "/" + step, who, "version=" + version)).hasStatus3xxRedirection();
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private MvcTestResult post(String address, RequestPostProcessor who, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(who);
        for (String field : fields) {
            int at = field.indexOf('=');
            request = request.param(field.substring(0, at), field.substring(at + 1));
        }
        return request.exchange();
    }

    private String code(long unit) {
        return units.get(unit, EVE).code();
    }

    private RequestPostProcessor account(Role role, Long unit) {
        UUID account = new TestAccounts(jdbc).account("c" + UUID.randomUUID(), role, unit);
        return authentication(TestAccounts.signedIn(logins, account));
    }
}
