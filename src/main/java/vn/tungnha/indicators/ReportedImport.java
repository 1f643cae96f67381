package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
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
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.units.UnitView;

/** Reported numbers from a file, one per row. */
@Component
@RequiredArgsConstructor
class ReportedImport implements ImportKind<CurrentUser> {

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
    public ImportReading open(CurrentUser user) {
        return new Reading(user, places.of(user, Data.FIGURES), Days.today(clock));
    }

    /** One file. */
    private final class Reading implements ImportReading {

        private final CurrentUser user;
        private final PlaceNames names;
        private final LocalDate today;
        private final Map<String, MeasureView> measures = new HashMap<>();
        private final Map<String, Map<String, ReportedView>> there = new HashMap<>();
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
            ReportedView old = there.computeIfAbsent(
                            value.key(), key -> reported.of(value.unitId(), value.period(), user))
                    .get(value.measure());
            BigDecimal was = old == null ? null : old.amount();
            if (was != null && was.compareTo(value.amount()) == 0) {
                row.present("amount", "imports.row.present");
            } else if (was != null) {
                row.warning("amount", "imports.reported.replaces", was);
            }
            if (reported.warnings(value.command(), user).stream()
                    .anyMatch(warning -> warning.kind() == ReportedWarning.Kind.JUMP)) {
                row.warning("amount", "imports.reported.jump");
            }
        }

        @Override
        public void store(List<RowCheck> rows) {
            for (RowCheck row : rows) {
                Value value = read(row);
                if (value != null) {
                    row.storing(() -> reported.save(value.command(), user));
                }
            }
        }

        private @Nullable Value read(RowCheck row) {
            UnitView unit = names.unit(row, "unit");
            Period period = Periods.read(row, "period");
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

        ReportedCommand command() {
            return new ReportedCommand(unitId, period, source, capturedOn, Map.of(measure, Optional.of(amount)));
        }
    }
}
