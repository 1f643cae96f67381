package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.shared.table.TakesBack;
import vn.tungnha.units.UnitView;

/** Targets of units from a file, one per row. */
@Component
@RequiredArgsConstructor
class TargetImport implements ImportKind<CurrentUser> {

    private static final Map<String, IndicatorDefinition.Kind> KINDS = Map.of(
            "ty le", IndicatorDefinition.Kind.RATE,
            "%", IndicatorDefinition.Kind.RATE,
            "rate", IndicatorDefinition.Kind.RATE,
            "so luong", IndicatorDefinition.Kind.COUNT,
            "count", IndicatorDefinition.Kind.COUNT);

    private static final List<Column> COLUMNS = List.of(
            Column.required("unit", "Đơn vị", "Unit", "Thanh Khê", "mã đơn vị", "phường", "xã", "phường, xã"),
            Column.optional("team", "Tổ", "Team", "", "tên tổ", "tổ công nghệ số"),
            Column.required("indicator", "Chỉ số", "Indicator", "E_ID_L2_ACTIVATED", "mã chỉ số", "chỉ tiêu"),
            Column.required("period", "Kỳ", "Period", "2026", "năm"),
            Column.optional("kind", "Loại chỉ tiêu", "Kind", "Tỷ lệ", "loại"),
            Column.required("amount", "Mức giao", "Amount", "90", "giá trị", "mức"),
            Column.optional("reason", "Lý do", "Reason", "Điều chỉnh theo Kế hoạch 12/KH-UBND", "lý do thay đổi"));

    private final Targets targets;
    private final TargetImportUndo undo;
    private final Definitions definitions;
    private final NamedPlaces places;
    private final TargetParts parts;
    private final TargetScope scope;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public String code() {
        return "targets";
    }

    @Override
    public int order() {
        return 60;
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
        return new Reading(user, places.of(user, Data.FIGURES));
    }

    /** One file. */
    private final class Reading implements ImportReading {

        private final CurrentUser user;
        private final PlaceNames names;
        private final Map<String, IndicatorDefinition> indicators = new HashMap<>();
        private final Map<String, Integer> firstRows = new HashMap<>();
        private final Map<Long, Map<String, List<TargetPlace>>> teams = new HashMap<>();
        private final Map<TargetPlace.Key, Boolean> givable = new HashMap<>();

        Reading(CurrentUser user, PlaceNames names) {
            this.user = user;
            this.names = names;
            definitions.list(Days.today(clock)).forEach(definition -> {
                indicators.put(SortKeys.fold(definition.code()), definition);
                indicators.putIfAbsent(SortKeys.fold(definition.nameVi()), definition);
                indicators.putIfAbsent(SortKeys.fold(definition.shortVi()), definition);
                indicators.putIfAbsent(SortKeys.fold(definition.nameEn()), definition);
            });
        }

        @Override
        public void check(RowCheck row) {
            TargetCommand target = read(row);
            if (target == null || row.has(Finding.Level.ERROR)) {
                return;
            }
            Integer first = firstRows.putIfAbsent(
                    key(target) + "|" + target.indicator() + "|"
                            + target.period().code() + "|" + target.kind(),
                    row.getNumber());
            if (first != null) {
                row.error("indicator", "imports.row.twice", String.valueOf(first));
                return;
            }
            if (!TargetCommand.isUsual(target.kind(), target.amount())) {
                row.warning("amount", "imports.targets.rate", target.amount());
            }
            current(target).ifPresent(was -> {
                if (was.compareTo(target.amount()) == 0) {
                    row.present("amount", "imports.row.present");
                } else if (target.reason() == null) {
                    row.error("reason", "imports.targets.reason", was);
                } else {
                    row.warning("amount", "imports.reported.replaces", was);
                }
            });
        }

        @Override
        public List<Made> store(List<RowCheck> rows) {
            List<Made> made = new ArrayList<>();
            for (RowCheck row : rows) {
                TargetCommand target = read(row);
                if (target != null) {
                    row.storing(() -> {
                        targets.set(target, user);
                        made.add(undo.made(target));
                    });
                }
            }
            return made;
        }

        private @Nullable TargetCommand read(RowCheck row) {
            Period period = Periods.read(row, "period");
            UnitView unit = names.unit(row, "unit", Periods.dayOf(period, Days.today(clock)));
            IndicatorDefinition indicator =
                    row.required("indicator") == null ? null : row.choice("indicator", indicators);
            IndicatorDefinition.Kind kind = row.choice("kind", KINDS);
            BigDecimal amount = row.required("amount") == null ? null : row.amount("amount");
            if (amount != null && amount.signum() < 0) {
                row.error("amount", "imports.row.negative");
            }
            if (unit == null || indicator == null || period == null || amount == null) {
                return null;
            }
            Long team = row.text("team") == null ? null : team(row, unit);
            if (team == null && row.text("team") != null) {
                return null;
            }
            TargetPlace.Key place = new TargetPlace.Key(team == null ? unit.id() : team, team != null);
            if (!givable.computeIfAbsent(place, it -> scope.mayGive(it.id(), it.team(), user))) {
                row.error(team == null ? "unit" : "team", "targets.error.own");
                return null;
            }
            return new TargetCommand(
                    indicator.code(),
                    team == null ? unit.id() : null,
                    team,
                    period,
                    kind == null ? indicator.kind() : kind,
                    amount,
                    row.text("reason"));
        }

        /** By its name within the unit, today. */
        private @Nullable Long team(RowCheck row, UnitView unit) {
            String name = String.valueOf(row.text("team"));
            List<TargetPlace> found = teams.computeIfAbsent(unit.id(), id -> parts.teams(id, Days.today(clock)).stream()
                            .collect(Collectors.groupingBy(it -> SortKeys.fold(it.name()))))
                    .getOrDefault(SortKeys.fold(name), List.of());
            if (found.size() != 1) {
                row.error("team", found.isEmpty() ? "imports.targets.no-team" : "imports.targets.teams", name);
                return null;
            }
            return found.get(0).id();
        }

        private static String key(TargetCommand target) {
            return target.teamId() == null ? "u" + target.unitId() : "t" + target.teamId();
        }

        private Optional<BigDecimal> current(TargetCommand target) {
            return jdbc.sql("""
                            select t.amount from target t join indicator i on i.id = t.indicator_id
                            where t.replaced_at is null and i.code = :indicator
                              and t.unit_id is not distinct from :unit and t.team_id is not distinct from :team
                              and t.period = :period and t.kind = :kind
                            """)
                    .param("indicator", target.indicator())
                    .param("unit", target.unitId(), Types.BIGINT)
                    .param("team", target.teamId(), Types.BIGINT)
                    .param("period", target.period().code())
                    .param("kind", target.kind().name())
                    .query(BigDecimal.class)
                    .optional();
        }
    }
}
