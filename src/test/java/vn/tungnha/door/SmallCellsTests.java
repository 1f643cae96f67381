package vn.tungnha.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallCellsTests {

    @Test
    void hidesOneToFourAndNothingElse() {
        assertThat(IntStream.rangeClosed(0, 6)
                        .mapToObj(BigDecimal::valueOf)
                        .map(SmallCells::small)
                        .toList())
                .containsExactly(false, true, true, true, true, false, false);
        assertThat(SmallCells.small(null)).isFalse();
        assertThat(SmallCells.thin(BigDecimal.valueOf(19))).isTrue();
        assertThat(SmallCells.thin(BigDecimal.valueOf(20))).isFalse();
        assertThat(SmallCells.thin(null)).isTrue();
    }

    @Test
    void hidesTheNextSmallestWhereTheTotalWouldTell() {
        assertThat(hidden(3, 40, 12, 0)).containsExactly(true, false, true, false);
        assertThat(hidden(3, 40, 4, 0)).containsExactly(true, false, true, false);
        assertThat(hidden(1, 1, 40, 9)).containsExactly(true, true, false, true);
        assertThat(hidden(30, 40, 12, 0)).containsExactly(false, false, false, false);
    }

    @Test
    void addsNothingUpThatIsNotKnown() {
        assertThat(SmallCells.hidden(Arrays.asList(null, BigDecimal.valueOf(2), BigDecimal.valueOf(8))))
                .containsExactly(false, true, true);
    }

    /** Whoever subtracts what is shown from the total learns of a group of at least five, and of two parts at least. */
    @Test
    void neverLetsASmallPartBeReckonedBack() {
        Random dice = new Random(7);
        for (int round = 0; round < 5000; round++) {
            List<BigDecimal> parts = new ArrayList<>();
            int size = 1 + dice.nextInt(7);
            for (int at = 0; at < size; at++) {
                parts.add(dice.nextInt(5) == 0 ? null : BigDecimal.valueOf(dice.nextInt(dice.nextBoolean() ? 7 : 60)));
            }
            List<Boolean> hidden = SmallCells.hidden(parts);
            BigDecimal total = parts.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
            List<BigDecimal> unseen = IntStream.range(0, size)
                    .filter(hidden::get)
                    .mapToObj(parts::get)
                    .toList();
            BigDecimal rest = unseen.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            for (int at = 0; at < size; at++) {
                if (SmallCells.small(parts.get(at))) {
                    assertThat(hidden.get(at)).as("%s", parts).isTrue();
                }
            }
            if (!unseen.isEmpty() && !SmallCells.small(total)) {
                assertThat(unseen).as("%s", parts).hasSizeGreaterThan(1);
                assertThat(rest).as("%s", parts).isGreaterThanOrEqualTo(BigDecimal.valueOf(SmallCells.LEAST_COUNT));
            }
        }
    }

    private static List<Boolean> hidden(int... parts) {
        return SmallCells.hidden(
                Arrays.stream(parts).mapToObj(BigDecimal::valueOf).toList());
    }
}
