package vn.tungnha.demo;

import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import vn.tungnha.shared.SortKeys;

/**
 * Names as a ward has them: rarely do two people of one year share one. Thrown freely from short lists they did so by the
 * hundred, and the register looked full of doubles.
 */
@RequiredArgsConstructor
final class OwnNames {

    private static final double SHARED = 0.02;
    private static final int THROWS = 12;

    private final Names names;
    private final Set<String> taken = new HashSet<>();

    /** Dice of its own, so that whatever else is thrown for a household stays as it was. */
    private final Dice again = new Dice("names again");

    String full(String family, boolean male, int birthYear, Ward ward, Dice dice) {
        String name = names.full(family, male, birthYear, dice);
        if (taken.add(key(name, birthYear, ward)) || again.chance(SHARED)) {
            return name;
        }
        for (int i = 0; i < THROWS; i++) {
            name = i < THROWS / 3
                    ? names.full(family, male, birthYear, again)
                    : names.fuller(family, male, birthYear, again);
            if (taken.add(key(name, birthYear, ward))) {
                break;
            }
        }
        return name;
    }

    /** The ward as it is by now; marks do not tell two people apart. */
    private static String key(String name, int birthYear, Ward ward) {
        return ward.stays().get(ward.stays().size() - 1).communeId() + " " + birthYear + " " + SortKeys.fold(name);
    }
}
