package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Definitions from the draft into force and back, and which version a period is reckoned by. */
@Tag("slow")
@SharedApplication
@Transactional
class PublicationsTests {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Figures figures;

    @Autowired
    private Definitions definitions;

    @Autowired
    private DefinitionDrafts drafts;

    @Autowired
    private Publications publications;

    @Autowired
    private Endings endings;

    @Autowired
    private Restatements restatements;

    @Autowired
    private MeasureEditor measures;

    private CurrentUser admin;
    private CurrentUser officer;
    private long commune;

    @BeforeEach
    void aCommuneThatReported() {
        admin = user(Role.ADMIN);
        officer = user(Role.PROVINCE_OFFICER);
        commune = new RawLog(jdbc).unit("COMMUNE", "C", Days.SINCE_EVER, Days.FOREVER);
        for (String month : List.of("2026-03", "2026-04")) {
            reported("DOSSIERS_ONLINE", month, 60);
            reported("DOSSIERS_DIRECT_OFFERED", month, 20);
            reported("DOSSIERS_RECEIVED", month, 100);
        }
    }

    @Test
    void leavesOlderPeriodsTheirFormula() {
        publish("ONLINE_DOSSIERS", Map.of("v0.denominator", "DOSSIERS_ONLINE + DOSSIERS_DIRECT_OFFERED"));

        assertThat(value("ONLINE_DOSSIERS", null, "2026-03")).isEqualByComparingTo("60");
        assertThat(value("ONLINE_DOSSIERS", null, "2026-04")).isEqualByComparingTo("75");
        assertThat(value("ONLINE_DOSSIERS", null, "2026-Q1")).isNull();
        IndicatorDefinition march =
                definitions.atEndOf("ONLINE_DOSSIERS", Period.parse("2026-03").orElseThrow());
        assertThat(march.validTo()).isEqualTo(APRIL.minusDays(1));
        assertThat(definitions.history("ONLINE_DOSSIERS"))
                .extracting(IndicatorDefinition::version)
                .containsExactly(2, 1);
        assertThat(definitions.history("ONLINE_DOSSIERS").get(0).changeNote()).isEqualTo("đổi mẫu số");
        assertThat(drafts.find("ONLINE_DOSSIERS")).isEmpty();
        assertThat(audited("indicator.published")).isEqualTo(1);
    }

    @Test
    void leavesOlderPeriodsTheirThresholds() {
        publish("ONLINE_DOSSIERS", Map.of("goodAt", "90", "nearAt", "80,5"));

        assertThat(definitions.require("ONLINE_DOSSIERS", APRIL).level(BigDecimal.valueOf(92), BigDecimal.valueOf(100)))
                .isEqualTo("good");
        assertThat(definitions
                        .require("ONLINE_DOSSIERS", APRIL.minusDays(1))
                        .level(BigDecimal.valueOf(92), BigDecimal.valueOf(100)))
                .isEqualTo("bad");
    }

    @Test
    void showsNothingForPeriodsWhoseDefinitionDidNotKnowTheVariant() {
        publish(
                "ONLINE_DOSSIERS",
                Map.of(
                        "v3.code",
                        "OFFERED_TWICE",
                        "v3.nameVi",
                        "Thử",
                        "v3.nameEn",
                        "Try",
                        "v3.numerator",
                        "DOSSIERS_ONLINE",
                        "v3.denominator",
                        "2 * DOSSIERS_RECEIVED"));

        assertThat(value("ONLINE_DOSSIERS", "OFFERED_TWICE", "2026-04")).isEqualByComparingTo("30");
        assertThat(value("ONLINE_DOSSIERS", "OFFERED_TWICE", "2026-03")).isNull();
    }

    @Test
    void previewsWithoutChangingAnything() {
        drafts.open("ONLINE_DOSSIERS", admin);
        save("ONLINE_DOSSIERS", Map.of("v0.denominator", "DOSSIERS_ONLINE + DOSSIERS_DIRECT_OFFERED"));
        IndicatorDefinition draft = drafts.read(drafts.get("ONLINE_DOSSIERS").fields());

        BigDecimal previewed = figures.preview(query("ONLINE_DOSSIERS", null, "2026-03"), draft)
                .get(0)
                .value();

        assertThat(previewed).isEqualByComparingTo("75");
        assertThat(value("ONLINE_DOSSIERS", null, "2026-03")).isEqualByComparingTo("60");
    }

    @Test
    void takesTheLastVersionBackIntoADraft() {
        publish("ONLINE_DOSSIERS", Map.of("v0.denominator", "DOSSIERS_ONLINE + DOSSIERS_DIRECT_OFFERED"));

        publications.withdraw("ONLINE_DOSSIERS", 2, "nhầm", admin);

        assertThat(value("ONLINE_DOSSIERS", null, "2026-04")).isEqualByComparingTo("60");
        assertThat(definitions.require("ONLINE_DOSSIERS", APRIL).validTo()).isEqualTo(Days.FOREVER);
        assertThat(drafts.get("ONLINE_DOSSIERS").fields().text("v0.denominator"))
                .isEqualTo("DOSSIERS_ONLINE + DOSSIERS_DIRECT_OFFERED");
        assertThat(broken(() -> publications.withdraw("ONLINE_DOSSIERS", 1, "nhầm", admin))
                        .getKey())
                .isEqualTo("indicators.define.error.shipped");
    }

    @Test
    void keepsAVersionOnWhichALockedFigureStands() {
        publish("ONLINE_DOSSIERS", Map.of("decimals", "1"));
        jdbc.sql("""
                        with l as (insert into period_lock (unit_id, period, first_day, last_day, version, locked_at)
                                   values (:unit, '2026-04', '2026-04-01', '2026-04-30', 1, now() + interval '1 hour') returning id)
                        insert into locked_figure (lock_id, indicator_id, variant, kind)
                        select l.id, i.id, 'STANDARD', 'RATE' from l, indicator i where i.code = 'ONLINE_DOSSIERS'
                        """).param("unit", commune).update();

        assertThat(broken(() -> publications.withdraw("ONLINE_DOSSIERS", 2, "nhầm", admin))
                        .getKey())
                .isEqualTo("indicators.define.error.used");
    }

    @Test
    void definesANewScoreOfWhatIsThere() {
        Map<String, String> texts = new HashMap<>(DefinitionFields.of(definitions.require("SCORE_PAYMENTS", APRIL))
                .texts());
        texts.put("code", "OUR_SCORE");
        texts.put("c0.indicator", "ONLINE_DOSSIERS");
        texts.put("c0.fullAt", "80");
        texts.put("c1.indicator", "ONLINE_DOSSIERS/ONLINE_OFFERED");
        texts.keySet().removeIf(name -> name.startsWith("c2."));
        drafts.start(new DefinitionFields(texts), admin);
        publications.publish("OUR_SCORE", 0, APRIL, "bộ chỉ số của phường", admin);

        // 2 x 60/80 + 2 x 75/80 = 3,375 of 4
        assertThat(value("OUR_SCORE", null, "2026-04")).isEqualByComparingTo("84.375");
        assertThat(broken(() -> drafts.start(new DefinitionFields(texts), admin))
                        .getField())
                .isEqualTo("code");
    }

    @Test
    void countsANewMeasureOfTheLogFromTheFirstVisitOn() {
        measures.add(
                new MeasureEditor.Draft(
                        0,
                        "TEAMS_AGAIN",
                        "Tổ",
                        "Teams",
                        "tổ",
                        "teams",
                        MeasureView.Source.FIELD,
                        null,
                        true,
                        "TEAMS",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                admin);

        assertThat(jdbc.sql("select count(*) from measure where code = 'TEAMS_AGAIN' and adds_over_time = 'STOCK'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(broken(() -> measures.add(
                                new MeasureEditor.Draft(
                                        0,
                                        "QUOTA",
                                        "x",
                                        "x",
                                        "x",
                                        "x",
                                        MeasureView.Source.REPORTED,
                                        "FLOW",
                                        true,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null),
                                admin))
                        .getField())
                .isEqualTo("code");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        drafts.open("ONLINE_DOSSIERS", admin);
        assertThat(wrong(Map.of("v0.numerator", "DOSSIERS_ONLIN"))).isEqualTo("v0.numerator");
        assertThat(wrong(Map.of("v0.denominator", ""))).isEqualTo("v0.denominator");
        assertThat(wrong(Map.of("v0.numerator", "DOSSIERS_ONLINE / DOSSIERS_RECEIVED")))
                .isEqualTo("v0.numerator");
        assertThat(wrong(Map.of("nameVi", " "))).isEqualTo("nameVi");
        assertThat(wrong(Map.of("decimals", "9"))).isEqualTo("decimals");
        assertThat(wrong(Map.of("nearAt", "101"))).isEqualTo("nearAt");
        assertThat(wrong(Map.of("standard", "7"))).isEqualTo("standard");
        assertThat(wrong(Map.of("v1.code", "STANDARD"))).isEqualTo("v1.code");
    }

    @Test
    void asksForADayAfterTheLastAndAReason() {
        publish("ONLINE_DOSSIERS", Map.of("decimals", "1"));
        drafts.open("ONLINE_DOSSIERS", admin);

        assertThat(broken(() -> publications.publish("ONLINE_DOSSIERS", 0, APRIL, "x", admin))
                        .getField())
                .isEqualTo("from");
        assertThat(broken(() -> publications.publish("ONLINE_DOSSIERS", 0, APRIL.plusMonths(1), " ", admin))
                        .getField())
                .isEqualTo("reason");
        assertThat(catchThrowableOfType(
                        Stale.class, () -> publications.publish("ONLINE_DOSSIERS", 3, APRIL.plusMonths(1), "x", admin)))
                .isNotNull();
        assertThat(catchThrowableOfType(OutOfScope.class, () -> drafts.open("ONLINE_DOSSIERS", officer)))
                .isNotNull();
    }

    @Test
    void writesDownThatThePastWasReckonedAnewAndLeavesLockedPeriodsTheirs() {
        jdbc.sql("delete from locked_figure").update();
        long lock = locked("ONLINE_DOSSIERS", "2026-04", 60);

        publish("ONLINE_DOSSIERS", Map.of("v0.denominator", "DOSSIERS_ONLINE + DOSSIERS_DIRECT_OFFERED"));

        assertThat(restatements.of("ONLINE_DOSSIERS")).singleElement().satisfies(line -> {
            assertThat(line.cause()).isEqualTo("ONLINE_DOSSIERS");
            assertThat(line.action()).isEqualTo("PUBLISHED");
            assertThat(line.from()).isEqualTo(APRIL);
            assertThat(line.locked()).isOne();
            assertThat(line.reason()).isEqualTo("đổi mẫu số");
        });
        assertThat(restatements.of("ONLINE_PAYMENT_SHARE")).as("not touched").isEmpty();
        assertThat(value("ONLINE_DOSSIERS", null, "2026-04")).isEqualByComparingTo("75");
        assertThat(jdbc.sql("select value from locked_figure where lock_id = ?")
                        .param(lock)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("60");
        assertThat(jdbc.sql("select action || ' ' || subject_id || ' ' || reason from late_entry where lock_id = ?")
                        .param(lock)
                        .query(String.class)
                        .list())
                .containsExactly("indicator.published ONLINE_DOSSIERS đổi mẫu số");
    }

    @Test
    void writesALineForEveryScoreThatIsMadeOfIt() {
        List<String> scores = jdbc.sql("""
                        select distinct i.code from indicator_component c
                        join indicator_version v on v.id = c.indicator_version_id and v.valid_to >= date '2026-04-01'
                        join indicator i on i.id = v.indicator_id
                        where c.indicator_id = (select id from indicator where code = 'ONLINE_DOSSIERS')
                        """).query(String.class).list();

        publish("ONLINE_DOSSIERS", Map.of("decimals", "1"));

        assertThat(scores).isNotEmpty().allSatisfy(score -> assertThat(restatements.of(score))
                .singleElement()
                .extracting(Restatement::cause)
                .isEqualTo("ONLINE_DOSSIERS"));
    }

    @Test
    void endsFromADayOnAndComesBack() {
        reported("TRAINING_SESSIONS", "2026-03", 60);
        reported("TRAINING_SESSIONS", "2026-04", 60);

        endings.end("TRAINING_SESSIONS", APRIL, "thay bằng chỉ số khác", admin);

        assertThat(value("TRAINING_SESSIONS", null, "2026-03")).isEqualByComparingTo("60");
        assertThat(value("TRAINING_SESSIONS", null, "2026-04")).isNull();
        assertThat(definitions.list(APRIL))
                .extracting(IndicatorDefinition::code)
                .doesNotContain("TRAINING_SESSIONS");
        assertThat(endings.of("TRAINING_SESSIONS").orElseThrow().from()).isEqualTo(APRIL);
        assertThat(audited("indicator.ended")).isEqualTo(1);
        assertThat(restatements.of("TRAINING_SESSIONS"))
                .extracting(Restatement::action)
                .containsExactly("ENDED");
        assertThat(broken(() -> publish("TRAINING_SESSIONS", Map.of())).getKey())
                .isEqualTo("indicators.define.error.ended");

        endings.resume("TRAINING_SESSIONS", "vẫn cần", admin);

        assertThat(value("TRAINING_SESSIONS", null, "2026-04")).isEqualByComparingTo("60");
        assertThat(endings.of("TRAINING_SESSIONS")).isEmpty();
        assertThat(audited("indicator.resumed")).isEqualTo(1);
    }

    @Test
    void endsNothingThatALockedPeriodOrAScoreStillNeeds() {
        locked("RESULTS_ELECTRONIC", "2026-04", 60);

        assertThat(broken(() -> endings.end("RESULTS_ELECTRONIC", APRIL, "thử", admin))
                        .getField())
                .isEqualTo("from");
        assertThat(broken(() -> endings.end("RESULTS_ELECTRONIC", APRIL.plusMonths(1), "thử", admin))
                        .getKey())
                .isEqualTo("indicators.define.error.end-score");
        assertThat(broken(() -> endings.end("VISITS", APRIL, " ", admin)).getField())
                .isEqualTo("reason");
    }

    @Test
    void tellsOfATakingBackToo() {
        publish("ONLINE_DOSSIERS", Map.of("decimals", "1"));

        publications.withdraw("ONLINE_DOSSIERS", 2, "nhầm", admin);

        assertThat(restatements.of("ONLINE_DOSSIERS"))
                .extracting(Restatement::action)
                .containsExactly("WITHDRAWN", "PUBLISHED");
    }

    @Test
    void hasNothingToTellOfADefinitionThatBeginsLater() {
        drafts.open("ONLINE_DOSSIERS", admin);
        save("ONLINE_DOSSIERS", Map.of("decimals", "1"));
        publications.publish(
                "ONLINE_DOSSIERS",
                drafts.get("ONLINE_DOSSIERS").version(),
                LocalDate.now(Days.ZONE).plusDays(1),
                "từ mai",
                admin);

        assertThat(restatements.of("ONLINE_DOSSIERS")).isEmpty();
    }

    private long locked(String indicator, String period, int value) {
        Period days = Period.parse(period).orElseThrow();
        long lock = jdbc.sql("""
                        insert into period_lock (unit_id, period, first_day, last_day, version, locked_at)
                        values (?, ?, ?, ?, 1, now()) returning id
                        """)
                .params(commune, period, days.first(), days.last())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into locked_figure (lock_id, indicator_id, variant, kind, value)
                        values (?, (select id from indicator where code = ?), 'STANDARD', 'RATE', ?)
                        """).params(lock, indicator, value).update();
        return lock;
    }

    private void publish(String code, Map<String, String> changes) {
        drafts.open(code, admin);
        save(code, changes);
        publications.publish(code, drafts.get(code).version(), APRIL, "đổi mẫu số", admin);
    }

    private void save(String code, Map<String, String> changes) {
        DefinitionDrafts.Draft draft = drafts.get(code);
        Map<String, String> texts = new HashMap<>(draft.fields().texts());
        texts.putAll(changes);
        drafts.save(code, draft.version(), new DefinitionFields(texts), admin);
    }

    private @Nullable String wrong(Map<String, String> changes) {
        return broken(() -> save("ONLINE_DOSSIERS", changes)).getField();
    }

    private static RuleBroken broken(ThrowingCallable action) {
        RuleBroken broken = catchThrowableOfType(RuleBroken.class, action);
        assertThat(broken).isNotNull();
        return broken;
    }

    private @Nullable BigDecimal value(String indicator, @Nullable String variant, String period) {
        return figures.values(query(indicator, variant, period)).get(0).value();
    }

    private FigureQuery query(String indicator, @Nullable String variant, String period) {
        return FigureQuery.ofUnits(
                List.of(commune),
                List.of(new IndicatorChoice(indicator, variant)),
                List.of(Period.parse(period).orElseThrow()),
                Structure.then());
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_entry where action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private CurrentUser user(Role role) {
        String name = role.name().toLowerCase(Locale.ROOT);
        var id = new TestAccounts(jdbc).account("defines-" + name);
        boolean all = role == Role.ADMIN;
        return new CurrentUser(id, name, name, Set.of(role), new Scope(all, Set.of(), Set.of(), Set.of(), Set.of()));
    }

    private void reported(String measure, String period, int amount) {
        Period days = Period.parse(period).orElseThrow();
        jdbc.sql("""
                        insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at)
                        values (:u, (select id from measure where code = :m), :p, :f, :l, :a, 'thử', :l, now())
                        """)
                .param("u", commune)
                .param("m", measure)
                .param("p", period)
                .param("f", days.first())
                .param("l", days.last())
                .param("a", amount)
                .update();
    }
}
