package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.indicators.TargetPlace;
import vn.tungnha.indicators.Targets;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.Segment;
import vn.tungnha.units.UnitBreaks;
import vn.tungnha.units.UnitView;

/** Puts the card of an indicator together. */
@Component
@RequiredArgsConstructor
class IndicatorCards {

    private static final int PERIODS_SHOWN = 6;

    private final Figures figures;
    private final Definitions definitions;
    private final CardRows parts;
    private final Targets targets;
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
        Period period = shown.period(periodCode);
        Structure structure = ValueRequest.structure(structureText, shown.today());
        LocalDate day = structure.day(period);
        IndicatorChoice choice =
                definitions.canonical(code, variantCode == null || variantCode.isBlank() ? null : variantCode);
        IndicatorDefinition definition = definitions.require(choice.code(), period.last());
        Variant variant = definition.variant(choice.variant());
        if (variant == null) {
            throw new NotFound("variant", String.valueOf(variantCode));
        }
        UnitView unit = shown.unit(unitCode, day, user);
        List<IndicatorValue> series = unit == null ? List.of() : series(unit, choice, period, structure);
        IndicatorValue value = series.isEmpty() ? null : series.get(series.size() - 1);
        boolean english = words.english();
        PageAddress address = new PageAddress(
                "/indicators/" + definition.code(),
                PageAddress.code(unit),
                period,
                variant.code(),
                structureText == null || structureText.isBlank() ? null : structureText);
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
                english ? variant.numeratorEn() : variant.numeratorVi(),
                english ? variant.denominatorEn() : variant.denominatorVi(),
                definition.counted(),
                definition.notCounted(),
                CardTexts.facts(definition, variant, value, words),
                value == null || unit == null
                        ? null
                        : CardTexts.example(value, unit, estimates(value, structure), words),
                series.stream()
                        .filter(it -> it.target() != null || it.value() != null)
                        .map(it -> CardTexts.row(it, words))
                        .toList(),
                series.isEmpty() ? null : CardTexts.chart(series, definition, broken(unit, series), words),
                history(choice.code(), words),
                unit == null ? List.of() : parts.of(unit, choice, structure, address, shown.today(), words),
                value == null || value.stated() == null ? null : CardTexts.stated(value, words),
                unit != null && targets.mayGive(TargetPlace.of(unit), user),
                List.of(
                        new Choice("RATE", words.text("target.kind.RATE")),
                        new Choice("COUNT", words.text("target.kind.COUNT"))));
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

    private List<IndicatorValue> series(UnitView unit, IndicatorChoice choice, Period period, Structure structure) {
        List<Period> periods = new ArrayList<>(List.of(period));
        if (period.grain() == Grain.CUMULATIVE) {
            return figures.values(FigureQuery.ofUnits(List.of(unit.id()), List.of(choice), periods, structure));
        }
        for (Period before = period.previous(); periods.size() < PERIODS_SHOWN; before = before.previous()) {
            periods.add(before);
        }
        Collections.reverse(periods);
        List<IndicatorValue> before = beforeItsTime(unit, choice, periods, structure);
        List<IndicatorValue> series = new ArrayList<>(before);
        series.addAll(figures.values(FigureQuery.ofUnits(
                List.of(unit.id()), List.of(choice), periods.subList(before.size(), periods.size()), structure)));
        return series;
    }

    /** Periods before a unit was founded show what went into it, under the tree of its first day. */
    private List<IndicatorValue> beforeItsTime(
            UnitView unit, IndicatorChoice choice, List<Period> periods, Structure structure) {
        List<Period> earlier = structure.pinned() != null
                ? List.of()
                : periods.stream()
                        .filter(it -> it.last().isBefore(unit.validFrom()))
                        .toList();
        return earlier.isEmpty()
                ? List.of()
                : figures.values(FigureQuery.ofUnits(
                        List.of(unit.id()), List.of(choice), earlier, Structure.on(unit.validFrom())));
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
}
