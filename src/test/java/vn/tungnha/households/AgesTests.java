package vn.tungnha.households;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.tungnha.shared.RuleBroken;

class AgesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void refusesToKeepThoseUnder14() {
        assertRefused(2013, false, false, "under-14");
    }

    @Test
    void keepsTheBirthYearAloneOfThoseOf14And15() {
        assertThatCode(() -> Ages.check(2012, TODAY, false, false)).doesNotThrowAnyException();
        assertRefused(2012, true, false, "under-16-name");
        assertRefused(2011, false, true, "under-16-phone");
    }

    @Test
    void wantsANameFrom16() {
        assertThatCode(() -> Ages.check(2010, TODAY, true, true)).doesNotThrowAnyException();
        assertRefused(2010, false, false, "error.name");
    }

    @Test
    void wantsANameOrABirthYear() {
        assertThatCode(() -> Ages.check(null, TODAY, true, false)).doesNotThrowAnyException();
        assertRefused(null, false, false, "name-or-year");
    }

    @Test
    void refusesImpossibleYears() {
        assertRefused(2027, false, false, "birth-year");
        assertRefused(1899, true, false, "birth-year");
    }

    private static void assertRefused(Integer year, boolean named, boolean reachable, String key) {
        assertThatThrownBy(() -> Ages.check(year, TODAY, named, reachable))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining(key);
    }
}
