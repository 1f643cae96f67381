package vn.tungnha.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.units.TestUnits;

/** Rows put right, left out and taken back in the preview; the file stays as it was sent. */
@SharedApplication
class ImportMendingTests {

    private static final String FILE = """
            Tổ;Đường;Số nhà;Họ tên;Năm sinh
            1;Kiệt 112;14;Lê Thị Lài;1961
            1;Kiệt 112;16;Lê Thị Bông;19510
            77;Kiệt 112;18;Trần Văn Ba;1955
            """;

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
    private UUID job;

    @BeforeEach
    void aFileWithTwoWrongRows() {
        tree = units.tree();
        sent = somebody();
        job = sent.csv("households", FILE);
        assertThat(sent.page(job, "?show=WRONG")).contains("Cần sửa 2", "name=\"c.birthYear\" value=\"19510\"");
    }

    @Test
    void storesWhatWasPutRightAndNotWhatWasLeftOut() {
        assertThat(sent.post(job, "/rows/3", Map.of("c.birthYear", " 1951 ", "show", "WRONG", "p", "0")))
                .hasRedirectedUrl("/imports/jobs/" + job + "?show=WRONG&p=0#row-3");
        assertThat(sent.page(job, "?show=NOTED"))
                .contains("Sửa tay: “19510” thành “1951”", "Cần sửa 1")
                .doesNotContain("value=\"19510\"");
        sent.post(job, "/rows/4", Map.of("act", "drop"));
        assertThat(sent.page(job, "?show=ALL"))
                .contains("Tất cả 3", "Cần sửa 0", "Nhập 2 dòng", "Bạn đã bỏ dòng này", "Trần Văn Ba");

        sent.post(job, "/storing", Map.of());

        assertThat(people()).containsExactly("Lê Thị Bông 1951", "Lê Thị Lài 1961");
    }

    @Test
    void takesBackWhatWasDoneToARow() {
        sent.post(job, "/rows/3", Map.of("c.birthYear", "1951", "c.name", "Lê Thị Bống"));
        sent.post(job, "/rows/4", Map.of("act", "drop"));
        sent.post(job, "/rows/3", Map.of("act", "restore"));
        sent.post(job, "/rows/4", Map.of("act", "restore"));

        assertThat(sent.page(job, "?show=WRONG"))
                .contains("Cần sửa 2", "value=\"19510\"", "Lê Thị Bông")
                .doesNotContain("Lê Thị Bống", "Lấy lại như trong tệp");
    }

    @Test
    void saysWhatIsStillWrongAndKeepsWhatWasTyped() {
        var answer = sent.post(job, "/rows/3", Map.of("c.birthYear", "chín lăm mốt"));

        assertThat(answer.getMvcResult().getFlashMap().get("flash")).asString().startsWith("Dòng 3 còn lỗi: Năm sinh");
        assertThat(sent.page(job, "?show=WRONG")).contains("value=\"chín lăm mốt\"");
    }

    /** A row of a household takes the address of the row above, as it was put right. */
    @Test
    void handsWhatWasPutRightOnToTheRowsBelow() {
        job = sent.csv("households", """
                Tổ;Đường;Số nhà;Họ tên;Năm sinh
                77;Kiệt 112;14;Lê Thị Lài;1961
                ;;;Lê Văn Con;1990
                """);
        assertThat(sent.page(job, "?show=WRONG")).contains("Cần sửa 2");

        sent.post(job, "/rows/2", Map.of("c.village", "1"));
        sent.post(job, "/storing", Map.of());

        assertThat(people()).containsExactly("Lê Thị Lài 1961", "Lê Văn Con 1990");
    }

    @Test
    void findsRepetitionsAmongWhatWasPutRight() {
        sent.post(job, "/rows/3", Map.of("c.number", "14", "c.name", "Lê Thị Lài", "c.birthYear", "1961"));

        assertThat(sent.page(job, "?show=ALL")).contains("dòng 2");
    }

    @Test
    void refusesRowsThatAreNotThereAndFilesOfOthers() {
        assertThat(sent.post(job, "/rows/99", Map.of("act", "drop"))).hasStatus(404);
        assertThat(somebody().post(job, "/rows/3", Map.of("act", "drop"))).hasStatus(404);
        assertThat(sent.post(job, "/rows/3", Map.of("c.name", "x".repeat(501)))).hasStatus(422);
        assertThat(sent.page(job, "?show=ALL")).contains("Tất cả 3");
    }

    private Sent somebody() {
        UUID account = new TestAccounts(jdbc).account("m" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        return new Sent(mvc, authentication(TestAccounts.signedIn(logins, account)));
    }

    private List<String> people() {
        return jdbc.sql("""
                        select r.name || ' ' || r.birth_year from resident r join household h on h.id = r.household_id
                        where h.village_id = any(:villages) order by 1""")
                .param("villages", tree.villages().get(0).toArray(Long[]::new))
                .query(String.class)
                .list();
    }
}
