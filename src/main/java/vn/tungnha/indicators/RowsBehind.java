package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.indicators.MeasureView.Adding;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/**
 * The households, persons and visits that a counted figure is made of, for whoever may read residents there. They come from
 * the very views the counters are filled from, so that their number is the figure.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class RowsBehind {

    /** Nobody's ward is larger; a file ends there. */
    private static final int MOST = 200_000;

    private static final Set<String> OF_HOUSEHOLDS = Set.of("VISITS", "UNNAMED", "HOUSEHOLDS", "REGISTERED_HOUSEHOLDS");
    private static final Set<String> OF_PERSONS =
            Set.of("PERSONS", "ACTIVATIONS", "FAILURES", "HOLDERS", "REGISTERED_PERSONS", "TRAINEES");

    private final JdbcClient jdbc;
    private final Spots spots;
    private final ScopeGuard guard;
    private final Clock clock;

    /**
     * What was found.
     *
     * @param sum of all rows' amounts, on whatever page
     */
    public record Found(PageOf<RowBehind> rows, BigDecimal sum) {}

    private record Line(RowBehind row, long total, BigDecimal sum) {}

    /** Whether a measure is made of rows at all: not of what is reported, and not of teams. */
    public static boolean has(MeasureView measure) {
        return measure.source() == Source.FIELD && (ofHouseholds(measure) || OF_PERSONS.contains(measure.basis()));
    }

    public static boolean ofHouseholds(MeasureView measure) {
        return OF_HOUSEHOLDS.contains(measure.basis());
    }

    /** Wards and what lies below them, for whoever may read residents there; above a ward nobody reads lists of people. */
    public boolean mayRead(UnitView unit, CurrentUser user) {
        return (unit.level() == UnitLevel.COMMUNE || unit.level() == UnitLevel.VILLAGE)
                && guard.covers(user.scope(), Data.PEOPLE, unit.id());
    }

    /** In walking order. */
    public Found page(
            UnitView unit, Period period, Structure structure, MeasureView measure, CurrentUser user, Paging paging) {
        List<Line> lines = lines(unit, period, structure, measure, user, paging.size(), paging.offset());
        return new Found(
                PageOf.of(
                        lines.stream().map(Line::row).toList(),
                        paging,
                        lines.isEmpty() ? 0 : lines.get(0).total()),
                lines.isEmpty() ? BigDecimal.ZERO : lines.get(0).sum());
    }

    public List<RowBehind> all(
            UnitView unit, Period period, Structure structure, MeasureView measure, CurrentUser user) {
        return lines(unit, period, structure, measure, user, MOST, 0).stream()
                .map(Line::row)
                .toList();
    }

    private List<Line> lines(
            UnitView unit,
            Period period,
            Structure structure,
            MeasureView measure,
            CurrentUser user,
            int size,
            long offset) {
        guard.require(user.scope(), Data.PEOPLE, unit.id());
        FigureQuery query = FigureQuery.ofUnits(List.of(unit.id()), List.of(), List.of(period), structure);
        Spot spot = spots.layout(query, List.of(period)).of(unit.id(), false, period);
        if (spot == null || !has(measure)) {
            return List.of();
        }
        boolean stock = measure.adds(Adding.STOCK);
        boolean trained = "TRAINEES".equals(measure.basis());
        boolean run = measure.adds(Adding.DISTINCT) && period.grain() == Grain.CUMULATIVE;
        List<Spot> counted = List.of(run ? spot.allDays() : spot);
        String roof = stock || spot.pinned() ? FieldFigures.PINNED_ROOF : FieldFigures.THEN_ROOF;
        UUID[] subjects = jdbc.sql(
                        SpotParams.W + roof + RowsBehindSql.candidates(ofHouseholds(measure), stock, trained))
                .params(SpotParams.of(counted))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        return ScopeSql.bind(
                        jdbc.sql(SpotParams.W + roof + RowsBehindSql.rows(ofHouseholds(measure), stock, run, trained)),
                        user.scope(),
                        Data.PEOPLE,
                        Days.today(clock))
                .params(SpotParams.of(counted))
                .param("subjects", subjects)
                .param("measure", measure.id())
                .param("grain", measure.adds(Adding.DISTINCT) ? period.grain().name() : "DAY")
                .param("size", size)
                .param("offset", offset)
                .query(RowsBehind::line)
                .list();
    }

    private static Line line(ResultSet row, int at) throws SQLException {
        return new Line(
                new RowBehind(
                        row.getObject("household", UUID.class),
                        address(row.getString("alley"), row.getString("number"), row.getString("label")),
                        row.getString("village"),
                        row.getString("name"),
                        row.getObject("birth_year", Integer.class),
                        row.getObject("day", LocalDate.class),
                        row.getString("team"),
                        row.getBigDecimal("amount")),
                row.getLong("total"),
                row.getBigDecimal("sum"));
    }

    private static String address(@Nullable String alley, @Nullable String number, @Nullable String label) {
        List<String> parts = new ArrayList<>();
        for (String part : new String[] {alley, number}) {
            if (part != null && !part.isEmpty()) {
                parts.add(part);
            }
        }
        String address = String.join(" ", parts);
        return label == null || label.isEmpty() ? address : label + ", " + address;
    }
}
