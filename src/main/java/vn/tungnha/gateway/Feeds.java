package vn.tungnha.gateway;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.PeriodDays;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Figures as one long table, a row for each unit, indicator and period: what spreadsheets pivot. */
@Service
@RequiredArgsConstructor
public class Feeds {

    /** Columns are only ever added, at the end: workbooks count on them. */
    static final List<String> COLUMNS = List.of(
            "unit",
            "unitName",
            "level",
            "period",
            "periodFrom",
            "periodTo",
            "indicator",
            "indicatorName",
            "measuredIn",
            "variant",
            "kind",
            "numerator",
            "denominator",
            "value",
            "target",
            "source",
            "coverage",
            "structure",
            "asOf",
            "targetSource",
            "periodName");

    private static final int MOST_ROWS = 100_000;

    private final Figures figures;
    private final Definitions definitions;
    private final PeriodDays periods;
    private final Units units;
    private final ScopeGuard guard;

    /** The rows of a feed, read before anything is written. */
    public List<List<@Nullable Object>> rows(FeedQuery query, CurrentUser user) {
        Period last = query.periods().get(query.periods().size() - 1);
        UnitRef ref = UnitRef.parse(query.unit());
        LocalDate day = ref.dayOr(query.structure().day(last));
        UnitView asked = units.require(ref.code(), day);
        guard.require(user.scope(), Data.FIGURES, asked.id());
        Map<Long, UnitView> places = new LinkedHashMap<>();
        places.put(asked.id(), asked);
        if (query.children()) {
            units.children(asked.id(), day).forEach(child -> places.put(child.id(), child));
        }
        List<IndicatorChoice> choices = choices(query, last.last());
        if ((long) places.size() * choices.size() * query.periods().size() > MOST_ROWS) {
            throw new RuleBroken("gateway.feed.error.large", MOST_ROWS);
        }
        return figures
                .values(FigureQuery.ofUnits(
                                List.copyOf(places.keySet()),
                                choices,
                                periods.of(query.periods(), query.days(), asked),
                                query.structure())
                        .alone())
                .stream()
                .map(value -> row(value, Objects.requireNonNull(places.get(value.place())), query))
                .toList();
    }

    public static void write(List<List<@Nullable Object>> rows, TableWriter out) throws IOException {
        out.heading(COLUMNS);
        for (List<@Nullable Object> row : rows) {
            out.row(row);
        }
    }

    private List<IndicatorChoice> choices(FeedQuery query, LocalDate on) {
        if (query.indicators().isEmpty()) {
            return definitions.list(on).stream()
                    .map(it -> IndicatorChoice.of(it.code()))
                    .toList();
        }
        return query.indicators().stream()
                .map(code -> {
                    IndicatorChoice choice = definitions.canonical(code, null);
                    if (definitions.history(choice.code()).isEmpty()) {
                        throw new NotFound("indicator", code);
                    }
                    return choice;
                })
                .toList();
    }

    /** Days as ISO text: a feed is read by machines of any language. */
    private static List<@Nullable Object> row(IndicatorValue value, UnitView place, FeedQuery query) {
        var coverage = value.coverage();
        return new ArrayList<>(Arrays.asList(
                place.code(),
                place.fullName(),
                place.level().name(),
                value.period().code(),
                value.period().first().toString(),
                value.period().last().toString(),
                value.indicator(),
                value.definition().nameVi(),
                value.definition().unitVi(),
                value.variant().code(),
                value.kind().name(),
                value.numerator(),
                value.denominator(),
                value.value(),
                value.target(),
                value.source() == null ? null : value.source().name(),
                coverage == null ? null : coverage.units() + "/" + coverage.of(),
                query.structure().label(),
                value.asOf() == null ? null : value.asOf().toString(),
                value.targetSource(),
                value.period().named().code()));
    }
}
