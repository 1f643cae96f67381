package vn.tungnha.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.reports.web.Pivot.Dimension;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Turns any figure over, by whatever it can be told apart. */
@Component
@RequiredArgsConstructor
class PivotBoard {

    private static final String DEFAULT = "VISITS";

    private final BoardPlace place;
    private final AreaParts parts;
    private final Structures structures;
    private final Definitions definitions;
    private final PivotReader reader;

    /** The figure and its table, for the page and for files. */
    record Read(AreaParts.Parts parts, PivotReader.Subject subject, Pivot pivot) {}

    Read read(UnitView unit, BoardRequest request, Words words) {
        if (unit.level() == UnitLevel.VILLAGE) {
            throw new NotFound("pivot", unit.code());
        }
        AreaParts.Parts shown = parts.of(unit, place.structureDay(unit, request), request, words);
        String asked = request.param("indicator");
        IndicatorChoice choice = definitions.canonical(asked == null ? DEFAULT : asked, request.param("variant"));
        IndicatorDefinition definition = definitions.history(choice.code()).stream()
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("indicator", "reports.error.indicator", String.valueOf(asked)));
        Variant variant = definition.variant(choice.variant());
        if (variant == null) {
            throw RuleBroken.at("variant", "reports.error.variant", String.valueOf(choice.variant()));
        }
        PivotReader.Subject subject =
                reader.subject(new IndicatorChoice(choice.code(), variant.code()), definition, variant);
        return new Read(shown, subject, reader.read(subject, unit, shown.units(), request, words));
    }

    PivotPage page(UnitView unit, BoardRequest request, Words words) {
        Read read = read(unit, request, words);
        IndicatorDefinition definition = read.subject().definition();
        Set<Dimension> offered = read.subject().offered();
        List<String> refused = new ArrayList<>();
        List<Choice> dimensions = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            if (offered.contains(dimension)) {
                dimensions.add(new Choice(dimension.code(), words.say("pivot." + dimension.code())));
            } else {
                refused.add(words.say("pivot.refused." + dimension.code(), words.brief(definition)));
            }
        }
        Pivot pivot = read.pivot();
        String file = request.url(request.ref().toString(), BoardTabs.PIVOT, Map.of());
        return new PivotPage(
                head(unit, request, words),
                BoardTabs.of(unit, request, words),
                read.parts().levels(),
                definitions.list(request.period().last()).stream()
                        .map(it -> new Choice(it.code(), words.brief(it)))
                        .toList(),
                definition.code(),
                definition.variants().size() < 2
                        ? List.of()
                        : definition.variants().stream()
                                .map(it -> new Choice(it.code(), words.english() ? it.nameEn() : it.nameVi()))
                                .toList(),
                read.subject().variant().code(),
                dimensions,
                pivot.rows().code(),
                pivot.columns().code(),
                title(read, request, words),
                words.say("pivot." + pivot.rows().code()),
                pivot,
                refused,
                notes(pivot, words),
                WardBoard.format(file, "csv"),
                WardBoard.format(file, "xlsx"));
    }

    static String title(Read read, BoardRequest request, Words words) {
        boolean running = Set.of(read.pivot().rows(), read.pivot().columns()).contains(Dimension.PERIOD);
        return words.say(
                "pivot.caption",
                words.name(read.subject().definition()),
                running ? words.say("pivot.until", words.period(request.period())) : words.period(request.period()));
    }

    private static List<String> notes(Pivot pivot, Words words) {
        return Set.of(pivot.rows(), pivot.columns()).contains(Dimension.ORGANISATION)
                ? List.of(words.say("organisation.member.note"))
                : List.of();
    }

    private BoardHead head(UnitView unit, BoardRequest request, Words words) {
        return new BoardHead(
                words.say("pivot.title"),
                unit.fullName(),
                words.title(request.period()),
                BoardHead.grains(request, words),
                words.title(request.period()),
                request.previousUrl(),
                request.nextUrl(),
                unit.level() == UnitLevel.COMMUNE
                        ? structures.thenAndNow(unit, request, words)
                        : structures.ofEras(structures.eras(unit), request, words),
                structures.note(unit, request, words),
                BoardHead.ChosenDay.of(unit, request),
                place.days(unit, request, words),
                BoardHead.kept(request, "indicator", "variant", "rows", "columns"));
    }
}
