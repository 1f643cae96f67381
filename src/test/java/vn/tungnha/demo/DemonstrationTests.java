package vn.tungnha.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.tungnha.DatabaseConfiguration;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;

/** Loads the whole demonstration once and looks at what stands in the tables. */
@Tag("slow")
@SpringBootTest(properties = "tungnha.catalogue.load=true")
@AutoConfigureMockMvc
@Import(DatabaseConfiguration.class)
@ActiveProfiles({"test", "demo"})
class DemonstrationTests {

    /** Last words of the names of people quoted in the articles. */
    private static final List<String> GIVEN_NAMES_OF_REAL_PEOPLE = List.of(
            "Cường", "Trung", "Nam", "Nguyên", "Bình", "Dũng", "Khanh", "Mai", "Anh", "Thùy", "Linh", "Vũ", "Thạch");

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Demonstration demonstration;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Logins logins;

    @Test
    void givesTanChinhItsThirtySixTeamsOfTheDecision() {
        assertThat(row("""
                        select count(distinct t.id) as teams, count(*) as members
                        from team t join team_area a on a.team_id = t.id join team_member m on m.team_id = t.id
                        join unit_version v on v.unit_id = a.village_id and v.code like '20212-T%' and v.valid_to = '9999-12-31'
                        where t.decision_number = '103/QĐ-UBND' and t.decision_date = '2023-11-29' and t.kind = 'CNSCD_DA06'""")).containsEntry("teams", 36L).containsEntry("members", 252L);
        assertThat(count("team t join team_area a on a.team_id = t.id join unit_version v on v.unit_id = a.village_id"
                        + " where v.code like '20207-T%' and v.valid_to = '9999-12-31'"))
                .isEqualTo(28);
    }

    @ParameterizedTest
    @CsvSource({"PROCEDURES_FULLY_ONLINE, 138", "PROCEDURES_ELIGIBLE, 142", "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE, 13781"
    })
    void keepsThePublishedPartsOfThanhKheDong(String measure, int amount) {
        assertThat(sql.sql("""
                                select r.amount::int from reported_value r join measure m on m.id = r.measure_id
                                join unit_version v on v.unit_id = r.unit_id and r.last_day between v.valid_from and v.valid_to
                                where m.code = :measure and v.code = '20207' and r.period = '2024-09' and not r.demonstration""").param("measure", measure).query(Integer.class).list())
                .containsExactly(amount);
    }

    /** What the articles print, as the pages show it: parts where both are known, the words of the source elsewhere. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/dashboard/20207@2024-09-30?period=2024-09 | 97,18% | 138/142 | số công bố",
                "/dashboard/20207@2024-09-30?period=2024-09 | 138,43% | 13.781/9.955 | minh họa",
                "/indicators/PROCEDURES_FULLY_ONLINE?unit=20207@2024-09-30&period=2024-09 | 97,18% | 138 | 142",
                "/indicators/DIGITAL_IDENTITY_ACCOUNT_SIGNATURE?unit=20207@2024-09-30&period=2024-09 | 138,43% | 9.955 | suy ra",
                "/dashboard/31?period=2023&indicator=ONLINE_DOSSIERS&by=DISTRICT&structure=2023-12-31&pick=307 | hơn 90% | 61% | Kiến An",
                "/indicators/TEAMS?unit=48&period=2024-09 | 2.531 | tổ | Đà Nẵng",
                "/indicators/SMARTPHONES?unit=307@2023-12-31&period=2023&variant=AGE_14 | 83% | đủ 14 tuổi | Kiến An"
            })
    void showsWhatWasPublished(String address, String one, String other, String third) throws Exception {
        UUID admin = sql.sql("select id from account where username = 'quantri'")
                .query(UUID.class)
                .single();
        assertThat(web.get().uri(address).with(authentication(TestAccounts.signedIn(logins, admin))))
                .hasStatusOk()
                .bodyText()
                .contains(one, other, third);
    }

    /** Every row of the articles, from its parts to its printed form, on the card of its unit and period. */
    @Test
    void printsEveryPublishedFigureOnItsCard() throws Exception {
        UUID admin = sql.sql("select id from account where username = 'quantri'")
                .query(UUID.class)
                .single();
        List<PublishedRow> rows = published();
        assertThat(rows).hasSize(49);
        for (PublishedRow row : rows) {
            String address = "/indicators/" + row.indicator() + "?unit=" + row.unit() + "&period=" + row.period()
                    + (row.variant() == null ? "" : "&variant=" + row.variant());
            assertThat(web.get().uri(address).with(authentication(TestAccounts.signedIn(logins, admin))))
                    .as(address)
                    .hasStatusOk()
                    .bodyText()
                    .contains(row.printed());
        }
    }

    private List<PublishedRow> published() {
        return sql.sql("""
                        select v.code || '@' || least(s.last_day, v.valid_to) as unit, i.code as indicator, i.kind, s.variant, s.period,
                               s.value, s.numerator, s.denominator, s.qualifier, s.rank, s.ranked
                        from stated_figure s join indicator i on i.id = s.indicator_id
                        join unit_version v on v.unit_id = s.unit_id and s.last_day between v.valid_from and v.valid_to
                        """).query(PublishedRow.class).list();
    }

    /** One published figure, and how an official prints it. */
    record PublishedRow(
            String unit,
            String indicator,
            String kind,
            @Nullable String variant,
            String period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String qualifier,
            @Nullable Integer rank,
            @Nullable Integer ranked) {

        List<String> printed() {
            String said =
                    switch (qualifier) {
                        case "OVER" -> "hơn ";
                        case "ALMOST" -> "gần ";
                        case "ABOUT" -> "khoảng ";
                        default -> "";
                    };
            List<String> printed = new ArrayList<>();
            if (value != null && kind.equals("COUNT")) {
                printed.add(said + grouped(value));
            } else if (value != null) {
                printed.add(said + value.stripTrailingZeros().toPlainString().replace('.', ',') + "%");
            } else if (numerator != null) {
                printed.add(said + grouped(numerator));
            }
            if (numerator != null && denominator != null && qualifier.equals("EXACT")) {
                printed.add(grouped(numerator));
                printed.add(grouped(denominator));
                printed.add(numerator
                                .multiply(BigDecimal.valueOf(100))
                                .divide(denominator, 2, RoundingMode.HALF_UP)
                                .toPlainString()
                                .replace('.', ',')
                        + "%");
            }
            if (rank != null) {
                printed.add("Hạng " + rank + (ranked == null ? "" : "/" + ranked));
            }
            return printed;
        }

        /** A paper prints what the parts come to, or the words of the source where it gives none. */
        List<String> onPaper() {
            List<String> all =
                    printed().stream().filter(it -> !it.startsWith("Hạng")).toList();
            return all.size() > 1 ? all.subList(1, all.size()) : all;
        }

        private static String grouped(BigDecimal number) {
            return number.toBigInteger().toString().replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
        }
    }

    /** And on the paper of the ward that reported it. */
    @Test
    void printsThePublishedFiguresOnThePaper() throws Exception {
        UUID admin = sql.sql("select id from account where username = 'quantri'")
                .query(UUID.class)
                .single();
        byte[] file = web.get()
                .uri("/reports/papers/draft.docx?unit=20207@2024-09-30&period=2024-09")
                .with(authentication(TestAccounts.signedIn(logins, admin)))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("97,18%", "138/142", "138,43%", "13.781", "9.955");
        }
    }

    /** On a paper of every ward and province they were published for, filled in by the form's own way. */
    @Test
    void printsEveryPublishedFigureOnAPaperOfItsPlace() {
        UUID admin = sql.sql("select id from account where username = 'quantri'")
                .query(UUID.class)
                .single();
        Map<String, List<PublishedRow>> papers = published().stream()
                .collect(Collectors.groupingBy(it -> it.unit() + " " + it.period(), TreeMap::new, Collectors.toList()));
        List<String> missing = new ArrayList<>();
        papers.forEach((paper, rows) -> {
            String text = preview(
                    paper.split(" ")[0],
                    paper.split(" ")[1],
                    rows.stream()
                            .map(it -> it.indicator() + (it.variant() == null ? "" : "." + it.variant()))
                            .collect(Collectors.joining("\n")),
                    admin);
            for (PublishedRow row : rows) {
                if (!row.onPaper().stream().allMatch(text::contains)) {
                    missing.add(paper + " " + row.indicator() + " " + row.onPaper());
                }
            }
        });
        assertThat(papers).hasSizeGreaterThan(5);
        // what teams log themselves, and what was published without its whole, stands in the note at the foot
        assertThat(missing).isEmpty();
    }

    /** The table of a form with these lines, without tags. */
    private String preview(String unit, String period, String lines, UUID admin) {
        var result = web.post()
                .uri("/admin/papers/CT")
                .with(authentication(TestAccounts.signedIn(logins, admin)))
                .with(csrf())
                .param("preview", "true")
                .param("version", "1")
                .param("unit", unit)
                .param("period", period)
                .param("from", "2020-01-01")
                .param("issuer", "UBND")
                .param("title", "BIỂU")
                .param("subject", "Số công bố")
                .param("signers", "CHỦ TỊCH")
                .param("position0", "1")
                .param("kind0", "FIGURES")
                .param("lines0", lines)
                .exchange();
        assertThat(result).as(unit + " " + period).hasStatusOk();
        String page = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return page.substring(page.indexOf("class=\"report\"")).replaceAll("<[^>]*>", " ");
    }

    @Test
    void saysNothingOfAgesTheSourceDidNotMean() {
        UUID admin = sql.sql("select id from account where username = 'quantri'")
                .query(UUID.class)
                .single();
        assertThat(web.get()
                        .uri("/indicators/SMARTPHONES?unit=307@2023-12-31&period=2023&variant=AGE_15")
                        .with(authentication(TestAccounts.signedIn(logins, admin))))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("83%");
    }

    @Test
    void statesWhatWasPrintedAndMarksWhatWasInferred() {
        assertThat(count("stated_figure")).isEqualTo(49);
        assertThat(row(stated("20207", "PROCEDURES_FULLY_ONLINE", "2024-09")))
                .containsEntry("value", "97")
                .containsEntry("inferred", false);
        assertThat(row(stated("20207", "DIGITAL_IDENTITY_ACCOUNT_SIGNATURE", "2024-09")))
                .containsEntry("denominator", "9955")
                .containsEntry("inferred", true);
        assertThat(row(stated("307", "ONLINE_PAYMENTS", "2023")))
                .containsEntry("rank", 3)
                .containsEntry("ranked", 14);
        assertThat(row(stated("307", "ONLINE_DOSSIERS", "2023")))
                .containsEntry("qualifier", "OVER")
                .containsEntry("numerator", null);
        assertThat(row(
                        "select amount::int as amount, note, demonstration from target t join indicator i on i.id = t.indicator_id"
                                + " where i.code = 'DIGITAL_IDENTITY_ACCOUNT_SIGNATURE' and period = '2024-09'"))
                .containsEntry("amount", 9955)
                .containsEntry("note", "suy ra từ 138,43%")
                .containsEntry("demonstration", false);
    }

    @Test
    void namesNobodyUnderFourteenAndNobodyReal() {
        assertThat(count("resident where extract(year from now()) - birth_year < 14"))
                .isZero();
        assertThat(
                        count(
                                "resident where extract(year from now()) - birth_year < 16 and (name is not null or sex is not null)"))
                .isZero();
        for (String table : List.of("resident", "team_member")) {
            assertThat(sql.sql("select count(*) from " + table + " where substring(name from '[^ ]+$') in (:given)")
                            .param("given", GIVEN_NAMES_OF_REAL_PEOPLE)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void countsWhatTheLogSays() {
        String recount = """
                select unit_id, measure_id, grain, day, sum(amount) as amount from (
                    select unit_id, measure_id, grain, day, amount from household_contribution
                    union all select unit_id, measure_id, grain, day, amount from person_contribution
                    union all select unit_id, measure_id, grain, day, amount from team_contribution) c
                where unit_id is not null group by 1, 2, 3, 4 having sum(amount) <> 0""";
        String counted = "select unit_id, measure_id, grain, day, amount::numeric from figure_daily";
        assertThat(count("figure_daily")).isPositive();
        assertThat(count("((" + recount + ") except (" + counted + ")) d")).isZero();
        assertThat(count("((" + counted + ") except (" + recount + ")) d")).isZero();
    }

    @Test
    void keepsEveryVisitWithinItsTeamAndItsTime() {
        assertThat(count("visit")).isBetween(60_000L, 90_000L);
        assertThat(count("visit v join household h on h.id = v.household_id where not exists (select from team_area a"
                        + " where a.team_id = v.team_id and a.village_id = h.village_id"
                        + " and v.visited_on between a.valid_from and a.valid_to)"))
                .isZero();
        assertThat(
                        count(
                                "visit where visited_at > now() or visited_on <> (visited_at at time zone 'Asia/Ho_Chi_Minh')::date"))
                .isZero();
        assertThat(count("visit_member m join visit v on v.id = m.visit_id join team_member t on t.id = m.member_id"
                        + " where t.team_id <> v.team_id or v.visited_on < t.joined_on"))
                .isZero();
        assertThat(
                        count(
                                "visit v where v.version <> (select max(version) from visit_version w where w.visit_id = v.id)"))
                .isZero();
        assertThat(count("visit where status = 'CORRECTED'")).isPositive();
        assertThat(count("visit where status = 'WITHDRAWN'")).isPositive();
    }

    @Test
    void activatesOnlyWhoIsOldEnoughAndLivesThere() {
        assertThat(count("activation a join visit v on v.id = a.visit_id join resident r on r.id = a.resident_id"
                        + " join account_type t on t.code = a.account_type"
                        + " where extract(year from v.visited_on) - r.birth_year < t.min_age"))
                .isZero();
        assertThat(count("activation a join visit v on v.id = a.visit_id where not exists (select from residence s"
                        + " where s.resident_id = a.resident_id and s.household_id = v.household_id"
                        + " and v.visited_on between s.valid_from and s.valid_to)"))
                .isZero();
        assertThat(count("activation where (result = 'FAILED') <> (failure_reason is not null)"))
                .isZero();
        assertThat(count("""
                        (select a.result, lag(a.result) over (partition by a.resident_id, a.account_type order by v.visited_at) as before
                         from activation a join visit v on v.id = a.visit_id and v.status <> 'WITHDRAWN') s
                        where before in ('ACTIVATED', 'ALREADY_ACTIVE', 'USED') and result not in ('USED', 'LOST')""")).isZero();
    }

    @Test
    void leadsEveryVillageThroughBothMergers() {
        for (String day : List.of("2024-06-30", "2025-03-31", "2025-12-31")) {
            assertThat(count("unit u where u.level = 'VILLAGE' and 1 <> (select count(*) from unit_closure c"
                            + " where c.descendant_id = u.id and c.depth = 1 and date '" + day
                            + "' between c.valid_from and c.valid_to)"))
                    .as(day)
                    .isZero();
            assertThat(count(
                            "(select c.ancestor_id, v.name from unit_closure c join unit_version v on v.unit_id = c.descendant_id"
                                    + " and date '" + day
                                    + "' between v.valid_from and v.valid_to where c.depth = 1 and v.kind = 'TDP'"
                                    + " and date '" + day
                                    + "' between c.valid_from and c.valid_to group by 1, 2 having count(*) > 1) twice"))
                    .as("names used twice on %s", day)
                    .isZero();
        }
    }

    @Test
    void marksEverythingMadeUp() {
        assertThat(count("reported_value where not demonstration and source = 'Số liệu minh họa'"))
                .isZero();
        assertThat(count("reported_value where not demonstration")).isEqualTo(4);
        assertThat(count(
                        "reported_value n join reported_value d using (unit_id, period) join measure mn on mn.id = n.measure_id"
                                + " join measure md on md.id = d.measure_id where mn.code = 'DOSSIERS_ONLINE'"
                                + " and md.code = 'DOSSIERS_RECEIVED' and n.amount > d.amount"))
                .isZero();
    }

    @Test
    void loadsOnce() {
        long visits = count("visit");
        demonstration.loadOnce();
        assertThat(count("visit")).isEqualTo(visits);
        assertThat(count("demo_load")).isEqualTo(1);
        assertThat(count("account where not must_change_password")).isEqualTo(10);
        assertThat(count("pg_constraint where contype = 'f' and conrelid = 'activation'::regclass"))
                .as("foreign keys stand again")
                .isEqualTo(5);
    }

    private static String stated(String code, String indicator, String period) {
        return """
                select s.value::text, s.numerator, s.denominator::text, s.inferred, s.qualifier, s.rank, s.ranked
                from stated_figure s join indicator i on i.id = s.indicator_id
                join unit_version v on v.unit_id = s.unit_id and s.last_day between v.valid_from and v.valid_to
                where v.code = '%s' and i.code = '%s' and s.period = '%s'""".formatted(code, indicator, period);
    }

    private Map<String, Object> row(String query) {
        return sql.sql(query).query().singleRow();
    }

    private long count(String rest) {
        return sql.sql("select count(*) from " + rest).query(Long.class).single();
    }
}
