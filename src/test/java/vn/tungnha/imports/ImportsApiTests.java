package vn.tungnha.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.imports.sheet.Extent;
import vn.tungnha.imports.sheet.Knowledge;
import vn.tungnha.imports.sheet.TableFile;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.TestUnits;

@SharedApplication
class ImportsApiTests {

    private static final String HEAD = "Tổ;Đường;Số nhà;Chủ hộ;Họ tên;Năm sinh;Điện thoại\n";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Imports imports;

    private TestUnits.Tree tree;
    private RequestPostProcessor officer;

    @BeforeEach
    void plant() {
        tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        UUID account = accounts.account("imp" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        officer = authentication(TestAccounts.signedIn(logins, account));
    }

    @Test
    void storesHouseholdsOfOneAddressTogether() {
        String file = HEAD
                + "Tổ 1;Kiệt 112;K112/14;Lê Thị Lài;Lê Thị Lài;1961;905123112\n"
                + "TDP 1;kiet 112;K112/14;Lê Thị Lài;Lê Minh Tâm;1990;\n"
                + "1;Kiệt 112;K112/14;Lê Thị Lài;Bé Na;2020;\n"
                + "Tổ 2;Kiệt 112;K112/16;Trần Văn Ba;;1955;\n";

        assertThat(send("households", file, ""))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"rows\":4,\"accepted\":4,\"stored\":4,\"errors\":[],"
                                + "\"warnings\":[{\"row\":4,\"column\":\"Họ tên\",\"message\":\"Trẻ dưới 14 tuổi: chỉ đếm, không lưu tên.\"}]}");
        assertThat(households(0)).isEqualTo(1);
        assertThat(households(1)).isEqualTo(1);
        assertThat(people(0)).isEqualTo(2);
        assertThat(jdbc.sql("select children from household where village_id = ?")
                        .param(tree.village())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from resident where name = 'Bé Na'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(booked("REGISTERED_HOUSEHOLDS", tree.village())).isEqualTo(1);
    }

    @Test
    void storesNothingInADryRun() {
        assertThat(send("households", HEAD + "Tổ 1;Kiệt 112;14;;Lê Thị Lài;1961;\n", "?dryRun=true"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"accepted\":1,\"stored\":0}");
        assertThat(households(0)).isZero();
    }

    @Test
    void storesNothingWhileARowIsInError() {
        String file = HEAD + "Tổ 1;Kiệt 112;14;;Lê Thị Lài;1961;\nTổ 1;Kiệt 112;16;;Lê Thị Bông;19510;\n";

        assertThat(send("households", file, ""))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"rows\":2,\"accepted\":1,\"stored\":0,\"errors\":[{\"row\":3,\"column\":\"Năm sinh\","
                                + "\"message\":\"“19510” không phải là năm. Năm có 4 chữ số, ví dụ 1951.\"}]}");
        assertThat(households(0)).isZero();

        assertThat(send("households", file, "?partial=true"))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":2,\"accepted\":1,\"stored\":1}");
        assertThat(households(0)).isEqualTo(1);
    }

    @Test
    void doublesNothingWhenAFileComesTwice() {
        String file = HEAD + "Tổ 1;Kiệt 112;14;;Lê Thị Lài;1961;\nTổ 1;Kiệt 112;14;;Lê Minh Tâm;1990;\n";
        send("households", file, "");

        assertThat(send("households", file, ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":2,\"accepted\":2,\"stored\":0,\"warnings\":[{\"row\":2},{\"row\":3}]}");
        assertThat(households(0)).isEqualTo(1);
        assertThat(people(0)).isEqualTo(2);
    }

    @Test
    void addsTheNewcomerOfAKnownHousehold() {
        send("households", HEAD + "Tổ 1;Kiệt 112;14;;Lê Thị Lài;1961;\n", "");

        send("households", HEAD + "Tổ 1;KIỆT 112;14;;Lê Thị Lài;1961;\nTổ 1;Kiệt 112;14;;Lê Minh Tâm;1990;\n", "");

        assertThat(households(0)).isEqualTo(1);
        assertThat(people(0)).isEqualTo(2);
    }

    @Test
    void refusesAPlaceOutsideTheWard() {
        String elsewhere = jdbc.sql("select code from unit_version where unit_id = ?")
                .param(tree.villages().get(1).get(0))
                .query(String.class)
                .single();

        assertThat(send("households", HEAD + elsewhere + ";Kiệt 112;14;;Lê Thị Lài;1961;\n", "?partial=true"))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"accepted\":0,\"stored\":0,\"errors\":[{\"row\":2,\"message\":\"“"
                        + elsewhere + "” nằm ngoài phạm vi của bạn.\"}]}");
        assertThat(jdbc.sql("select count(*) from household where village_id = ?")
                        .param(tree.villages().get(1).get(0))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAFileThatIsNoTable() {
        assertThat(send("households", "hello", ""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.rule")
                .isEqualTo("imports.file.no-heading");
        assertThat(send("nothing", HEAD, "")).hasStatus(404);
    }

    @Test
    void registersVillagesOnce() {
        String file =
                "Tên tổ, thôn;Loại;Từ ngày\nTổ 41;;01/07/2025\n42;Tổ dân phố;45839\nTổ dân phố 41;;01/07/2025\nTổ 1;;\n";

        assertThat(send("units", file, ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":4,\"accepted\":4,\"stored\":2,\"errors\":[]}");
        assertThat(send("units", file, "")).bodyJson().isLenientlyEqualTo("{\"rows\":4,\"accepted\":4,\"stored\":0}");
        assertThat(jdbc.sql("""
                        select v.name || ' ' || u.valid_from from unit u join unit_version v on v.unit_id = u.id
                        join unit_parent p on p.unit_id = u.id
                        where p.parent_id = ? and u.valid_from > '2000-01-01' order by 1""").param(tree.commune()).query(String.class).list())
                .containsExactly("Tổ 41 2025-07-01", "Tổ 42 2025-07-01");
    }

    @Test
    void registersTeamsWithTheirMembersAndThenMoreMembers() {
        String file = "Tên tổ;Địa bàn;Số quyết định;Ngày quyết định;Họ tên;Vai trò;Tổ chức;SĐT\n"
                + "Tổ số 1;Tổ 1; 103/QĐ-UBND;29/11/2023;Trần Văn Hòa;Tổ trưởng;TDP;905111222\n"
                + "Tổ số 1;Tổ 1;103/QĐ-UBND;29/11/2023;Lê Thị Mai;Thành viên;Đoàn Thanh niên;\n"
                + "Tổ số 2;Tổ 2; Tổ 3;29/11/2023;Ngô Văn Tý;Tổ phó;;\n".replace("Tổ 2; Tổ 3", "Tổ 2, Tổ 3;7/QĐ");

        assertThat(send("teams", file, ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":3,\"accepted\":3,\"stored\":3,\"errors\":[]}");
        assertThat(send("teams", file, "")).bodyJson().isLenientlyEqualTo("{\"rows\":3,\"accepted\":3,\"stored\":0}");
        String more =
                "Tổ;Họ và tên;Vai trò\nTổ số 1;Phạm Thị Hạnh;\nTổ số 1;Lê Thị Mai;\nTổ số 9;Ai Đó;\nTổ số 1;Hồ Ngọc Lan;Tổ trưởng\n";
        assertThat(send("members", more, "?partial=true"))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":4,\"accepted\":2,\"stored\":1,\"errors\":[{\"row\":4},{\"row\":5}]}");
        assertThat(jdbc.sql("""
                        select m.name || ' ' || m.role || ' ' || coalesce(m.organisation, '-') || ' ' || coalesce(m.phone, '-')
                        from team_member m join team t on t.id = m.team_id join team_area a on a.team_id = t.id and a.home
                        join unit_parent p on p.unit_id = a.village_id
                        where p.parent_id = ? and t.decision_date = '2023-11-29' order by 1""").param(tree.commune()).query(String.class).list())
                .containsExactly(
                        "Lê Thị Mai MEMBER DOAN_TN -",
                        "Ngô Văn Tý DEPUTY - -",
                        "Phạm Thị Hạnh MEMBER - -",
                        "Trần Văn Hòa LEADER TDP 0905111222");
    }

    @Test
    void takesReportedValuesAndTargets() {
        String measure = aMeasure();
        String values =
                "Đơn vị;Kỳ;Số liệu;Giá trị;Nguồn\nCầu Mây;9/2025;" + measure + ";1.234;Báo cáo\n;Quý 3/2025;x;-1;\n";
        assertThat(send("reported-values", values, "?partial=true"))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":2,\"accepted\":1,\"stored\":1}");
        assertThat(jdbc.sql("select amount from reported_value where unit_id = ? and period = '2025-09'")
                        .param(tree.commune())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1234);

        String village = codeOf(tree.village());
        String targets = "Đơn vị;Chỉ số;Kỳ;Mức giao;Lý do\n" + village + ";E_ID_L2_ACTIVATED;2026;90%;\n";
        assertThat(send("targets", targets.replace(village, "Cầu Mây"), ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"accepted\":0,\"stored\":0,\"errors\":[{\"column\":\"Đơn vị\"}]}");
        assertThat(send("targets", targets, ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"accepted\":1,\"stored\":1}");
        assertThat(send("targets", targets, ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"accepted\":1,\"stored\":0}");
        assertThat(send("targets", targets.replace("90%", "95"), ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"accepted\":0,\"stored\":0,\"errors\":[{\"column\":\"Lý do\"}]}");
        assertThat(send("targets", targets.replace("2026;90%", "2027;0,9"), ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"stored\":1,\"warnings\":[{\"row\":2,\"column\":\"Mức giao\","
                        + "\"message\":\"Tỷ lệ giao là 0,9%. Mời xem lại.\"}]}");
    }

    @Test
    void takesNinetyPerCentOfASpreadsheetForNinety() throws IOException {
        String village = codeOf(tree.village());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Giao");
            List<String> heading = List.of("Đơn vị", "Chỉ số", "Kỳ", "Mức giao");
            for (int column = 0; column < heading.size(); column++) {
                sheet.value(0, column, heading.get(column));
            }
            sheet.value(1, 0, village);
            sheet.value(1, 1, "E_ID_L2_ACTIVATED");
            sheet.value(1, 2, 2026);
            sheet.value(1, 3, 0.9);
            sheet.style(1, 3).format("0%").set();
        }

        assertThat(send("targets", file.toByteArray(), "", officer))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"stored\":1,\"warnings\":[]}");
        assertThat(jdbc.sql("select amount from target where unit_id = ? and replaced_at is null")
                        .param(tree.village())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("90");
    }

    @Test
    void readsCodesAndNamesAsTheyWereBorneInThePeriod() {
        LocalDate merged = LocalDate.of(2025, 7, 1);
        long ended = tree.communes().get(0);
        // as it happened: the new unit bears the code of one it swallowed
        String code = "97%03d".formatted(Integer.parseInt(codeOf(ended).substring(1)) % 1000);
        String name = "Xuân Hà " + code;
        jdbc.sql("update unit_version set code = ?, name = ?, full_name = ?, search = unit_fold(?) where unit_id = ?")
                .params(code, name, "Phường " + name, name, ended)
                .update();
        long heir = units.mergeIntoNew(
                merged, "Suối Bạc", tree.district(), ended, tree.communes().get(1));
        jdbc.sql("update unit_version set code = ? where unit_id = ?")
                .params(code, heir)
                .update();
        RequestPostProcessor ward = signedIn(Role.WARD_OFFICER, heir);
        String head = "Đơn vị;Kỳ;Số liệu;Giá trị;Nguồn\n";
        String measure = aMeasure();

        assertThat(send(
                        "reported-values",
                        head + code + ";2024-09;" + measure + ";11;Báo cáo\n" + code + ";2025-09;" + measure
                                + ";22;Báo cáo\n" + name + ";2024-10;" + measure + ";33;Báo cáo\n" + code
                                + "@2025-03-31;2025;" + measure + ";44;Báo cáo\n",
                        "",
                        ward))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":4,\"stored\":4,\"errors\":[]}");

        assertThat(reported(ended)).isEqualTo(Map.of("2024-09", 11, "2024-10", 33, "2025", 44));
        assertThat(reported(heir)).isEqualTo(Map.of("2025-09", 22));
        assertThat(send("reported-values", head + "Suối Bạc;2024-09;" + measure + ";5;Báo cáo\n", "", ward))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"stored\":0,\"errors\":[{\"row\":2,\"column\":\"Đơn vị\"}]}");
        assertThat(send("reported-values", head + name + ";2025-09;" + measure + ";5;Báo cáo\n", "", ward))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":1,\"stored\":0,\"errors\":[{\"row\":2,\"column\":\"Đơn vị\"}]}");
    }

    @Test
    void warnsOfWhatDoesNotFitTogetherInOneFileAndStoresItAsOneChange() {
        String head = "Đơn vị;Kỳ;Số liệu;Giá trị;Nguồn\n";
        String august = "Cầu Mây;2025-08;DOSSIERS_ONLINE;40;Báo cáo\nCầu Mây;2025-08;DOSSIERS_RECEIVED;50;Báo cáo\n";
        assertThat(send("reported-values", head + august, ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"stored\":2,\"warnings\":[]}");
        assertThat(saves()).isEqualTo(1);

        String september = "Cầu Mây;2025-09;DOSSIERS_RECEIVED;39;Báo cáo\nCầu Mây;2025-09;DOSSIERS_ONLINE;40;Báo cáo\n";

        assertThat(send("reported-values", head + september, ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"stored\":2,\"warnings\":["
                        + "{\"row\":3,\"message\":\"Tử số lớn hơn mẫu số: 40 và 39. Mời xem lại.\"},"
                        + "{\"row\":3,\"message\":\"Giống hệt kỳ trước. Mời xem lại.\"}]}");
        assertThat(saves()).isEqualTo(2);
    }

    private long saves() {
        return jdbc.sql("select count(*) from audit_entry where action = 'reported.saved' and unit_id = ?")
                .param(tree.commune())
                .query(Long.class)
                .single();
    }

    @Test
    void knowsEveryRowOfItsOwnTablesAgain() {
        jdbc.sql("""
                        update unit_version set code = '98' || lpad(substring(code from 'c([0-9]+)'), 3, '0')
                            || coalesce(substring(code from '-.*'), '')
                        where unit_id in (select descendant_id from unit_closure where ancestor_id = ?)
                        """).param(tree.commune()).update();
        send("units", "Tên;Loại\nTổ 44;Tổ dân phố\n", "");
        send(
                "teams",
                "Tên tổ;Địa bàn;Số quyết định;Ngày quyết định;Họ tên;Vai trò;Tổ chức;SĐT\n"
                        + "Tổ số 1;Tổ 1, Tổ 2;103/QĐ-UBND;29/11/2023;Trần Văn Hòa;Tổ trưởng;TDP;905111222\n",
                "");
        send(
                "households",
                HEAD + "Tổ 1;Kiệt 112;K112/14;Lê Thị Lài;Lê Thị Lài;1961;905123112\n"
                        + "Tổ 1;Kiệt 112;K112/14;Lê Thị Lài;Lê Minh Tâm;1990;\n",
                "");

        for (Map.Entry<String, Integer> kind :
                Map.of("units", 4, "teams", 1, "members", 1, "households", 2).entrySet()) {
            MvcTestResult table = mvc.get()
                    .uri("/api/v1/exports/" + kind.getKey() + ".csv")
                    .with(officer)
                    .exchange();
            assertThat(table).as(kind.getKey()).hasStatusOk();
            String back = new String(table.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
            assertThat(send(kind.getKey(), back, ""))
                    .as(kind.getKey() + "\n" + back)
                    .bodyJson()
                    .isLenientlyEqualTo(
                            "{\"rows\":%1$d,\"accepted\":%1$d,\"stored\":0,\"errors\":[]}".formatted(kind.getValue()));
        }
    }

    @Test
    void readsItsOwnTemplatesBack() throws IOException {
        for (String kind : List.of("units", "teams", "members", "households", "reported-values", "targets")) {
            byte[] template = mvc.get()
                    .uri("/api/v1/imports/" + kind + "/template.xlsx")
                    .with(officer)
                    .exchange()
                    .getResponse()
                    .getContentAsByteArray();
            Path file = Files.write(Files.createTempFile("template", ".xlsx"), template);
            var columns = imports.kind(kind).columns();

            TableFile table = new TableFile(file);
            Extent extent = table.read(columns, List.of(), table.require(columns, Knowledge.NONE), row -> true);

            assertThat(extent.present()).as(kind).hasSameSizeAs(columns);
            assertThat(extent.rows()).as(kind).isZero();
            assertThat(extent.unknown()).as(kind).isEmpty();
            Files.delete(file);
        }
    }

    @Test
    void showsAFileBeforeItIsStored() throws Exception {
        String csv = HEAD + "Tổ 1;Kiệt 112;14;;Lê Thị Lài;1961;\nTổ 1;Kiệt 112;16;;<b>Lê</b>;19510;\n";
        var sent = mvc.post()
                .uri("/imports/households")
                .multipart()
                .file(new MockMultipartFile("file", "ho.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(officer)
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus3xxRedirection();
        String job = String.valueOf(sent.getResponse().getRedirectedUrl());

        assertThat(mvc.get().uri(job).with(officer).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("19510", "row-bad", "&lt;b&gt;Lê&lt;/b&gt;")
                .doesNotContain("Lê Thị Lài");
        assertThat(mvc.get().uri(job + "?show=ALL").with(officer).exchange())
                .bodyText()
                .contains("Lê Thị Lài");
        assertThat(mvc.get().uri(job).with(someoneElse()).exchange()).hasStatus(404);
        byte[] refused = mvc.get()
                .uri(job + "/refused.xlsx")
                .with(officer)
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(refused, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(households(0)).isZero();

        assertThat(mvc.post().uri(job + "/storing").with(officer).with(csrf()).exchange())
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(job + "/storing?partial=true")
                        .with(officer)
                        .with(csrf())
                        .exchange())
                .hasStatus3xxRedirection();
        mvc.post().uri(job + "/storing?partial=true").with(officer).with(csrf()).exchange();

        assertThat(mvc.get().uri(job).with(officer).exchange()).bodyText().contains("Đã nhập 1 dòng");
        assertThat(households(0)).isEqualTo(1);
        assertThat(mvc.get().uri("/imports").with(officer).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("ho.csv");
    }

    @Test
    @Tag("slow")
    void stores20000RowsInLittleMemory() throws Exception {
        int rows = 20_000;
        Path file = Files.createTempFile("big", ".xlsx");
        try (TableWriter table = TableWriter.xlsx(Files.newOutputStream(file), "Hộ dân")) {
            table.heading(List.of("Tổ", "Đường", "Số nhà", "Chủ hộ", "Họ tên", "Năm sinh", "Điện thoại"));
            for (int row = 0; row < rows; row++) {
                int house = row / 4;
                table.row(List.of(
                        "Tổ " + (1 + house % 3),
                        "Kiệt " + house / 50,
                        "K" + house,
                        "Chủ hộ " + house,
                        row % 4 == 0 ? "Chủ hộ " + house : "Người " + row,
                        1940 + row % 65,
                        "09%08d".formatted(row)));
            }
        }
        Peak peak = new Peak();

        MvcTestResult stored = mvc.post()
                .uri("/api/v1/imports/households")
                .multipart()
                .file(new MockMultipartFile("file", "big.xlsx", "application/octet-stream", Files.readAllBytes(file)))
                .with(officer)
                .with(csrf())
                .exchange();

        assertThat(stored)
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\":%1$d,\"accepted\":%1$d,\"stored\":%1$d,\"errors\":[]}".formatted(rows));
        assertThat(peak.growth()).isLessThan(200L << 20);
        assertThat(households(0) + households(1) + households(2)).isEqualTo(rows / 4);
        assertThat(booked("REGISTERED_HOUSEHOLDS", tree.village())).isEqualTo(households(0));
        Files.delete(file);
    }

    private RequestPostProcessor someoneElse() {
        UUID account = new TestAccounts(jdbc)
                .account(
                        "imp" + UUID.randomUUID(),
                        Role.WARD_OFFICER,
                        tree.communes().get(1));
        return authentication(TestAccounts.signedIn(logins, account));
    }

    private RequestPostProcessor signedIn(Role role, long unit) {
        UUID account = new TestAccounts(jdbc).account("imp" + UUID.randomUUID(), role, unit);
        return authentication(TestAccounts.signedIn(logins, account));
    }

    private String codeOf(long unit) {
        return jdbc.sql("select code from unit_version where unit_id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }

    private String aMeasure() {
        return jdbc.sql("select code from measure where source = 'REPORTED' order by position limit 1")
                .query(String.class)
                .single();
    }

    private Map<String, Integer> reported(long unit) {
        return jdbc
                .sql("select period, amount from reported_value where unit_id = ? and replaced_at is null")
                .param(unit)
                .query((row, at) -> Map.entry(row.getString("period"), row.getInt("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private MvcTestResult send(String kind, String csv, String query) {
        return send(kind, csv, query, officer);
    }

    private MvcTestResult send(String kind, String csv, String query, RequestPostProcessor who) {
        return send(kind, csv.getBytes(StandardCharsets.UTF_8), query, who);
    }

    private MvcTestResult send(String kind, byte[] file, String query, RequestPostProcessor who) {
        return mvc.post()
                .uri("/api/v1/imports/" + kind + query)
                .multipart()
                .file(new MockMultipartFile("file", "x.csv", "text/csv", file))
                .with(who)
                .with(csrf())
                .exchange();
    }

    private int households(int village) {
        return jdbc.sql("select count(*) from household where village_id = ?")
                .param(tree.villages().get(0).get(village))
                .query(Integer.class)
                .single();
    }

    private int people(int village) {
        return jdbc.sql(
                        "select count(*) from resident r join household h on h.id = r.household_id where h.village_id = ?")
                .param(tree.villages().get(0).get(village))
                .query(Integer.class)
                .single();
    }

    private long booked(String basis, long village) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where m.basis = :basis and f.unit_id = :unit and f.grain = 'DAY'""")
                .param("basis", basis)
                .param("unit", village)
                .query(Long.class)
                .single();
    }
}
