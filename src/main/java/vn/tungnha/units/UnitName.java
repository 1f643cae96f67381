package vn.tungnha.units;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.VietnameseText;

/** What a unit is called: short ("Tổ 33"), in full ("Tổ dân phố 33"), and the kind of unit it is. */
record UnitName(String code, String name, String fullName, String kind) {

    static final int LONGEST = 80;

    /** From a number ("Tổ 33") or from a name of its own, typed with or without its kind ("Thôn Phú Sơn", "Phú Sơn"). */
    static UnitName ofVillage(String code, UnitKind kind, @Nullable Integer number, @Nullable String own) {
        String given = own == null ? "" : VietnameseText.normalise(own);
        if (given.length() > LONGEST) {
            throw RuleBroken.at("name", "units.village.name-too-long", LONGEST);
        }
        String rest = rest(given, kind);
        if (!rest.isEmpty()) {
            boolean counted = rest.matches("\\d+.*") || !kind.shortName().equals(kind.name());
            return new UnitName(
                    code, counted ? kind.shortName() + " " + rest : rest, kind.name() + " " + rest, kind.code());
        }
        if (number == null) {
            throw RuleBroken.at("number", "units.village.needs-name");
        }
        return new UnitName(code, kind.shortName() + " " + number, kind.name() + " " + number, kind.code());
    }

    /** Told apart from a namesake of the same commune after a merger. */
    UnitName formerly(String commune) {
        String suffix = " (" + commune + " cũ)";
        return new UnitName(code, name + suffix, fullName + suffix, kind);
    }

    private static String rest(String given, UnitKind kind) {
        for (String prefix : List.of(kind.name() + " ", kind.shortName() + " ")) {
            if (given.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return given.substring(prefix.length());
            }
        }
        return given;
    }
}
