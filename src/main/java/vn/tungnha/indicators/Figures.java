package vn.tungnha.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/** Reckons indicators for any places and periods at a constant number of statements. It does not ask who is reading. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Figures {

    private final Definitions definitions;
    private final Spots spots;
    private final FieldFigures field;
    private final ReportedFigures reported;
    private final Goals goals;
    private final AsLocked locked;
    private final Clock clock;

    /** One value for each place, indicator and period, in that order. */
    public List<IndicatorValue> values(FigureQuery query) {
        return values(query, Map.of());
    }

    /** The same, as they would be if a definition that is being written were in force, and always had been. */
    public List<IndicatorValue> preview(FigureQuery query, IndicatorDefinition draft) {
        return values(query, Map.of(draft.code(), List.of(draft)));
    }

    private List<IndicatorValue> values(FigureQuery query, Map<String, List<IndicatorDefinition>> drafts) {
        LocalDate today = Days.today(clock);
        List<IndicatorChoice> choices = definitions.canonical(query.indicators());
        Map<String, List<IndicatorDefinition>> versions = versions(choices, drafts);
        Map<String, MeasureView> measures = definitions.measures();
        Set<Period> periods =
                query.compared() ? withComparisons(query.periods()) : new LinkedHashSet<>(query.periods());
        Spots.Layout layout = spots.layout(query, periods);

        Map<Integer, MeasureView> needed = new LinkedHashMap<>();
        Set<Integer> indicators = new LinkedHashSet<>();
        for (IndicatorChoice choice : withComponents(choices, versions)) {
            for (IndicatorDefinition definition : versions.getOrDefault(choice.code(), List.of())) {
                indicators.add(definition.id());
                Variant variant = definition.variant(choice.variant());
                if (variant != null) {
                    Definitions.measuresOf(variant, measures.keySet()).forEach(code -> {
                        MeasureView measure = Objects.requireNonNull(measures.get(code));
                        needed.put(measure.id(), measure);
                    });
                }
            }
        }
        Parts parts = new Parts();
        field.read(layout.all(), needed.values(), parts);
        reported.read(layout.all(), needed.values(), today, parts);
        Goals.Found found = goals.read(layout.all(), indicators);

        List<IndicatorValue> values = new ArrayList<>();
        for (IndicatorChoice choice : choices) {
            FigureReader reader = new FigureReader(choice, versions, measures, layout, parts, found, today);
            for (Period period : query.periods()) {
                query.units().forEach(unit -> values.add(reader.value(unit, false, period)));
                query.teams().forEach(team -> values.add(reader.value(team, true, period)));
            }
        }
        return locked.over(query, periods, values);
    }

    /** All versions of what was asked for, and of what that is made of; a draft stands for all versions of its own. */
    private Map<String, List<IndicatorDefinition>> versions(
            List<IndicatorChoice> choices, Map<String, List<IndicatorDefinition>> drafts) {
        Set<String> codes = choices.stream().map(IndicatorChoice::code).collect(Collectors.toSet());
        Map<String, List<IndicatorDefinition>> versions = new HashMap<>(definitions.versionsOf(codes));
        versions.putAll(drafts);
        Set<String> missing = withComponents(choices, versions).stream()
                .map(IndicatorChoice::code)
                .filter(code -> !versions.containsKey(code))
                .collect(Collectors.toSet());
        if (!codes.containsAll(missing)) {
            definitions.versionsOf(missing).forEach(versions::putIfAbsent);
        }
        return versions;
    }

    private static Set<IndicatorChoice> withComponents(
            List<IndicatorChoice> choices, Map<String, List<IndicatorDefinition>> versions) {
        Set<IndicatorChoice> all = new LinkedHashSet<>(choices);
        for (IndicatorChoice choice : choices) {
            for (IndicatorDefinition definition : versions.getOrDefault(choice.code(), List.of())) {
                definition.components().forEach(part -> all.add(new IndicatorChoice(part.indicator(), part.variant())));
            }
        }
        return all;
    }

    private static Set<Period> withComparisons(Collection<Period> periods) {
        Set<Period> all = new LinkedHashSet<>(periods);
        for (Period period : periods) {
            all.add(period.previous());
            all.add(period.sameLastYear());
        }
        return all;
    }
}
