package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.TestUnits;

/** Whoever asks the same question gets the same answer: on the dashboard, the card, the paper, by the API, in files. */
@Tag("slow")
@SharedApplication
@Transactional
class SameAnswerTests {

    private static final List<String> INDICATORS = List.of("ONLINE_DOSSIERS", "NEWS_ITEMS", "VISITS");

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

    /** A question: whose figure, which, of which months, by which tree. */
    private record Question(
            String unit, String indicator, String grain, YearMonth from, YearMonth to, String structure) {

        String api() {
            return "unit=" + unit + "&indicator=" + indicator + "&grain=" + grain + "&from=" + from + "&to=" + to
                    + "&structure=" + structure;
        }

        String board() {
            String period =
                    grain.equals("cumulative") ? "grain=cumulative&from=" + from + "&to=" + to : "period=" + code();
            return period + "&structure=" + structure;
        }

        Period days() {
            return grain.equals("cumulative")
                    ? Period.between(from.atDay(1), to.atEndOfMonth())
                    : Period.of(Period.Grain.valueOf(grain.toUpperCase(Locale.ROOT)), from.atDay(1));
        }

        String code() {
            return days().code();
        }
    }

    /** An answer: null where nothing is known. */
    private record Answer(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value) {

        static Answer of(@Nullable String numerator, @Nullable String denominator, @Nullable String value) {
            return new Answer(number(numerator), number(denominator), number(value));
        }

        private static @Nullable BigDecimal number(@Nullable String text) {
            return text == null || text.isBlank()
                    ? null
                    : new BigDecimal(text).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        }
    }

    @BeforeEach
    void plant() {
        tree = units.tree();
        province = new TestAccounts(jdbc).account("p" + UUID.randomUUID(), Role.PROVINCE_OFFICER, tree.province());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void saysTheSameEverywhere(long seed) throws IOException {
        Random dice = new Random(seed);
        IntStream.rangeClosed(1, 12).forEach(month -> tree.communes().forEach(commune -> {
            YearMonth of = YearMonth.of(2024, month);
            if (dice.nextInt(6) > 0) {
                int all = dice.nextInt(200);
                reported(commune, "DOSSIERS_RECEIVED", of, all);
                reported(commune, "DOSSIERS_ONLINE", of, all == 0 ? 0 : dice.nextInt(all * 2));
            }
            reported(commune, "NEWS_ITEMS", of, dice.nextInt(5));
            visits(commune, of, 1 + dice.nextInt(30));
        }));
        for (int i = 0; i < 8; i++) {
            ask(question(dice));
        }
    }

    private void ask(Question it) throws IOException {
        Answer api = api(it);

        assertThat(csv(it)).as("CSV of %s", it).isEqualTo(api);
        assertThat(xlsx(it)).as("Excel of %s", it).isEqualTo(api);
        String card = text("/indicators/" + it.indicator() + "?unit=" + it.unit() + "&structure=" + it.structure()
                + "&period=" + it.code());
        String pivot = text("/dashboard/" + it.unit() + "/pivot?rows=unit&columns=period&indicator=" + it.indicator()
                + "&" + it.board());
        if (api.denominator() != null && api.value() != null) {
            assertThat(card).as("card of %s", it).contains(whole(api.numerator()) + " ÷ " + whole(api.denominator()));
        } else if (api.value() != null) {
            assertThat(card).as("card of %s", it).contains(whole(api.value()));
        }
        if (api.denominator() != null && api.value() != null && it.unit().equals(code(tree.district()))) {
            assertThat(pivot)
                    .as("dashboard of %s", it)
                    .contains(whole(api.numerator()) + "/" + whole(api.denominator()));
        }
        if (api.denominator() != null
                && it.indicator().equals("ONLINE_DOSSIERS")
                && it.unit().equals(code(tree.commune()))
                && it.structure().equals("then")
                && !it.grain().equals("cumulative")) {
            assertThat(paper(it))
                    .as("paper of %s", it)
                    .contains(whole(api.numerator()) + "/" + whole(api.denominator()));
        }
    }

    @Test
    void saysWhatIsLockedEverywhere() throws IOException {
        YearMonth month = YearMonth.of(2024, 5);
        long commune = tree.commune();
        reported(commune, "DOSSIERS_RECEIVED", month, 100);
        reported(commune, "DOSSIERS_ONLINE", month, 60);
        lock(commune, month, 50, 80);
        Question now = new Question(code(commune), "ONLINE_DOSSIERS", "month", month, month, "then");
        Question locked = new Question(code(commune), "ONLINE_DOSSIERS", "month", month, month, "locked");

        assertThat(api(now)).isEqualTo(Answer.of("60", "100", "60"));
        assertThat(api(locked)).isEqualTo(Answer.of("50", "80", "62.5"));
        assertThat(csv(locked)).isEqualTo(api(locked));
        assertThat(xlsx(locked)).isEqualTo(api(locked));
        String address = "unit=" + code(commune) + "&period=2024-05&structure=";
        assertThat(text("/indicators/ONLINE_DOSSIERS?" + address + "locked"))
                .contains("50 ÷ 80", "Số đã khóa kỳ báo cáo");
        assertThat(text("/dashboard/" + code(commune) + "?period=2024-05&structure=locked"))
                .contains("50/80 · đã khóa", "Số đã khóa ở phường, xã đã khóa kỳ này");
        assertThat(text("/dashboard/" + code(commune) + "?period=2024-05")).contains("60/100");
        assertThat(paper(now)).contains("50/80");
    }

    /** Where a province reports from the 15th to the 14th, its dashboards can show those days, and say so. */
    @Test
    void showsTheDaysAProvinceReportsBy() {
        jdbc.sql("insert into reporting_calendar (province_id, valid_from, cut_off, team_days, ward_days) "
                        + "values (?, '2024-01-01', 'MID_MONTH', 3, 5)")
                .param(tree.province())
                .update();
        long commune = tree.commune();
        visit(commune, "2024-04-20", 3);
        visit(commune, "2024-05-10", 4);
        visit(commune, "2024-05-20", 5);
        String address =
                "/dashboard/" + code(commune) + "/pivot?rows=unit&columns=period&indicator=VISITS&period=2024-05";

        assertThat(text("/dashboard/" + code(commune) + "?period=2024-05")).contains("Theo kỳ báo cáo");
        assertThat(text("/dashboard/" + code(commune) + "?period=2024-05&days=reported"))
                .contains("tháng 5/2024 (kỳ báo cáo 15/04/2024–14/05/2024)");
        String export =
                "/api/v1/exports/indicator-values.csv?indicator=VISITS&unit=" + code(commune) + "&period=2024-05";
        assertThat(text(export)).contains("VISITS,STANDARD,2024-05,then,9,");
        assertThat(text(export + "&days=reported")).contains("VISITS,STANDARD,2024-04-15/2024-05-14,then,7,");
        String values = "/api/v1/indicator-values?indicator=VISITS&unit=" + code(commune) + "&from=2024-05&days=";
        assertThat(text(values + "reported"))
                .contains("\"period\":\"2024-04-15/2024-05-14\"", "\"value\":7,", "\"periodName\":\"2024-05\"");
        assertThat(text(values + "calendar")).contains("\"period\":\"2024-05\"", "\"value\":9,");
        assertThat(text("/api/v1/indicator-values?indicator=VISITS&unit=" + code(commune)
                        + "&from=2024-04&to=2024-05&grain=cumulative&days=reported"))
                .contains("\"period\":\"2024-03-15/2024-05-14\"", "\"value\":7,");
        assertThat(text(values + "weekly")).contains("\"field\":\"days\"");
        String team = "/api/v1/indicator-values?indicator=VISITS&team="
                + teamWithVisits("2024-04-20", "2024-04-21", "2024-05-20") + "&from=2024-05&days=";
        assertThat(text(team + "reported")).contains("\"period\":\"2024-04-15/2024-05-14\"", "\"value\":2,");
        assertThat(text(team + "calendar")).contains("\"period\":\"2024-05\"", "\"value\":1,");
        String feed = "/api/v1/feeds/indicator-values.csv?indicator=VISITS&unit=" + code(commune)
                + "&from=2024-05&to=2024-05";
        assertThat(text(feed)).contains(",2024-05,2024-05-01,2024-05-31,VISITS,", ",9,,9,");
        assertThat(text(feed + "&days=reported"))
                .contains(",2024-04-15/2024-05-14,2024-04-15,2024-05-14,VISITS,", ",7,,7,", ",2024-05\r\n");
        assertThat(get(address + "&days=reported")).hasStatusOk();
    }

    private Question question(Random dice) {
        String unit = code(
                List.of(tree.commune(), tree.communes().get(1), tree.district()).get(dice.nextInt(3)));
        String structure = dice.nextBoolean() ? "then" : "now";
        String indicator = INDICATORS.get(dice.nextInt(INDICATORS.size()));
        return switch (dice.nextInt(4)) {
            case 0 -> {
                YearMonth month = YearMonth.of(2024, 1 + dice.nextInt(12));
                yield new Question(unit, indicator, "month", month, month, structure);
            }
            case 1 -> {
                YearMonth first = YearMonth.of(2024, 1 + 3 * dice.nextInt(4));
                yield new Question(unit, indicator, "quarter", first, first.plusMonths(2), structure);
            }
            case 2 -> new Question(unit, indicator, "year", YearMonth.of(2024, 1), YearMonth.of(2024, 12), structure);
            default -> {
                int first = 1 + dice.nextInt(6);
                yield new Question(
                        unit,
                        indicator,
                        "cumulative",
                        YearMonth.of(2024, first),
                        YearMonth.of(2024, first + 1 + dice.nextInt(5)),
                        structure);
            }
        };
    }

    private Answer api(Question it) {
        JsonNode value = JsonMapper.shared()
                .readTree(text("/api/v1/indicator-values?" + it.api()))
                .get("items")
                .get(0);
        return Answer.of(plain(value.get("numerator")), plain(value.get("denominator")), plain(value.get("value")));
    }

    private static @Nullable String plain(JsonNode node) {
        return node == null || node.isNull() ? null : node.decimalValue().toPlainString();
    }

    private Answer csv(Question it) {
        String[] cells = text(export("csv", it))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        return Answer.of(cells[6], cells[7], cells[8]);
    }

    private Answer xlsx(Question it) throws IOException {
        byte[] file = get(export("xlsx", it)).getResponse().getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Row row = book.getSheetAt(0).getRow(1);
            List<@Nullable String> cells = new ArrayList<>();
            for (int i = 6; i <= 8; i++) {
                var cell = row.getCell(i);
                cells.add(
                        cell == null
                                        || new DataFormatter()
                                                .formatCellValue(cell)
                                                .isBlank()
                                ? null
                                : BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString());
            }
            return Answer.of(cells.get(0), cells.get(1), cells.get(2));
        }
    }

    private static String export(String format, Question it) {
        return "/api/v1/exports/indicator-values." + format + "?unit=" + it.unit() + "&indicator=" + it.indicator()
                + "&" + it.board();
    }

    private String paper(Question it) throws IOException {
        byte[] file = get("/reports/papers/draft.docx?unit=" + it.unit() + "&period=" + it.code())
                .getResponse()
                .getContentAsByteArray();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    private static String whole(@Nullable BigDecimal number) {
        return Vn.vi().number(number);
    }

    private void reported(long unit, String measure, YearMonth month, int amount) {
        jdbc.sql(
                        "insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, "
                                + "entered_at) select ?, id, ?, ?, ?, ?, 'thử', ?, now() from measure where code = ?")
                .params(
                        unit,
                        month.toString(),
                        month.atDay(1),
                        month.atEndOfMonth(),
                        amount,
                        month.atEndOfMonth(),
                        measure)
                .update();
    }

    private void visits(long commune, YearMonth month, int amount) {
        visit(commune, month.atDay(5).toString(), amount);
    }

    private void visit(long commune, String day, int amount) {
        long village = tree.villages().get(tree.communes().indexOf(commune)).get(0);
        jdbc.sql("insert into figure_daily (unit_id, measure_id, grain, day, amount) "
                        + "select ?, id, 'DAY', cast(? as date), ? from measure where code = 'VISITS'")
                .params(village, day, amount)
                .update();
    }

    private long teamWithVisits(String... days) {
        long team = jdbc.sql("insert into team (version, name, kind, search, status, established_on) "
                        + "values (0, 'Tổ ' || random(), 'CNSCD', '', 'ACTIVE', '2024-01-01') returning id")
                .query(Long.class)
                .single();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2024-01-01')")
                .params(team, tree.village())
                .update();
        for (String day : days) {
            jdbc.sql("insert into team_figure_daily (team_id, measure_id, grain, day, amount) "
                            + "select ?, id, 'DAY', cast(? as date), 1 from measure where code = 'VISITS'")
                    .params(team, day)
                    .update();
        }
        return team;
    }

    private void lock(long unit, YearMonth month, int numerator, int denominator) {
        Long lock = jdbc.sql("insert into period_lock (unit_id, period, first_day, last_day, version, locked_at) "
                        + "values (?, ?, ?, ?, 1, now()) returning id")
                .params(unit, month.toString(), month.atDay(1), month.atEndOfMonth())
                .query(Long.class)
                .single();
        jdbc.sql("insert into locked_figure (lock_id, indicator_id, variant, kind, numerator, denominator, value) "
                        + "select ?, id, 'STANDARD', 'RATE', ?, ?, ? from indicator where code = 'ONLINE_DOSSIERS'")
                .params(lock, numerator, denominator, numerator * 100.0 / denominator)
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

    private String text(String address) {
        return new String(get(address).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
