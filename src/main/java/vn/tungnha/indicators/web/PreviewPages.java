package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.DefinitionDrafts;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.indicators.Publications;
import vn.tungnha.indicators.Structure;
import vn.tungnha.indicators.web.PreviewPage.Cell;
import vn.tungnha.indicators.web.PreviewPage.Formula;
import vn.tungnha.indicators.web.PreviewPage.Publish;
import vn.tungnha.indicators.web.PreviewPage.Row;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Reckons a draft on real units, beside what is in force. */
@Component
@RequiredArgsConstructor
class PreviewPages {

    private static final int MOST_UNITS = 40;

    private final DefinitionDrafts drafts;
    private final Publications publications;
    private final Definitions definitions;
    private final Figures figures;
    private final Units units;
    private final ShownUnit shown;
    private final MessageSource messages;

    PreviewPage page(
            String code, Map<String, String> asked, @Nullable RuleBroken broken, CurrentUser user, Locale locale) {
        FigureWords words = new FigureWords(messages, locale);
        DefinitionDrafts.Draft draft = drafts.get(code);
        IndicatorDefinition candidate = drafts.read(draft.fields());
        IndicatorDefinition current = drafts.current(code);
        Period period = shown.period(asked.get("period"));
        UnitView unit = shown.unit(asked.get("unit"), period.last(), user);
        Variant variant = variant(candidate, asked.get("variant"));
        Variant before = current == null ? null : current.variant(variant.code());
        PageAddress address = new PageAddress(
                "/admin/indicators/" + code + "/preview", PageAddress.code(unit), period, variant.code(), null);
        List<Row> rows = unit == null ? List.of() : rows(unit, period, candidate, variant, before != null, words);
        Formula now = before == null ? null : formula(before, words);
        Formula then = formula(variant, words);
        return new PreviewPage(
                code,
                words.english() ? candidate.nameEn() : candidate.nameVi(),
                words.text("define.draft-by", draft.changedBy(), words.vn().moment(draft.changedAt())),
                Switches.of(address, shown.place(unit, period.last(), user), false, shown.today(), words),
                candidate.variants().stream()
                        .map(it -> new Segment(
                                words.english() ? it.nameEn() : it.nameVi(),
                                address.by(it.code()).url(),
                                it.code().equals(variant.code())))
                        .toList(),
                now,
                then,
                then.equals(now) && !candidate.isScore(),
                rows,
                candidate.components().stream().map(it -> component(it, words)).toList(),
                unit == null
                        ? words.text("define.preview.pick")
                        : summary(rows, current != null, before != null, words),
                user.has(Role.ADMIN) ? publish(draft, asked, broken, locale) : null);
    }

    private static Variant variant(IndicatorDefinition candidate, @Nullable String wanted) {
        Variant variant = candidate.variant(wanted == null || wanted.isBlank() ? null : wanted);
        return variant == null ? candidate.variants().get(0) : variant;
    }

    private Formula formula(Variant it, FigureWords words) {
        Map<String, MeasureView> measures = definitions.measures();
        return new Formula(CardDetails.numerator(it, measures, words), CardDetails.denominator(it, measures, words));
    }

    /** The unit itself and those below it. */
    private List<Row> rows(
            UnitView unit,
            Period period,
            IndicatorDefinition candidate,
            Variant variant,
            boolean known,
            FigureWords words) {
        LocalDate day = period.last();
        List<UnitView> places = Stream.concat(
                        Stream.of(unit), units.children(unit.id(), day).stream().limit(MOST_UNITS))
                .toList();
        FigureQuery query = FigureQuery.ofUnits(
                places.stream().map(UnitView::id).toList(),
                List.of(new IndicatorChoice(candidate.code(), variant.code())),
                List.of(period),
                Structure.then());
        List<IndicatorValue> now = known ? figures.values(query) : List.of();
        List<IndicatorValue> then = figures.preview(query, candidate);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            rows.add(row(places.get(i), i == 0, known ? now.get(i) : null, then.get(i), words));
        }
        return rows;
    }

    private static Row row(
            UnitView place, boolean whole, @Nullable IndicatorValue now, IndicatorValue then, FigureWords words) {
        BigDecimal before = now == null ? null : now.value();
        BigDecimal after = then.value();
        String change = Vn.NONE;
        String level = "none";
        if (before != null && after != null) {
            BigDecimal difference = after.subtract(before);
            boolean same = difference.abs().compareTo(new BigDecimal("0.005")) < 0;
            change = same
                    ? words.text("define.preview.same")
                    : words.amounts().change(then.definition(), then.kind(), difference);
            level = same ? "same" : "changed";
        } else if ((before == null) != (after == null) && now != null) {
            change = words.text(after == null ? "define.preview.lost" : "define.preview.found");
            level = "changed";
        }
        return new Row(
                whole ? place.fullName() : place.name(), whole, cell(now, words), cell(then, words), change, level);
    }

    private static Cell cell(@Nullable IndicatorValue value, FigureWords words) {
        if (value == null) {
            return new Cell(Vn.NONE, Vn.NONE, "");
        }
        var coverage = value.coverage();
        String note = coverage != null
                ? words.text("card.coverage", coverage.units(), coverage.of())
                : value.qualifier() != null ? words.text("card.stated-only") : "";
        return new Cell(words.value(value), words.parts(value), note);
    }

    private static String summary(List<Row> rows, boolean known, boolean compared, FigureWords words) {
        if (!compared) {
            long found = rows.stream()
                    .filter(it -> !it.draft().value().equals(Vn.NONE))
                    .count();
            return words.text(known ? "define.preview.new-variant" : "define.preview.new", found, rows.size());
        }
        long changed =
                rows.stream().filter(it -> it.changeLevel().equals("changed")).count();
        return words.text("define.preview.summary", changed, rows.size());
    }

    private static Choice component(IndicatorDefinition.Component it, FigureWords words) {
        return new Choice(
                it.variant() == null ? it.indicator() : it.indicator() + "/" + it.variant(),
                words.text(
                        it.capped() ? "define.component.about" : "define.component.about-uncapped",
                        words.vn().number(it.weight()),
                        words.vn().number(it.fullAt())));
    }

    private Publish publish(
            DefinitionDrafts.Draft draft, Map<String, String> typed, @Nullable RuleBroken broken, Locale locale) {
        return new Publish(
                draft.version(),
                typed.getOrDefault("from", publications.proposedDay().toString()),
                typed.getOrDefault("reason", ""),
                broken == null ? null : messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale),
                broken == null ? null : broken.getField());
    }
}
