package vn.tungnha.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Places named by the rows of one file: by code, or by name within what the reader may see today. */
@RequiredArgsConstructor
public class PlaceNames {

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]+-[0-9A-Za-z-]*\\d+|\\d{2,5}");
    private static final Pattern LONG_NAME = Pattern.compile("^(to dan pho|tdp|to so|to) (so )?(?=\\S)");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,3}[a-z]?");

    private final Units units;
    private final ScopeGuard guard;
    private final Scope scope;
    private final Data data;
    private final LocalDate today;

    private final Map<String, Found> known = new HashMap<>();
    private final Map<Long, Map<String, List<UnitView>>> villages = new HashMap<>();
    private @Nullable List<UnitView> communes;

    /** A village or residential group; {@code communeColumn} tells namesakes apart. Null = not found, noted in the row. */
    public @Nullable UnitView village(RowCheck row, String column, String communeColumn) {
        String text = row.required(column);
        return text == null ? null : village(row, column, text, communeColumn);
    }

    /** The same for a cell that names several. */
    public @Nullable UnitView village(RowCheck row, String column, String text, String communeColumn) {
        String commune = row.text(communeColumn);
        return note(row, column, known.computeIfAbsent("v|" + commune + "|" + text, key -> village(text, commune)));
    }

    /** A commune; without a name the only one the reader works for. */
    public @Nullable UnitView commune(RowCheck row, String column) {
        String text = row.text(column);
        return note(row, column, known.computeIfAbsent("c|" + text, key -> commune(text)));
    }

    /** A unit of any level by its code, or a commune by its name. */
    public @Nullable UnitView unit(RowCheck row, String column) {
        String text = row.required(column);
        return text == null ? null : note(row, column, known.computeIfAbsent("u|" + text, key -> unit(text)));
    }

    private static @Nullable UnitView note(RowCheck row, String column, Found found) {
        if (found.unit() == null) {
            row.error(column, found.problem(), found.text());
        }
        return found.unit();
    }

    private Found unit(String text) {
        return CODE.matcher(text).matches() ? byCode(text, null) : commune(text);
    }

    private Found village(String text, @Nullable String commune) {
        if (text.contains("-") && CODE.matcher(text).matches()) {
            return byCode(text, UnitLevel.VILLAGE);
        }
        List<UnitView> wards = communes();
        if (commune != null || scope.everything()) {
            Found ward = commune(commune);
            if (ward.unit() == null) {
                return ward;
            }
            wards = List.of(ward.unit());
        }
        List<UnitView> matches = new ArrayList<>();
        for (UnitView ward : wards) {
            matches.addAll(villagesOf(ward.id()).getOrDefault(key(text), List.of()));
        }
        if (matches.size() != 1) {
            return new Found(null, matches.isEmpty() ? "imports.place.no-village" : "imports.place.several", text);
        }
        return seen(matches.get(0), text);
    }

    private Found commune(@Nullable String text) {
        if (text == null) {
            return communes().size() == 1
                    ? new Found(communes().get(0), "", "")
                    : new Found(null, "imports.place.commune-needed", "");
        }
        if (CODE.matcher(text).matches()) {
            return byCode(text, UnitLevel.COMMUNE);
        }
        String wanted = SortKeys.fold(text);
        List<UnitView> matches = (scope.everything() ? communesNamed(text) : communes())
                .stream()
                        .filter(unit -> SortKeys.fold(unit.name()).equals(wanted)
                                || SortKeys.fold(unit.fullName()).equals(wanted))
                        .toList();
        if (matches.size() > 1) {
            return new Found(null, "imports.place.several", text);
        }
        return matches.isEmpty()
                ? new Found(null, scope.everything() ? "imports.place.no-unit" : "imports.place.outside", text)
                : new Found(matches.get(0), "", text);
    }

    private Found byCode(String code, @Nullable UnitLevel level) {
        Optional<UnitView> unit = units.find(code, today).filter(found -> level == null || found.level() == level);
        return unit.map(found -> seen(found, code)).orElseGet(() -> new Found(null, "imports.place.no-unit", code));
    }

    private Found seen(UnitView unit, String text) {
        return guard.covers(scope, data, unit.id())
                ? new Found(unit, "", text)
                : new Found(null, "imports.place.outside", text);
    }

    private List<UnitView> communesNamed(String text) {
        return units.search(UnitQuery.on(today).q(text).level(UnitLevel.COMMUNE), new Paging(0, 200))
                .items();
    }

    /** The communes in the scope; for whoever works in villages only, the communes around them. */
    private List<UnitView> communes() {
        List<UnitView> found = communes;
        if (found == null) {
            Map<Long, UnitView> byId = new HashMap<>();
            for (Long root : scope.roots(data)) {
                UnitView unit = units.get(root, today);
                List<UnitView> of = unit.level() == UnitLevel.VILLAGE
                        ? units.ancestors(root, today).stream()
                                .filter(above -> above.level() == UnitLevel.COMMUNE)
                                .toList()
                        : units.under(root, UnitLevel.COMMUNE, today);
                of.forEach(commune -> byId.put(commune.id(), commune));
            }
            found = List.copyOf(byId.values());
            communes = found;
        }
        return found;
    }

    private Map<String, List<UnitView>> villagesOf(long commune) {
        return villages.computeIfAbsent(commune, id -> {
            Map<String, List<UnitView>> byName = new HashMap<>();
            for (UnitView village : units.under(id, UnitLevel.VILLAGE, today)) {
                byName.computeIfAbsent(key(village.name()), name -> new ArrayList<>())
                        .add(village);
            }
            return byName;
        });
    }

    /** "Tổ dân phố 12", "TDP 12", "Tổ 12" and "12" are the same. */
    private static String key(String name) {
        String folded = SortKeys.fold(name);
        if (BARE_NUMBER.matcher(folded).matches()) {
            return "to " + folded.replaceFirst("^0+(?=\\d)", "");
        }
        return LONG_NAME.matcher(folded).replaceFirst("to ").replaceFirst("^to 0+(?=\\d)", "to ");
    }

    /** A place, or why there is none. */
    private record Found(@Nullable UnitView unit, String problem, String text) {}
}
