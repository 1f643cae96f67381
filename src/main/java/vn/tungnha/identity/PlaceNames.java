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
import vn.tungnha.units.UnitRef;
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

    /**
     * A unit of any level by its code, or a commune by its name, as they were borne on a day: codes are given anew. A code
     * may name its own day, such as {@code 20212@2024-09-30}.
     */
    public @Nullable UnitView unit(RowCheck row, String column, LocalDate on) {
        String text = row.required(column);
        if (text == null) {
            return null;
        }
        UnitRef ref = UnitRef.parse(text);
        LocalDate day = ref.dayOr(on);
        Found found = known.computeIfAbsent("u|" + day + "|" + ref.code(), key -> unit(ref.code(), day));
        if (found.unit() == null) {
            row.error(column, found.problem(), ref.code(), day);
        }
        return found.unit();
    }

    private static @Nullable UnitView note(RowCheck row, String column, Found found) {
        if (found.unit() == null) {
            row.error(column, found.problem(), found.text());
        }
        return found.unit();
    }

    private Found unit(String text, LocalDate on) {
        if (!CODE.matcher(text).matches()) {
            return on.equals(today) ? commune(text) : communeThen(text, on);
        }
        return units.find(text, on)
                .map(found -> seen(found, text))
                .orElseGet(() -> new Found(
                        null,
                        units.nearest(text, on).isPresent() ? "imports.place.not-then" : "imports.place.no-unit",
                        text));
    }

    /** One of today's communes by its name, if it was there; else one that has ended since. */
    private Found communeThen(String text, LocalDate on) {
        Found present = commune(text);
        if (present.unit() != null && isThere(present.unit(), on)) {
            return present;
        }
        List<UnitView> matches = communesNamed(text, on).stream()
                .filter(unit -> isNamed(unit, text))
                .filter(unit -> guard.covers(scope, data, unit.id()))
                .toList();
        if (matches.size() == 1) {
            return new Found(matches.get(0), "", text);
        }
        if (!matches.isEmpty()) {
            return new Found(null, "imports.place.several", text);
        }
        return present.unit() == null ? present : new Found(null, "imports.place.not-then", text);
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
        List<UnitView> matches = (scope.everything() ? communesNamed(text, today) : communes())
                .stream().filter(unit -> isNamed(unit, text)).toList();
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

    private List<UnitView> communesNamed(String text, LocalDate on) {
        return units.search(UnitQuery.on(on).q(text).level(UnitLevel.COMMUNE), new Paging(0, 200))
                .items();
    }

    private static boolean isThere(UnitView unit, LocalDate on) {
        return !unit.validFrom().isAfter(on) && !unit.validTo().isBefore(on);
    }

    private static boolean isNamed(UnitView unit, String text) {
        String wanted = SortKeys.fold(text);
        return SortKeys.fold(unit.name()).equals(wanted)
                || SortKeys.fold(unit.fullName()).equals(wanted);
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
