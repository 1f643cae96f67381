package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.indicators.Restatements;
import vn.tungnha.indicators.SeriesAcross;
import vn.tungnha.indicators.Structure;
import vn.tungnha.indicators.TargetPlace;
import vn.tungnha.indicators.Targets;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitBreaks;
import vn.tungnha.units.UnitView;

/** Puts the card of an indicator together. */
@Component
@RequiredArgsConstructor
class IndicatorCards {

    private static final int PERIODS_SHOWN = 6;

    private final CardReads reads;
    private final SeriesAcross across;
    private final Definitions definitions;
    private final CardRows parts;
    private final Targets targets;
    private final Restatements restatements;
    private final RowsBehindPages people;
    private final ShownUnit shown;
    private final UnitBreaks breaks;
    private final MessageSource messages;

    CardPage card(
            String code,
            @Nullable String unitCode,
            @Nullable String periodCode,
            @Nullable String variantCode,
            @Nullable String structureText,
            CurrentUser user,
            Locale locale) {
        FigureWords words = new FigureWords(messages, locale);
        CardRead asked = reads.asked(code, unitCode, periodCode, variantCode, structureText, user);
        IndicatorDefinition definition = asked.definition();
        Variant variant = asked.variant();
        UnitView unit = asked.unit();
        LocalDate day = asked.structure().day(asked.period());
        List<IndicatorValue> series =
                unit == null ? List.of() : series(unit, asked.choice(), asked.period(), asked.structure());
        IndicatorValue value = series.isEmpty() ? null : series.get(series.size() - 1);
        boolean english = words.english();
        PageAddress address = CardReads.address(asked, structureText);
        Map<String, MeasureView> measures = definitions.measures();
        return new CardPage(
                definition.code(),
                english ? definition.nameEn() : definition.nameVi(),
                CardTexts.subtitle(definition, words),
                words.text("card.code", definition.code()),
                unit == null ? List.of() : crumbs(unit, address, day, user, words),
                unit == null ? words.text("card.no-unit") : unit.fullName(),
                address,
                Switches.of(address, shown.place(unit, day, user), true, shown.today(), words),
                definition.variants().stream()
                        .map(it -> new Segment(
                                english ? it.nameEn() : it.nameVi(),
                                address.by(it.code()).url(),
                                it.code().equals(variant.code())))
                        .toList(),
                CardDetails.numerator(variant, measures, words),
                CardDetails.denominator(variant, measures, words),
                definition.counted(),
                definition.notCounted(),
                CardTexts.facts(definition, variant, value, shown.today(), words),
                value == null || unit == null
                        ? null
                        : CardTexts.example(value, unit, estimates(value, asked.structure()), words),
                series.stream()
                        .filter(it -> it.target() != null || it.value() != null)
                        .map(it -> CardTexts.row(it, words))
                        .toList(),
                series.isEmpty() ? null : CardTexts.chart(series, definition, broken(unit, series), words),
                history(asked.choice().code(), words),
                restated(asked.choice().code(), words),
                unit == null
                        ? List.of()
                        : CardRows.shown(
                                parts.of(unit, asked.choice(), asked.structure(), address, shown.today()), words),
                value == null || unit == null ? List.of() : people.links(unit, value, address, user, words),
                value == null || unit == null ? null : people.note(unit, value, user, words),
                value == null ? List.of() : CardDetails.parts(value, words),
                value == null ? null : CardDetails.score(value, address, words),
                unit == null ? List.of() : exports(address, words),
                CardTexts.thresholds(definition, words),
                user.has(Role.ADMIN, Role.PROVINCE_OFFICER) ? "/admin/indicators/" + definition.code() : null,
                value == null || value.stated() == null ? null : CardTexts.stated(value, words),
                unit != null && targets.mayGive(TargetPlace.of(unit), user),
                List.of(
                        new Choice("RATE", words.text("target.kind.RATE")),
                        new Choice("COUNT", words.text("target.kind.COUNT"))));
    }

    private static List<Choice> exports(PageAddress address, FigureWords words) {
        return List.of(
                new Choice(address.at(address.path() + "/rows.xlsx").url(), words.text("card.export.xlsx")),
                new Choice(address.at(address.path() + "/rows.csv").url(), words.text("card.export.csv")));
    }

    private List<Choice> crumbs(
            UnitView unit, PageAddress address, LocalDate day, CurrentUser user, FigureWords words) {
        List<Choice> crumbs = new ArrayList<>();
        PageAddress list = new PageAddress("/indicators", address.unit(), address.period(), null, null);
        crumbs.add(new Choice(list.url(), words.text("title")));
        shown.above(unit, unit.validTo().isBefore(day) ? unit.validTo() : day, user)
                .forEach(it -> crumbs.add(new Choice(address.of(it).url(), it.name())));
        return crumbs;
    }

    /** What the chart of the card draws. */
    List<IndicatorValue> series(CardRead read) {
        UnitView unit = read.unit();
        return unit == null ? List.of() : series(unit, read.choice(), read.period(), read.structure());
    }

    private List<IndicatorValue> series(UnitView unit, IndicatorChoice choice, Period period, Structure structure) {
        List<Period> periods = new ArrayList<>(List.of(period));
        if (period.grain() == Grain.CUMULATIVE) {
            return across.values(FigureQuery.ofUnits(List.of(unit.id()), List.of(choice), periods, structure));
        }
        for (Period before = period.previous(); periods.size() < PERIODS_SHOWN; before = before.previous()) {
            periods.add(before);
        }
        Collections.reverse(periods);
        return across.values(FigureQuery.ofUnits(List.of(unit.id()), List.of(choice), periods, structure));
    }

    private @Nullable LocalDate broken(@Nullable UnitView unit, List<IndicatorValue> series) {
        return unit == null
                ? null
                : breaks.last(
                                unit.id(),
                                series.get(0).period().first(),
                                series.get(series.size() - 1).period().last())
                        .orElse(null);
    }

    private List<BigDecimal> estimates(IndicatorValue value, Structure structure) {
        return value.exact() ? List.of() : breaks.estimates(value.place(), structure.day(value.period()));
    }

    private List<Choice> history(String code, FigureWords words) {
        return definitions.history(code).stream()
                .filter(it -> it.changeNote() != null)
                .map(it -> new Choice(words.vn().day(it.validFrom()), Objects.requireNonNull(it.changeNote())))
                .toList();
    }

    private List<Choice> restated(String code, FigureWords words) {
        return restatements.of(code).stream()
                .map(it -> new Choice(
                        words.vn().day(it.at()),
                        words.text(
                                "card.restated." + it.action(),
                                it.cause().equals(code) ? words.text("card.restated.own") : it.cause(),
                                words.vn().day(it.from()),
                                words.vn().number(it.locked()),
                                it.by() == null ? Vn.NONE : it.by(),
                                it.reason())))
                .toList();
    }
}
