package vn.tungnha.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.extern.slf4j.Slf4j;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.imports.sheet.TableFile;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.TestUnits;

/** The largest file there may be, all the way: checked, stopped while it is stored, stored, taken back. */
@SharedApplication
@Tag("drill")
@Slf4j
class LargeImportTests {

    private static final int ROWS = TableFile.MOST_ROWS;
    private static final int PEOPLE = 4;
    private static final long MOST_MEMORY = 256L << 20;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    private TestUnits.Tree tree;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void goesAllTheWayInLittleMemory(String format) throws Exception {
        tree = units.tree();
        UUID account = new TestAccounts(jdbc).account("large" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        Sent sent = new Sent(mvc, authentication(TestAccounts.signedIn(logins, account)));
        byte[] file = file(format);
        Peak peak = new Peak();

        Instant begin = Instant.now();
        UUID job = sent.file("households", "large." + format, file);
        ends(job, "CHECKED");
        tell(format + " checked", begin);
        sent.post(job, "/storing", Map.of());
        await().atMost(Duration.ofMinutes(10)).until(() -> column(job, "progress"), done -> done.equals("1000"));
        sent.post(job, "/cancellation", Map.of());
        ends(job, "CHECKED");
        assertThat(households()).isZero();

        begin = Instant.now();
        sent.post(job, "/storing", Map.of());
        ends(job, "DONE");
        tell(format + " stored", begin);
        assertThat(households()).isEqualTo(ROWS / PEOPLE);

        begin = Instant.now();
        await().atMost(Duration.ofMinutes(10))
                .untilAsserted(() -> assertThat(sent.page(job, "/undo")).contains("25.000 hộ", "100.000 người"));
        tell(format + " looked at before taking back", begin);
        begin = Instant.now();
        sent.post(job, "/undo", Map.of("reason", "Thử"));
        ends(job, "UNDONE");
        tell(format + " taken back", begin);
        assertThat(households()).isZero();
        long growth = peak.growth();
        log.info("{}: memory grew by {} MB", format, growth >> 20);
        assertThat(growth).isLessThan(MOST_MEMORY);
    }

    private static byte[] file(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.equals("xlsx") ? TableWriter.xlsx(out, "Hộ dân") : TableWriter.csv(out)) {
            table.heading(List.of("Tổ", "Đường", "Số nhà", "Chủ hộ", "Họ tên", "Năm sinh", "Giới tính", "Điện thoại"));
            for (int row = 0; row < ROWS; row++) {
                int house = row / PEOPLE;
                table.row(List.of(
                        "Tổ " + (1 + house % 3),
                        "Kiệt " + house / 50,
                        "K" + house,
                        "Chủ hộ " + house,
                        row % PEOPLE == 0 ? "Chủ hộ " + house : "Người " + row,
                        1940 + row % 65,
                        row % 2 == 0 ? "Nam" : "Nữ",
                        "09%08d".formatted(row)));
            }
        }
        return out.toByteArray();
    }

    private void ends(UUID job, String status) {
        await().atMost(Duration.ofMinutes(30)).until(() -> column(job, "status"), status::equals);
    }

    private String column(UUID job, String column) {
        return jdbc.sql("select " + column + "::text from import_job where id = ?")
                .param(job)
                .query(String.class)
                .single();
    }

    private int households() {
        return jdbc.sql("select count(*) from household where village_id = any(?)")
                .param(tree.villages().get(0).toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    private static void tell(String what, Instant begin) {
        log.info(
                "{} rows {}: {} s",
                ROWS,
                what,
                Duration.between(begin, Instant.now()).toSeconds());
    }
}
