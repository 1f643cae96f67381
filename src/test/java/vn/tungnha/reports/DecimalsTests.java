package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Period;
import vn.tungnha.units.TestUnits;

/** One figure with no, one, two and three decimals, wherever it is shown. */
@Tag("slow")
@SharedApplication
@Transactional
class DecimalsTests {

    private static final String ASKED = "period=2024-09&indicator=ONLINE_DOSSIERS";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    private TestUnits.Tree tree;
    private UUID province;

    @BeforeEach
    void plant() {
        tree = units.tree();
        province = new TestAccounts(jdbc).account("p" + UUID.randomUUID(), Role.PROVINCE_OFFICER, tree.province());
        dossiers("2024-08", 80);
        dossiers("2024-09", 85);
        jdbc.sql(
                        "insert into target (version, indicator_id, unit_id, period, first_day, last_day, amount, kind, entered_at) "
                                + "select 0, id, ?, '2024-09', '2024-09-01', '2024-09-30', 95, 'RATE', now() "
                                + "from indicator where code = 'ONLINE_DOSSIERS'")
                .param(tree.commune())
                .update();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 88%     | +5     | 88
            1 | 87,6%   | +5,2   | 87.6
            2 | 87,63%  | +5,15  | 87.63
            3 | 87,629% | +5,155 | 87.629
            """)
    void areThoseOfTheDefinitionEverywhere(int decimals, String shown, String change, BigDecimal cell)
            throws IOException {
        jdbc.sql("update indicator_version set decimals = ? "
                        + "where indicator_id = (select id from indicator where code = 'ONLINE_DOSSIERS')")
                .param(decimals)
                .update();
        String commune = code(tree.commune());
        String district = code(tree.district());
        String csv = decimals == 3 ? "87.6290" : cell.toPlainString();

        assertThat(page("/dashboard/" + commune + "?period=2024-09"))
                .as("tile")
                .contains(">" + shown + "<", change + " điểm");
        assertThat(page("/dashboard/" + district + "?" + ASKED))
                .as("ranking")
                .contains(">" + shown + "<", ">" + change + "<");
        assertThat(page("/dashboard/" + district + "/matrix?period=2024-09&group=GOVERNMENT"))
                .as("heat table")
                .contains(">" + shown + "<");
        assertThat(page("/dashboard/" + district + "/matrix?view=spread&pick=" + commune + "&" + ASKED))
                .as("distribution")
                .contains("Cầu Mây " + shown);
        assertThat(page("/indicators/ONLINE_DOSSIERS?unit=" + commune + "&period=2024-09"))
                .as("card")
                .contains(shown);
        String targets = page("/targets?unit=" + district + "&" + ASKED);
        assertThat(targets).as("targets").contains(">" + shown + "<");
        assertThat(targets).as("words of concern").contains("Được " + shown);
        assertThat(page("/targets/table.csv?unit=" + district + "&" + ASKED))
                .as("targets as a file")
                .contains("," + csv + ",", shown);
        assertThat(page("/dashboard/" + district + "/ranking.csv?" + ASKED))
                .as("ranking as a file")
                .contains("," + csv + ",85,97,");
        assertThat(page("/indicators/ONLINE_DOSSIERS/rows.csv?unit=" + commune + "&period=2024-09"))
                .as("card as a file")
                .contains(",85,97," + csv + ",");
        Cell value = cellOf("/dashboard/" + district + "/ranking.xlsx?" + ASKED, cell.doubleValue());
        assertThat(value.getCellStyle().getDataFormatString())
                .isEqualTo(decimals == 0 ? "General" : "0." + "0".repeat(decimals));
    }

    private Cell cellOf(String address, double amount) throws IOException {
        byte[] file = get(address).getResponse().getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .filter(it -> it.getCellType() == CellType.NUMERIC && it.getNumericCellValue() == amount)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void dossiers(String period, int online) {
        reported("DOSSIERS_RECEIVED", period, 97);
        reported("DOSSIERS_ONLINE", period, online);
    }

    private void reported(String measure, String period, long amount) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql(
                        "insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at) "
                                + "select ?, id, ?, ?, ?, ?, 'thử', ?, now() from measure where code = ?")
                .params(tree.commune(), period, days.first(), days.last(), amount, days.last(), measure)
                .update();
    }

    private String code(long unit) {
        return jdbc.sql("select code from unit_version where unit_id = ? order by valid_from desc limit 1")
                .param(unit)
                .query(String.class)
                .single();
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri(address)
                .with(authentication(TestAccounts.signedIn(logins, province)))
                .exchange();
    }

    private String page(String address) {
        return new String(get(address).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
