package vn.tungnha.journeys;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Killed thirty times, at moments of which nobody knows. */
@Tag("drill")
class KilledOftenTests extends DyingPhone {

    @Test
    void losesNothingWhenKilledThirtyTimes() {
        long seed = System.nanoTime();
        System.out.println("Killed at the moments of seed " + seed);
        losesNothing(30, new Random(seed));
    }
}
