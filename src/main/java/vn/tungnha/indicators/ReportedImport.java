package vn.tungnha.indicators;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.NamedPlaces;
import vn.tungnha.identity.PlaceNames;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.shared.table.TakesBack;
import vn.tungnha.units.UnitView;

/** Reported numbers from a file, one per row. */
@Component
@RequiredArgsConstructor
class ReportedImport implements ImportKind<CurrentUser> {

    /** How a refusal names the figure it is about. */
    private static final String VALUES = "values.";

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private static final List<Column> COLUMNS = List.of(
            Column.required("unit", "Đơn vị", "Unit", "Thanh Khê", "mã đơn vị", "phường", "xã", "phường, xã"),
            Column.required("period", "Kỳ", "Period", "2026-09", "kỳ báo cáo", "tháng"),
            Column.required(
                    "measure", "Số liệu", "Measure", "PROCEDURES_FULLY_ONLINE", "mã số liệu", "tên số liệu", "chỉ số"),
            Column.required("amount", "Giá trị", "Amount", "1234", "số lượng", "kết quả"),
            Column.required("source", "Nguồn", "Source", "Cổng dịch vụ công", "nguồn số liệu"),
            Column.optional("capturedOn", "Ngày lấy số", "Captured on", "30/09/2026", "ngày")
                    .as(Column.Nature.DAY));

    private final ReportedValues reported;
    private final ReportedImportUndo undo;
    private final Definitions definitions;
    private final NamedPlaces places;
    private final Clock clock;

    @Override
    public String code() {
        return "reported-values";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public TakesBack<CurrentUser> undoing() {
        return undo;
    }

    @Override
    public ImportReading open(CurrentUser user) {
        return new Reading(user, places.of(user, Data.FIGURES), Days.today(clock));
    }

    /** One file. */
    private final class Reading implements ImportReading {

        private final CurrentUser user;
        private final PlaceNames names;
        private final LocalDate today;
        private final Map<String, MeasureView> measures = new HashMap<>();
        private final Map<String, Frame> frames = new HashMap<>();
        private final Map<String, Integer> firstRows = new HashMap<>();

        Reading(CurrentUser user, PlaceNames names, LocalDate today) {
            this.user = user;
            this.names = names;
            this.today = today;
            definitions.measures().values().stream()
                    .filter(measure -> measure.source() != MeasureView.Source.FIELD)
                    .forEach(measure -> {
                        measures.put(SortKeys.fold(measure.code()), measure);
                        measures.putIfAbsent(SortKeys.fold(measure.nameVi()), measure);
                        measures.putIfAbsent(SortKeys.fold(measure.nameEn()), measure);
                    });
        }

        @Override
        public void check(RowCheck row) {
            Value value = read(row);
            if (value == null || row.has(Finding.Level.ERROR)) {
                return;
            }
            Integer first = firstRows.putIfAbsent(value.key() + "|" + value.measure(), row.getNumber());
            if (first != null) {
                row.error("measure", "imports.row.twice", String.valueOf(first));
                return;
            }
            Frame frame = frames.computeIfAbsent(value.key(), key -> frame(value));
            BigDecimal was = frame.was(value.measure());
            if (was != null && was.compareTo(value.amount()) == 0) {
                row.present("amount", "imports.row.present");
            } else if (was != null) {
                row.warning("amount", "imports.reported.replaces", was);
            }
            frame.add(value).forEach(warning -> warn(row, warning));
        }

        private Frame frame(Value value) {
            return new Frame(
                    reported.of(value.unitId(), value.period(), user),
                    reported.around(value.unitId(), value.period(), user),
                    new HashMap<>());
        }

        private static void warn(RowCheck row, ReportedWarning warning) {
            switch (warning.kind()) {
                case JUMP -> row.warning("amount", "imports.reported.jump");
                case SAME_AS_BEFORE -> row.warning("amount", "imports.reported.same");
                case NUMERATOR_ABOVE_DENOMINATOR ->
                    row.warning("amount", "imports.reported.above", warning.amount(), requireNonNull(warning.other()));
            }
        }

        /** What one unit says of one period, from one source and day, is one change. */
        @Override
        public List<Made> store(List<RowCheck> rows) {
            Map<Value, Map<String, RowCheck>> changes = new LinkedHashMap<>();
            Map<Value, Map<String, Optional<BigDecimal>>> amounts = new HashMap<>();
            for (RowCheck row : rows) {
                Value value = read(row);
                if (value != null) {
                    Value sheet = value.sheet();
                    changes.computeIfAbsent(sheet, key -> new HashMap<>()).put(value.measure(), row);
                    amounts.computeIfAbsent(sheet, key -> new LinkedHashMap<>())
                            .put(value.measure(), Optional.of(value.amount()));
                }
            }
            changes.forEach((sheet, byMeasure) -> save(sheet, requireNonNull(amounts.get(sheet)), byMeasure));
            return changes.entrySet().stream()
                    .flatMap(each -> each.getValue().keySet().stream()
                            .map(measure -> undo.made(
                                    each.getKey().unitId(), each.getKey().period(), measure)))
                    .toList();
        }

        private void save(Value sheet, Map<String, Optional<BigDecimal>> values, Map<String, RowCheck> rows) {
            try {
                reported.save(
                        new ReportedCommand(sheet.unitId(), sheet.period(), sheet.source(), sheet.capturedOn(), values),
                        user);
            } catch (RuleBroken broken) {
                String field = broken.getField() == null ? "" : broken.getField();
                RowCheck row = rows.getOrDefault(
                        field.startsWith(VALUES) ? field.substring(VALUES.length()) : "",
                        rows.values().iterator().next());
                row.storing(() -> {
                    throw broken;
                });
            }
        }

        private @Nullable Value read(RowCheck row) {
            Period period = Periods.read(row, "period");
            UnitView unit = names.unit(row, "unit", Periods.dayOf(period, today));
            MeasureView measure = row.required("measure") == null ? null : row.choice("measure", measures);
            BigDecimal amount = row.required("amount") == null ? null : row.amount("amount");
            String source = row.required("source");
            LocalDate captured = row.day("capturedOn");
            if (amount != null && (amount.signum() < 0 || amount.compareTo(MOST) > 0 || amount.scale() > 4)) {
                row.error("amount", "imports.row.out-of-range", "0", "1.000.000.000.000");
            }
            if (amount != null && measure != null && measure.refuses(amount)) {
                row.error("amount", "imports.reported.whole", amount);
            }
            if (captured != null && captured.isAfter(today)) {
                row.error("capturedOn", "imports.row.future");
            }
            if (period != null && period.first().isAfter(today)) {
                row.error("period", "imports.row.future");
            }
            if (unit == null || period == null || measure == null || amount == null || source == null) {
                return null;
            }
            LocalDate day = captured == null ? (period.last().isAfter(today) ? today : period.last()) : captured;
            return new Value(unit.id(), period, measure.code(), amount, source, day);
        }
    }

    /** What a row says. */
    private record Value(
            long unitId, Period period, String measure, BigDecimal amount, String source, LocalDate capturedOn) {

        String key() {
            return unitId + "|" + period.code();
        }

        /** The same without its figure. */
        Value sheet() {
            return new Value(unitId, period, "", BigDecimal.ZERO, source, capturedOn);
        }
    }

    /** What is stored of a unit and period, and what the file has said of it so far. */
    private record Frame(
            Map<String, ReportedView> stored, Plausibility.Around around, Map<String, Optional<BigDecimal>> said) {

        @Nullable
        BigDecimal was(String measure) {
            ReportedView old = stored.get(measure);
            return old == null ? null : old.amount();
        }

        List<ReportedWarning> add(Value value) {
            said.put(value.measure(), Optional.of(value.amount()));
            return around.check(said).stream()
                    .filter(warning -> around.concerns(warning, value.measure()))
                    .toList();
        }
    }
}
