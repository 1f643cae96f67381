package vn.tungnha.households;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;

/** What may be kept of young people: nothing under 14, the birth year alone until 16. */
final class Ages {

    private static final int COUNTED_ONLY_BELOW = 14;
    private static final int NAMED_FROM = 16;

    private Ages() {}

    static void check(@Nullable Integer birthYear, LocalDate today, boolean named, boolean reachable) {
        if (birthYear == null) {
            if (!named) {
                throw RuleBroken.at("name", "households.error.name-or-year");
            }
            return;
        }
        int age = today.getYear() - birthYear;
        if (birthYear < 1900 || age < 0) {
            throw RuleBroken.at("birthYear", "households.error.birth-year");
        }
        if (age < COUNTED_ONLY_BELOW) {
            throw RuleBroken.at("birthYear", "households.error.under-14");
        }
        if (age < NAMED_FROM && named) {
            throw RuleBroken.at("name", "households.error.under-16-name");
        }
        if (age < NAMED_FROM && reachable) {
            throw RuleBroken.at("phone", "households.error.under-16-phone");
        }
        if (age >= NAMED_FROM && !named) {
            throw RuleBroken.at("name", "households.error.name");
        }
    }
}
