package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.StatedValue;
import vn.tungnha.indicators.web.CardPage.Example;
import vn.tungnha.indicators.web.CardPage.PeriodRow;
import vn.tungnha.indicators.web.CardPage.Stated;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.chart.BarChart;
import vn.tungnha.shared.chart.BarChart.Bar;
import vn.tungnha.units.UnitView;

/** The parts of a card that are words: what is counted and how, the sum worked out, each period, the chart. */
final class CardTexts {

    private CardTexts() {}

    static String subtitle(IndicatorDefinition it, FigureWords words) {
        String measured = words.text("card.measured", words.english() ? it.unitEn() : it.unitVi());
        String from = words.vn().day(it.validFrom());
        String version = from.equals(Vn.NONE)
                ? words.text("card.version", String.valueOf(it.version()))
                : words.text("card.version-from", String.valueOf(it.version()), from);
        return measured + " · " + words.text("card.better." + it.direction()) + " · " + version;
    }

    static List<Choice> facts(
            IndicatorDefinition it,
            Variant variant,
            @Nullable IndicatorValue value,
            LocalDate today,
            FigureWords words) {
        List<Choice> facts = new ArrayList<>();
        if (it.source() != null) {
            facts.add(new Choice(words.text("card.fact.source"), it.source()));
        }
        facts.add(new Choice(words.text("card.fact.variant"), words.english() ? variant.nameEn() : variant.nameVi()));
        if (value != null && value.asOf() != null) {
            facts.add(new Choice(
                    words.text("card.fact.captured"),
                    words.vn().day(value.asOf()) + " (" + CardDetails.age(value.asOf(), today, words) + ")"));
        }
        facts.add(new Choice(words.text("card.fact.rounding"), words.text("card.fact.rounding.text", it.decimals())));
        if (variant.kind() == Kind.RATE && !variant.ofScore()) {
            facts.add(new Choice(words.text("card.fact.merging"), words.text("card.fact.merging.text")));
        }
        if (it.ended() && value != null && it.validTo().isBefore(value.period().last())) {
            facts.add(new Choice(
                    words.text("card.fact.ended"),
                    words.text(
                            "card.fact.ended.text", words.vn().day(it.validTo().plusDays(1)))));
        }
        if (it.legalBasis() != null) {
            facts.add(new Choice(words.text("card.fact.legal"), it.legalBasis()));
        }
        return facts;
    }

    static Example example(IndicatorValue value, UnitView unit, List<BigDecimal> estimates, FigureWords words) {
        List<String> notes = new ArrayList<>();
        if (value.value() == null) {
            notes.add(words.text("card.unknown"));
        } else if (value.qualifier() != null) {
            notes.add(words.text("card.stated-only"));
        }
        if (value.locked()) {
            notes.add(words.text("card.locked"));
        }
        var coverage = value.coverage();
        if (coverage != null) {
            notes.add(words.text("card.coverage", coverage.units(), coverage.of()));
        }
        if (!value.exact()) {
            notes.add(
                    estimates.isEmpty()
                            ? words.text("card.estimate")
                            : words.text(
                                    "card.estimate.weight",
                                    estimates.stream()
                                            .map(it -> words.vn().number(it, 2))
                                            .collect(Collectors.joining("; "))));
        }
        Vn vn = words.vn();
        String sum = value.kind() == Kind.RATE
                        && value.score().isEmpty()
                        && value.denominator() != null
                        && value.value() != null
                ? vn.number(value.numerator()) + " ÷ " + vn.number(value.denominator()) + " × 100 ="
                : null;
        return new Example(
                words.text("card.example", unit.fullName(), words.period(value.period())),
                sum,
                words.value(value),
                notes);
    }

    static PeriodRow row(IndicatorValue value, FigureWords words) {
        String level = words.level(value);
        return new PeriodRow(
                words.periodTitle(value.period()),
                words.target(value),
                words.value(value),
                words.ofTarget(value),
                level,
                words.text(value.value() != null && value.target() == null ? "level.no-target" : "level." + level));
    }

    /**
     * @param broken the day on which other units went into this one; periods before it are marked off, and so is every
     *     change of the definition
     */
    static BarChart chart(
            List<IndicatorValue> series,
            IndicatorDefinition definition,
            @Nullable LocalDate broken,
            FigureWords words) {
        Kind kind = series.get(series.size() - 1).kind();
        boolean rate = kind == Kind.RATE;
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            IndicatorValue it = series.get(i);
            boolean former = it.definition().version() < definition.version()
                    || broken != null && it.period().last().isBefore(broken);
            bars.add(new Bar(
                    words.tick(it.period()),
                    it.value(),
                    it.target(),
                    former,
                    i == 0 ? null : change(series.get(i - 1), it, broken, words)));
        }
        return BarChart.of(
                words.text("card.chart"),
                bars,
                tick -> rate ? words.vn().percent(tick, 0) : words.vn().number(tick),
                inside -> inBar(definition, kind, inside, words),
                null);
    }

    /** A bar has no room for the sign of per cent, which stands at the axis. */
    private static String inBar(IndicatorDefinition definition, Kind kind, double amount, FigureWords words) {
        return words.amounts().bare(definition, kind, BigDecimal.valueOf(amount));
    }

    private static @Nullable String change(
            IndicatorValue before, IndicatorValue it, @Nullable LocalDate broken, FigureWords words) {
        List<String> changes = new ArrayList<>();
        if (before.definition().version() != it.definition().version()) {
            changes.add(
                    words.text("card.changed-on", words.vn().day(it.definition().validFrom())));
        }
        if (broken != null
                && before.period().last().isBefore(broken)
                && !it.period().last().isBefore(broken)) {
            changes.add(words.text("card.merged", words.vn().day(broken)));
        }
        return changes.isEmpty() ? null : String.join(", ", changes);
    }

    /** What each level means here, in the order good, near, bad, none. */
    static List<Choice> thresholds(IndicatorDefinition it, FigureWords words) {
        String good = words.vn().number(it.goodAt());
        String near = words.vn().number(it.nearAt());
        return List.of(
                new Choice("good", words.text("level.good.text", good)),
                new Choice("near", words.text("level.near.text", near, good)),
                new Choice("bad", words.text("level.bad.text", near)),
                new Choice("none", words.text("level.none.text")));
    }

    static Stated stated(IndicatorValue value, FigureWords words) {
        StatedValue stated = Objects.requireNonNull(value.stated());
        return new Stated(
                words.stated(stated, value.definition(), value.variant().kind()),
                stated.statedAs(),
                words.text("card.stated.source", stated.source()),
                rank(stated, words),
                !stated.inferred()
                        ? null
                        : stated.denominator() == null
                                ? words.text("card.stated.inferred")
                                : words.text(
                                        "card.stated.inferred-denominator",
                                        words.vn().number(stated.denominator())));
    }

    private static @Nullable String rank(StatedValue stated, FigureWords words) {
        if (stated.rank() == null) {
            return null;
        }
        return stated.ranked() == null
                ? words.text("card.rank.alone", stated.rank())
                : words.text("card.rank", stated.rank(), stated.ranked());
    }
}
