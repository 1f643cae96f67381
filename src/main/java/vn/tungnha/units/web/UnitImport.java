package vn.tungnha.units.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.NamedPlaces;
import vn.tungnha.identity.PlaceNames;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.shared.table.TakesBack;
import vn.tungnha.units.UnitKind;
import vn.tungnha.units.UnitKinds;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitRegister;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.VillageCommand;

/** Villages and residential groups of a ward from a file. */
@Component
@RequiredArgsConstructor
class UnitImport implements ImportKind<CurrentUser> {

    private static final String USUAL_KIND = "TDP";
    private static final int HIGHEST_NUMBER = 9999;
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:(?:tổ dân phố|tdp|tổ)\\s+(?:số\\s+)?)?(\\d{1,4})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<Column> COLUMNS = List.of(
            Column.optional("commune", "Phường, xã", "Commune", "Thanh Khê", "phường", "xã", "mã phường"),
            Column.required(
                    "name",
                    "Tên tổ, thôn",
                    "Village",
                    "Tổ 12",
                    "tên",
                    "tổ",
                    "thôn",
                    "tổ dân phố",
                    "số tổ",
                    "khu dân cư"),
            Column.optional("kind", "Loại", "Kind", "Tổ dân phố", "loại đơn vị"),
            Column.optional("from", "Từ ngày", "From", "01/07/2025", "ngày thành lập", "hiệu lực từ")
                    .as(Column.Nature.DAY));

    private final Units units;
    private final UnitKinds kinds;
    private final UnitRegister register;
    private final UnitImportUndo undo;
    private final NamedPlaces places;
    private final Clock clock;

    @Override
    public String code() {
        return "units";
    }

    @Override
    public int order() {
        return 10;
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
        return new Reading(places.of(user, Data.FIGURES));
    }

    /** One file. */
    @RequiredArgsConstructor
    private final class Reading implements ImportReading {

        private final PlaceNames names;
        private final Map<String, UnitKind> byName = new HashMap<>();
        private final Map<String, Set<String>> there = new HashMap<>();
        private final Map<String, Integer> firstRows = new HashMap<>();

        @Override
        public void check(RowCheck row) {
            Village village = read(row);
            if (village == null) {
                return;
            }
            String full = village.commune().id() + "|" + SortKeys.fold(village.fullName());
            Set<String> known = there.computeIfAbsent(
                    village.commune().id() + "@" + village.from(), key -> namesIn(village.commune(), village.from()));
            Integer first = firstRows.putIfAbsent(full, row.getNumber());
            if (known.contains(SortKeys.fold(village.fullName()))) {
                row.present("name", "imports.row.present");
            } else if (first != null) {
                row.present("name", "imports.row.repeated", String.valueOf(first));
            } else if (village.from().isBefore(village.commune().validFrom())) {
                row.error(
                        "from",
                        "imports.units.before-commune",
                        village.commune().validFrom());
            }
        }

        @Override
        public List<Made> store(List<RowCheck> rows) {
            List<Long> villages = new ArrayList<>();
            for (RowCheck row : rows) {
                Village village = read(row);
                if (village != null) {
                    row.storing(() -> villages.add(register.createVillage(village.command())));
                }
            }
            return undo.made(villages);
        }

        private @Nullable Village read(RowCheck row) {
            UnitView commune = names.commune(row, "commune");
            String name = row.required("name");
            UnitKind kind = row.text("kind") == null ? usual(name) : row.choice("kind", villageKinds());
            LocalDate from = row.day("from");
            if (commune == null || name == null || kind == null) {
                return null;
            }
            return new Village(commune, kind, name, from == null ? Days.today(clock) : from);
        }

        private Set<String> namesIn(UnitView commune, LocalDate from) {
            Set<String> known = new HashSet<>();
            for (LocalDate day : List.of(from, Days.today(clock))) {
                units.under(commune.id(), UnitLevel.VILLAGE, day)
                        .forEach(unit -> known.add(SortKeys.fold(unit.fullName())));
            }
            return known;
        }

        /** The kind the name begins with, else a residential group. */
        private @Nullable UnitKind usual(@Nullable String name) {
            String folded = name == null ? "" : SortKeys.fold(name) + " ";
            return villageKinds().values().stream()
                    .filter(kind -> folded.startsWith(SortKeys.fold(kind.name()) + " "))
                    .findFirst()
                    .orElse(villageKinds().get(SortKeys.fold(USUAL_KIND)));
        }

        private Map<String, UnitKind> villageKinds() {
            if (byName.isEmpty()) {
                for (UnitKind kind : kinds.of(UnitLevel.VILLAGE)) {
                    byName.put(SortKeys.fold(kind.name()), kind);
                    byName.put(SortKeys.fold(kind.nameEn()), kind);
                    byName.put(SortKeys.fold(kind.code()), kind);
                }
            }
            return byName;
        }
    }

    /** What a row says. */
    private record Village(UnitView commune, UnitKind kind, String name, LocalDate from) {

        String fullName() {
            Integer number = number();
            String rest = number == null ? name : String.valueOf(number);
            String prefix = kind.name() + " ";
            return rest.regionMatches(true, 0, prefix, 0, prefix.length()) ? rest : prefix + rest;
        }

        VillageCommand command() {
            Integer number = number();
            return new VillageCommand(commune.id(), kind.code(), number, number == null ? name : null, from);
        }

        private @Nullable Integer number() {
            Matcher matcher = NUMBERED.matcher(name);
            if (!matcher.matches()) {
                return null;
            }
            int number = Integer.parseInt(matcher.group(1));
            return number >= 1 && number <= HIGHEST_NUMBER ? number : null;
        }
    }
}
