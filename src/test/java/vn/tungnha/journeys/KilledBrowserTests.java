package vn.tungnha.journeys;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Killed three times, at moments that are the same in every run. */
class KilledBrowserTests extends DyingPhone {

    @Test
    void losesNothingWhenKilledThreeTimes() {
        losesNothing(3, new Random(20261122));
    }
}
