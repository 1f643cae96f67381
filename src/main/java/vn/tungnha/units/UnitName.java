package vn.tungnha.units;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;

/** What a unit is called: short ("Tổ 33"), in full ("Tổ dân phố 33"), and the kind of unit it is. */
record UnitName(String code, String name, String fullName, String kind) {

    static final int LONGEST = 80;

    /** From a number ("Tổ 33") or from a name of its own ("Phú Sơn", "Thôn Phú Sơn"). */
    static UnitName ofVillage(String code, UnitKind kind, @Nullable Integer number, @Nullable String own) {
        String given = own == null ? "" : own.strip().replaceAll("\\s+", " ");
        if (!given.isEmpty()) {
            if (given.length() > LONGEST) {
                throw RuleBroken.at("name", "units.village.name-too-long", LONGEST);
            }
            return new UnitName(code, given, isTyped(given, kind) ? given : kind.name() + " " + given, kind.code());
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

    private static boolean isTyped(String given, UnitKind kind) {
        String lower = given.toLowerCase(Locale.ROOT);
        return lower.startsWith(kind.name().toLowerCase(Locale.ROOT) + " ")
                || lower.startsWith(kind.shortName().toLowerCase(Locale.ROOT) + " ");
    }
}
