package vn.tungnha.indicators.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.indicators.ReportedValues;
import vn.tungnha.indicators.ReportedView;
import vn.tungnha.indicators.ReportedWarning;
import vn.tungnha.indicators.web.ReportedPage.Cell;
import vn.tungnha.indicators.web.ReportedPage.Group;
import vn.tungnha.indicators.web.ReportedPage.HistoryRow;
import vn.tungnha.indicators.web.ReportedPage.Pair;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitView;

/** Lays out the entry form: one line per indicator whose parts are reported. */
@Component
@RequiredArgsConstructor
class ReportedPages {

    static final String FIELD = "v.";

    /** What a field held when the page was made. */
    static final String STORED = "w.";

    /** Source and day are meant for what did not change as well. */
    static final String RESTATED = "restated";

    private final Definitions definitions;
    private final ReportedValues reported;
    private final ShownUnit shown;
    private final MessageSource messages;

    ReportedPage page(
            UnitView unit,
            Period period,
            Map<String, String> typed,
            List<ReportedWarning> warnings,
            @Nullable RuleBroken broken,
            LocalDate today,
            CurrentUser user,
            Locale locale) {
        FigureWords words = new FigureWords(messages, locale);
        Map<String, MeasureView> measures = definitions.measures();
        Map<String, ReportedView> stored = reported.of(unit.id(), period, user);
        Set<String> seen = new HashSet<>();
        String wrong = broken == null || broken.getField() == null ? "" : broken.getField();
        Cells cells = new Cells(measures, stored, typed, seen, wrong, words);
        Map<String, List<Pair>> pairs = pairs(period, measures, cells, words);
        String first =
                stored.values().stream().map(ReportedView::source).findFirst().orElse("");
        PageAddress address = new PageAddress("/indicators/reported", PageAddress.code(unit), period, null, null);
        return new ReportedPage(
                address.unit() == null ? unit.code() : address.unit(),
                period.code(),
                Switches.of(
                        address,
                        shown.place(unit, period.last().isAfter(today) ? today : period.last(), user),
                        false,
                        today,
                        words),
                words.text("reported.lead", unit.fullName(), words.period(period)),
                typed.getOrDefault("source", first),
                typed.getOrDefault("capturedOn", today.toString()),
                typed.containsKey(RESTATED),
                groups(pairs, words),
                measures.values().stream()
                        .filter(it -> it.source() == Source.POPULATION)
                        .map(it -> cells.cell(it.code()))
                        .toList(),
                warnings.stream().map(it -> warning(it, measures, words)).toList(),
                broken == null
                        ? null
                        : messages.getMessage(
                                broken.getKey(), broken.getArguments().toArray(), locale),
                broken == null ? null : broken.getField(),
                reported.history(unit.id(), period, user).stream()
                        .map(it -> history(it, measures, words))
                        .toList());
    }

    /** Every reported measure once, beside what it is divided by where that is one too. */
    private Map<String, List<Pair>> pairs(
            Period period, Map<String, MeasureView> measures, Cells cells, FigureWords words) {
        Map<String, List<Pair>> pairs = new LinkedHashMap<>();
        List<IndicatorDefinition> all = definitions.list(period.last());
        for (IndicatorDefinition definition : all) {
            for (Variant variant : definition.variants()) {
                if (cells.isReported(variant.numerator())) {
                    String below = variant.denominator();
                    pairs.computeIfAbsent(definition.pillar(), first -> new ArrayList<>())
                            .add(new Pair(
                                    name(definition, variant, words),
                                    cells.cell(variant.numerator()),
                                    below != null && cells.isReported(below) ? cells.cell(below) : null));
                }
            }
        }
        for (IndicatorDefinition definition : all) {
            for (Variant variant : definition.variants()) {
                Definitions.measuresOf(variant, measures.keySet()).stream()
                        .filter(code -> cells.isReported(code) && !cells.seen().contains(code))
                        .forEach(code -> pairs.computeIfAbsent(definition.pillar(), first -> new ArrayList<>())
                                .add(new Pair(name(definition, variant, words), cells.cell(code), null)));
            }
        }
        pairs.values().forEach(of -> of.removeIf(Pair::empty));
        return pairs;
    }

    private static String name(IndicatorDefinition definition, Variant variant, FigureWords words) {
        String name = words.english() ? definition.nameEn() : definition.nameVi();
        return variant.standard() ? name : name + " · " + (words.english() ? variant.nameEn() : variant.nameVi());
    }

    private static List<Group> groups(Map<String, List<Pair>> pairs, FigureWords words) {
        boolean wrong = pairs.values().stream()
                .flatMap(List::stream)
                .flatMap(Pair::cells)
                .anyMatch(Cell::wrong);
        List<Group> groups = new ArrayList<>();
        pairs.forEach((pillar, of) -> {
            List<Cell> cells = of.stream().flatMap(Pair::cells).toList();
            long filled = cells.stream().filter(cell -> !cell.typed().isEmpty()).count();
            if (!cells.isEmpty()) {
                groups.add(new Group(
                        words.text("pillar." + pillar),
                        words.text(
                                "reported.filled",
                                words.vn().number(filled),
                                words.vn().number(cells.size())),
                        wrong ? cells.stream().anyMatch(Cell::wrong) : groups.isEmpty(),
                        of));
            }
        });
        return groups;
    }

    private static String warning(ReportedWarning it, Map<String, MeasureView> measures, FigureWords words) {
        return words.text(
                "warning." + it.kind(),
                name(measures.get(it.measure()), it.measure(), words),
                words.vn().number(it.amount()),
                words.vn().number(it.other()));
    }

    private static HistoryRow history(ReportedView it, Map<String, MeasureView> measures, FigureWords words) {
        Vn vn = words.vn();
        String by = it.enteredBy();
        return new HistoryRow(
                name(measures.get(it.measure()), it.measure(), words),
                vn.number(it.amount()),
                it.source(),
                vn.day(it.capturedOn()),
                by == null ? Vn.NONE : by,
                vn.moment(it.enteredAt()),
                it.replacedAt() != null);
    }

    private static String name(@Nullable MeasureView measure, String code, FigureWords words) {
        return measure == null ? code : words.english() ? measure.nameEn() : measure.nameVi();
    }

    private record Cells(
            Map<String, MeasureView> measures,
            Map<String, ReportedView> stored,
            Map<String, String> typed,
            Set<String> seen,
            String wrong,
            FigureWords words) {

        boolean isReported(String code) {
            MeasureView measure = measures.get(code);
            return measure != null && measure.source() == Source.REPORTED && measure.asked();
        }

        Cell cell(String code) {
            ReportedView value = stored.get(code);
            String now = Typed.again(value == null ? null : value.amount());
            return new Cell(
                    code,
                    name(measures.get(code), code, words),
                    typed.getOrDefault(FIELD + code, now),
                    now,
                    !seen.add(code),
                    wrong.equals("values." + code));
        }
    }
}
