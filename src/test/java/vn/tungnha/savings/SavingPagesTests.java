package vn.tungnha.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.visits.FieldFixture;

/** Procedures handled faster, their sums, and what was published beside them. */
@SharedApplication
class SavingPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private Savings savings;

    @Autowired
    private SavingSums sums;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;

    @BeforeEach
    void aWard() {
        field = FieldFixture.in(jdbc);
    }

    @Test
    void sumsByFieldAndForEnterprisesAsANaiveRecountDoes() {
        Random dice = new Random(33);
        List<SavingCommand> told = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            told.add(new SavingCommand(
                    field.ward,
                    2025,
                    List.of("Hộ tịch", "hộ tịch", "Đất đai").get(dice.nextInt(3)),
                    "Thủ tục " + n,
                    Audience.values()[dice.nextInt(2)],
                    BigDecimal.valueOf(10 + dice.nextInt(10)),
                    BigDecimal.valueOf(dice.nextInt(20), 1).add(BigDecimal.ONE),
                    (long) dice.nextInt(500),
                    "Báo cáo"));
        }
        told.forEach(each -> savings.add(UUID.randomUUID(), each, field.officer()));

        for (Audience audience : new Audience[] {null, Audience.BUSINESS}) {
            BigDecimal days = BigDecimal.ZERO;
            long dossiers = 0;
            for (SavingCommand each : told) {
                if (audience == null || each.audience() == audience) {
                    days = days.add(
                            each.legalDays().subtract(each.actualDays()).multiply(BigDecimal.valueOf(each.dossiers())));
                    dossiers += each.dossiers();
                }
            }
            SavingSums.Sum sum = sums.sum(2025, audience, field.officer());
            assertThat(sum.saved()).isEqualByComparingTo(days);
            assertThat(sum.dossiers()).isEqualTo(dossiers);
        }
        assertThat(sums.byField(2025, field.officer())).hasSize(2);
        assertThat(sums.byField(2025, field.officer()).stream()
                        .map(SavingSums.FieldSum::saved)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sums.sum(2025, null, field.officer()).saved());
    }

    @Test
    void keepsAPublishedFigureApartAndSaysWhatHasNoDetail() {
        state("PROCEDURES_FASTER", 899);
        state("WORKING_DAYS_SAVED", 1000);
        assertThat(line("2022", "5", "3", "100")).hasRedirectedUrl("/savings");

        assertThat(get("/savings"))
                .hasStatusOk()
                .bodyText()
                .contains("1 thủ tục · 100 hồ sơ · 200 ngày làm việc")
                .containsPattern("(?s)899</td>.*?>1</td>.*?>898</td>")
                .containsPattern("(?s)1\\.000</td>.*?>200</td>.*?>800</td>");
        assertThat(sums.sum(null, null, field.officer()).procedures()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotFasterAndKeepsWhatWasTyped() {
        assertThat(line("2025", "3", "3", "100"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("phải ít hơn số ngày theo quy định", "Khai sinh");
        assertThat(line("2025", "ba", "3", "100")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void standsOnceForAPlaceAndYearAndCanBePutBack() {
        assertThat(line("2025", "3", "1,5", "1.200")).hasRedirectedUrl("/savings");
        assertThat(sums.sum(2025, null, field.officer()).saved()).isEqualByComparingTo("1800");
        assertThat(line("2025", "3", "2", "100"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("đã có ở nơi và năm đó");
        UUID id = jdbc.sql("select id from faster_procedure where unit_id = ?")
                .param(field.ward)
                .query(UUID.class)
                .single();
        post("/savings/" + id + "/removal");
        assertThat(sums.sum(2025, null, field.officer()).dossiers()).isZero();
        post("/savings/" + id + "/restoration");
        assertThat(sums.sum(2025, null, field.officer()).dossiers()).isEqualTo(1200);
        assertThat(sums.sum(2025, null, field.stranger()).dossiers()).isZero();
    }

    private void state(String indicator, int value) {
        jdbc.sql("""
                        insert into stated_figure (unit_id, indicator_id, period, first_day, last_day, value, qualifier, stated_as, source)
                        select :unit, id, '2022-10', :first, :last, :value, 'EXACT', 'công bố', 'Bài báo thử' from indicator where code = :code""")
                .param("unit", field.ward)
                .param("first", LocalDate.of(2022, 10, 1))
                .param("last", LocalDate.of(2022, 10, 31))
                .param("value", value)
                .param("code", indicator)
                .update();
    }

    private MvcTestResult line(String year, String legal, String actual, String dossiers) {
        return post(
                "/savings",
                "id",
                UUID.randomUUID(),
                "unit",
                field.ward,
                "year",
                year,
                "field",
                "Hộ tịch",
                "name",
                "Khai sinh",
                "audience",
                "CITIZEN",
                "legalDays",
                legal,
                "actualDays",
                actual,
                "dossiers",
                dossiers,
                "source",
                "Báo cáo");
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(path)
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)))
                .exchange();
    }

    private MvcTestResult post(String path, Object... form) {
        var request = mvc.post()
                .uri(path)
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(String.valueOf(form[i]), String.valueOf(form[i + 1]));
        }
        return request.exchange();
    }
}
