package vn.tungnha.door;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.LockedAmounts;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** What is published: months that wards have locked, as they were locked, with small cells hidden. Nothing else is. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class OpenFigures {

    public static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final LockedAmounts locked;
    private final ReportCalendar calendar;
    private final Units units;
    private final Clock clock;

    private record Published(String indicator, boolean smallCells) {}

    /**
     * The months a ward has locked, the latest first; empty while it has locked none. What its province's file hides is
     * hidden here too, or one would give away the other.
     */
    public List<OpenFigure> ofWard(UnitView ward) {
        return units.ancestors(ward.id(), Days.today(clock)).stream()
                .filter(above -> above.level() == UnitLevel.PROVINCE)
                .findFirst()
                .map(this::ofProvince)
                .orElseGet(() -> read(List.of(ward)))
                .stream()
                .filter(figure -> ward.code().equals(figure.unit()))
                .toList();
    }

    /** All wards of a province, and their sums. */
    public List<OpenFigure> ofProvince(UnitView province) {
        return read(units.under(province.id(), UnitLevel.COMMUNE, Days.today(clock)));
    }

    /** What can be published, in its order. */
    public List<IndicatorDefinition> dictionary() {
        LocalDate today = Days.today(clock);
        return published().stream()
                .map(one -> definitions.find(one.indicator(), today))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<OpenFigure> read(List<UnitView> wards) {
        List<Published> published = published();
        if (wards.isEmpty()) {
            return List.of();
        }
        List<ReportPeriod> months = months(wards.get(0));
        Map<LockedAmounts.Key, LockedAmounts.Amount> amounts = locked.of(
                wards.stream().map(UnitView::id).toList(),
                months.stream().map(ReportPeriod::days).toList(),
                published.stream().map(Published::indicator).toList());
        Map<String, IndicatorDefinition> known = new HashMap<>();
        dictionary().forEach(definition -> known.put(definition.code(), definition));
        List<OpenFigure> figures = new ArrayList<>();
        for (ReportPeriod month : months) {
            for (Published one : published) {
                IndicatorDefinition definition = known.get(one.indicator());
                if (definition != null) {
                    figures.addAll(cells(wards, month, definition, one.smallCells(), amounts));
                }
            }
        }
        return figures;
    }

    private static List<OpenFigure> cells(
            List<UnitView> wards,
            ReportPeriod month,
            IndicatorDefinition definition,
            boolean smallCells,
            Map<LockedAmounts.Key, LockedAmounts.Amount> amounts) {
        String variant = definition.variants().get(0).code();
        Map<UnitView, LockedAmounts.Amount> there = new LinkedHashMap<>();
        wards.stream().sorted(Comparator.comparing(UnitView::code)).forEach(ward -> {
            LockedAmounts.Amount amount = amounts.get(
                    new LockedAmounts.Key(ward.id(), definition.code(), variant, month.first(), month.last()));
            if (amount != null) {
                there.put(ward, amount);
            }
        });
        List<UnitView> places = List.copyOf(there.keySet());
        List<@Nullable BigDecimal> values = new ArrayList<>();
        there.values().forEach(amount -> values.add(amount.value()));
        boolean counted = definition.kind() == IndicatorDefinition.Kind.COUNT;
        List<Boolean> hidden = hidden(values, List.copyOf(there.values()), counted, smallCells, places.size() > 1);
        List<OpenFigure> cells = new ArrayList<>(IntStream.range(0, places.size())
                .mapToObj(at -> new OpenFigure(
                        places.get(at).code(),
                        places.get(at).fullName(),
                        month.named(),
                        month.first(),
                        month.last(),
                        definition,
                        hidden.get(at) ? null : values.get(at),
                        hidden.get(at)))
                .toList());
        if (counted && places.size() > 1) {
            BigDecimal sum = values.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean tells = smallCells && SmallCells.small(sum);
            cells.add(new OpenFigure(
                    null, "", month.named(), month.first(), month.last(), definition, tells ? null : sum, tells));
        }
        return cells;
    }

    private static List<Boolean> hidden(
            List<@Nullable BigDecimal> values,
            List<LockedAmounts.Amount> amounts,
            boolean counted,
            boolean smallCells,
            boolean summed) {
        if (!smallCells) {
            return values.stream().map(value -> false).toList();
        }
        if (!counted) {
            return amounts.stream()
                    .map(amount -> amount.value() != null && SmallCells.thin(amount.denominator()))
                    .toList();
        }
        return summed
                ? SmallCells.hidden(values)
                : values.stream().map(SmallCells::small).toList();
    }

    /** As the province of these wards cuts them. */
    private List<ReportPeriod> months(UnitView ward) {
        YearMonth now = YearMonth.from(Days.today(clock));
        return IntStream.rangeClosed(0, MONTHS - 1)
                .mapToObj(back -> calendar.of(Period.month(now.minusMonths(back)), ward.id()))
                .filter(month -> month.isOver(Days.today(clock)))
                .toList();
    }

    private List<Published> published() {
        return jdbc.sql("select indicator, small_cells from public_figure order by position, indicator")
                .query(Published.class)
                .list();
    }
}
