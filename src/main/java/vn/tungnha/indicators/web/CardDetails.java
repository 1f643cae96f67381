package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.FormulaWords;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Component;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.indicators.MeasuredPart;
import vn.tungnha.indicators.ScorePart;
import vn.tungnha.indicators.web.CardPage.PartRow;
import vn.tungnha.indicators.web.CardPage.ScoreRow;
import vn.tungnha.indicators.web.CardPage.ScoreTable;
import vn.tungnha.shared.Vn;

/** What stands behind a figure: the formula in words, the measures it took in, and the points of a score. */
final class CardDetails {

    private CardDetails() {}

    /** Always from the formula itself, so that words and sum cannot part; a quota and a score have none. */
    static String numerator(Variant it, Map<String, MeasureView> measures, FigureWords words) {
        return it.ofScore()
                ? words.english() ? it.numeratorEn() : it.numeratorVi()
                : FormulaWords.of(it.numerator(), measures, words.messages(), words.locale());
    }

    static @Nullable String denominator(Variant it, Map<String, MeasureView> measures, FigureWords words) {
        String formula = it.denominator();
        if (formula == null) {
            return null;
        }
        return it.ofScore() || it.ofQuota()
                ? words.english() ? it.denominatorEn() : it.denominatorVi()
                : FormulaWords.of(formula, measures, words.messages(), words.locale());
    }

    static List<PartRow> parts(IndicatorValue value, FigureWords words) {
        return value.parts().stream().map(it -> part(it, words)).toList();
    }

    private static PartRow part(MeasuredPart it, FigureWords words) {
        MeasureView measure = it.measure();
        return new PartRow(
                words.english() ? measure.nameEn() : measure.nameVi(),
                measure.code(),
                it.amount() == null
                        ? words.text("card.part.unknown")
                        : words.vn().number(it.amount()),
                words.text("source." + measure.origin()),
                it.amount() == null
                        ? Vn.NONE
                        : it.capturedOn() == null
                                ? words.text("card.part.live")
                                : words.vn().day(it.capturedOn()));
    }

    /** "hôm nay", "12 ngày trước": how old the oldest part is. */
    static String age(LocalDate asOf, LocalDate today, FigureWords words) {
        long days = ChronoUnit.DAYS.between(asOf, today);
        return days <= 0 ? words.text("card.age.today") : words.text("card.age.days", days);
    }

    /** Null unless it is a score. */
    static @Nullable ScoreTable score(IndicatorValue value, PageAddress address, FigureWords words) {
        if (value.score().isEmpty()) {
            return null;
        }
        List<ScoreRow> rows = new ArrayList<>();
        BigDecimal earned = BigDecimal.ZERO;
        BigDecimal attainable = BigDecimal.ZERO;
        int known = 0;
        String group = null;
        for (ScorePart part : value.score()) {
            String title = words.english()
                    ? part.component().groupEn()
                    : part.component().groupVi();
            boolean begins = title != null && !title.equals(group);
            group = title;
            rows.add(row(part, begins ? title : null, address, words));
            if (part.points() != null) {
                earned = earned.add(part.points());
                attainable = attainable.add(part.component().weight());
                known++;
            }
        }
        return new ScoreTable(
                rows,
                points(earned, words),
                points(attainable, words),
                words.text("card.score.known", known, value.score().size()));
    }

    private static ScoreRow row(ScorePart part, @Nullable String group, PageAddress address, FigureWords words) {
        Component component = part.component();
        IndicatorDefinition definition = part.definition();
        PageAddress to = address.at("/indicators/" + component.indicator())
                .by(part.variant().code());
        return new ScoreRow(
                group,
                words.english() ? definition.nameEn() : definition.nameVi(),
                to.url(),
                part.value() == null
                        ? words.text(part.applies() ? "card.part.unknown" : "card.score.none")
                        : words.amounts().of(definition, part.variant().kind(), part.value()),
                words.vn().fraction(part.numerator(), part.denominator()),
                words.amounts().given(definition, part.variant().kind(), component.fullAt()),
                points(part.points(), words),
                points(component.weight(), words));
    }

    private static String points(@Nullable BigDecimal points, FigureWords words) {
        return words.vn().number(points);
    }
}
