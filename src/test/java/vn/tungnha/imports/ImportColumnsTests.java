package vn.tungnha.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.units.TestUnits;

@SharedApplication
class ImportColumnsTests {

    /** Headings that nobody could guess. */
    private static final String STRANGE = "Danh sách nhân khẩu\nAlpha;Beta;Gamma;Delta;Epsilon\n";

    private static final String PEOPLE = "1;Kiệt 112;14;Lê Thị Lài;1961\n1;Kiệt 112;16;Trần Văn Ba;1955\n";
    private static final Map<String, String> MATCHED = Map.of(
            "t0",
            "1",
            "r0",
            "2",
            "h0",
            "1",
            "c0.0",
            "village",
            "c0.1",
            "alley",
            "c0.2",
            "number",
            "c0.3",
            "name",
            "c0.4",
            "birthYear");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    private TestUnits.Tree tree;
    private Sent sent;

    @BeforeEach
    void plant() {
        tree = units.tree();
        sent = new Sent(mvc, officer(0));
    }

    @Test
    void asksWhatColumnsMeanWhereNobodyCanGuessAndReadsThemSo() {
        UUID job = sent.csv("households", STRANGE + PEOPLE);

        assertThat(sent.get(job, "")).hasRedirectedUrl("/imports/jobs/" + job + "/columns");
        assertThat(sent.page(job, "/columns"))
                .contains("Alpha", "cột A", "Trần Văn Ba", "Tiêu đề không giống cột nào", "value=\"2\"");
        assertThat(sent.post(job, "/columns", MATCHED)).hasRedirectedUrl("/imports/jobs/" + job);
        assertThat(sent.page(job, "?show=ALL")).contains("Nhập 2 dòng", "Trần Văn Ba");
        sent.post(job, "/storing", Map.of());

        assertThat(households()).isEqualTo(2);
    }

    @Test
    void namesWrongChoicesBesideTheirColumnAndKeepsWhatWasTyped() {
        UUID job = sent.csv("households", STRANGE + PEOPLE);
        Map<String, String> wrong = new HashMap<>(MATCHED);
        wrong.put("c0.2", "alley");
        wrong.put("f0.number", "");

        var answer = sent.post(job, "/columns", wrong);

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("Hai cột cùng ghép là “Đường, kiệt”", "Thiếu cột bắt buộc “Số nhà”")
                .containsPattern("(?s)id=\"c0\\.4\".*?value=\"birthYear\" selected");
        assertThat(sent.get(job, "")).hasRedirectedUrl("/imports/jobs/" + job + "/columns");
        assertThat(households()).isZero();
    }

    @Test
    void takesWhatStandsInNoColumnForTheWholeSheet() {
        UUID job = sent.csv("households", "Đường;Số nhà;Họ tên\nKiệt 112;14;Lê Thị Lài\n");
        assertThat(sent.page(job, "/columns")).contains("Tổ, thôn, chung cho cả trang tính", "Thiếu cột bắt buộc");

        sent.post(job, "/columns", Map.of("t0", "1", "r0", "1", "h0", "1", "f0.village", "Tổ 1"));
        sent.post(job, "/storing", Map.of());

        assertThat(households()).isEqualTo(1);
    }

    @Test
    void readsTheHeadingWhereSomebodyPoints() {
        UUID job = sent.csv(
                "households",
                "Tổ;Đường;Số nhà;Họ tên\n(mẫu cũ);(mẫu cũ);(mẫu cũ);(mẫu cũ)\nA;B;C;D\n1;Kiệt 112;14;Lê Thị Lài\n");

        assertThat(sent.post(job, "/columns", Map.of("t0", "1", "r0", "3", "h0", "1")))
                .hasRedirectedUrl("/imports/jobs/" + job + "/columns");
        assertThat(sent.page(job, "/columns"))
                .contains("<b>A</b>", "Lê Thị Lài")
                .doesNotContain("<b>Tổ</b>");
        sent.post(
                job,
                "/columns",
                Map.of(
                        "t0", "1", "r0", "3", "h0", "1", "c0.0", "village", "c0.1", "alley", "c0.2", "number", "c0.3",
                        "name"));
        sent.post(job, "/storing", Map.of());

        assertThat(households()).isEqualTo(1);
    }

    @Test
    void remembersForTheWardAndForgetsWhenAsked() {
        UUID first = sent.csv("households", STRANGE + PEOPLE);
        sent.post(first, "/columns", MATCHED);

        Sent colleague = new Sent(mvc, officer(0));
        UUID next =
                colleague.csv("households", STRANGE.replace("Danh sách", "\n\nDS") + "1;Kiệt 9;1;Võ Thị Mai;1970\n");
        assertThat(colleague.page(next, "?show=ALL")).contains("Nhập 1 dòng", "Võ Thị Mai");
        String columns = colleague.page(next, "/columns");
        assertThat(columns).contains("Theo cách ghép ngày");
        Sent elsewhere = new Sent(mvc, officer(1));
        assertThat(elsewhere.page(elsewhere.csv("households", STRANGE + PEOPLE), "/columns"))
                .doesNotContain("Theo cách ghép ngày");

        String fingerprint = columns.replaceAll("(?s).*name=\"fingerprint\" value=\"([0-9a-f]+)\".*", "$1");
        colleague.post(next, "/columns/forgetting", Map.of("fingerprint", fingerprint));
        assertThat(sent.get(sent.csv("households", STRANGE + PEOPLE), "")).hasStatus3xxRedirection();
    }

    @Test
    void matchesSheetsWithTheSameHeadingsOnce() {
        UUID job = sent.file("households", "forty.xlsx", Sent.xlsx(book -> {
            for (int village = 1; village <= 3; village++) {
                Sheet sheet = book.createSheet("Tổ " + village);
                fill(sheet, 0, "Ngõ ngách", "Căn số", "Ai");
                fill(sheet, 1, "Kiệt 112", "14", "Lê Thị Lài");
            }
        }));
        Map<String, String> matched = new HashMap<>(Map.of("c0.0", "alley", "c0.1", "number", "c0.2", "name"));
        for (int sheet = 0; sheet < 3; sheet++) {
            matched.put("r" + sheet, "1");
            matched.put("h" + sheet, "1");
        }
        matched.put("t0", "1");
        matched.put("t1", "1");
        matched.put("f0.village", "Tổ 1");
        matched.put("f1.village", "Tổ 2");
        sent.post(job, "/columns", pointed(matched));

        sent.post(job, "/columns", matched);
        sent.post(job, "/storing", Map.of());

        assertThat(households()).isEqualTo(1);
        assertThat(sent.page(job, "")).contains("Đã nhập 2 dòng");
    }

    /** Rows that were refused come back as a workbook, are mended there, and go in. */
    @Test
    void takesRefusedRowsBackMended() throws IOException {
        UUID job = sent.csv(
                "households",
                "Tổ;Đường;Số nhà;Họ tên;Năm sinh\n1;Kiệt 112;14;Lê Thị Lài;1961\n1;Kiệt 112;16;Lê Thị Bông;19510\n");
        sent.post(job, "/storing?partial=true", Map.of());
        byte[] mended;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sent.bytes(job, "/refused.xlsx")))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(texts(sheet.getRow(0))).contains("Lý do chưa nhập");
            assertThat(texts(sheet.getRow(1))).contains("19510").anyMatch(text -> text.contains("không phải là năm"));
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            sheet.getRow(1).forEach(cell -> {
                if (new DataFormatter().formatCellValue(cell).equals("19510")) {
                    cell.setCellValue("1951");
                }
            });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            mended = out.toByteArray();
        }

        UUID again = sent.file("households", "can-sua.xlsx", mended);
        sent.post(again, "/storing", Map.of());

        assertThat(sent.page(again, "")).contains("Đã nhập 1 dòng");
        assertThat(households()).isEqualTo(2);
    }

    @Test
    void hidesTheColumnsOfSomebodyElsesFile() {
        UUID job = sent.csv("households", STRANGE + PEOPLE);
        Sent other = new Sent(mvc, officer(0));

        assertThat(other.get(job, "/columns")).hasStatus(404);
        assertThat(other.post(job, "/columns", MATCHED)).hasStatus(404);
        assertThat(other.post(job, "/columns/forgetting", Map.of("fingerprint", "x")))
                .hasStatus(404);
    }

    private static Map<String, String> pointed(Map<String, String> form) {
        Map<String, String> pointed = new HashMap<>(form);
        pointed.keySet().removeIf(name -> name.startsWith("c"));
        return pointed;
    }

    private static void fill(Sheet sheet, int at, String... cells) {
        Row row = sheet.createRow(at);
        for (int index = 0; index < cells.length; index++) {
            row.createCell(index).setCellValue(cells[index]);
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(new DataFormatter().formatCellValue(cell)));
        return texts;
    }

    private RequestPostProcessor officer(int commune) {
        UUID account = new TestAccounts(jdbc)
                .account(
                        "col" + UUID.randomUUID(),
                        Role.WARD_OFFICER,
                        tree.communes().get(commune));
        return authentication(TestAccounts.signedIn(logins, account));
    }

    private int households() {
        return jdbc.sql("select count(*) from household where village_id = ?")
                .param(tree.village())
                .query(Integer.class)
                .single();
    }
}
