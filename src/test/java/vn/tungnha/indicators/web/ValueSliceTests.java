package vn.tungnha.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;

class ValueSliceTests {

    @Test
    void givesEveryValueOnceWhateverThePages() {
        for (int[] shape : new int[][] {{1, 1, 1}, {3, 4, 5}, {1, 6, 7}, {4, 1, 3}, {2, 3, 1}, {5, 1, 1}}) {
            List<String> all = cells(choices(shape[0]), periods(shape[1]), places(shape[2]));
            for (int size : new int[] {1, 2, 3, 7, 20, 100}) {
                List<String> paged = new ArrayList<>();
                for (int page = 0; page * size < all.size() + size; page++) {
                    ValueSlice slice = slice(shape, new Paging(page, size));
                    assertThat(slice.total()).isEqualTo(all.size());
                    paged.addAll(cells(slice.choices(), slice.periods(), slice.places())
                            .subList(slice.skip(), slice.skip() + slice.count()));
                }
                assertThat(paged)
                        .as(shape[0] + "x" + shape[1] + "x" + shape[2] + "/" + size)
                        .isEqualTo(all);
            }
        }
    }

    @Test
    void reckonsLittleMoreThanThePage() {
        int[] country = {6, 120, 126};

        for (int page : new int[] {0, 1, 40, 90}) {
            ValueSlice slice = slice(country, new Paging(page, 1000));
            int reckoned = slice.choices().size()
                    * slice.periods().size()
                    * slice.places().size();
            assertThat(reckoned).isLessThanOrEqualTo(slice.choices().size() == 1 ? 1000 + 2 * 126 : 2 * 120 * 126);
        }
        assertThat(slice(country, new Paging(0, 10)).places()).hasSize(10);
        assertThat(slice(country, new Paging(1000, 1000)).places()).isEmpty();
    }

    @Test
    void refusesWhatNobodyReads() {
        assertThatThrownBy(() -> slice(new int[] {40, 120, 126}, new Paging(0, 10)))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.getKey())
                        .isEqualTo("indicators.error.too-many-values"));
    }

    private static ValueSlice slice(int[] shape, Paging paging) {
        return ValueSlice.of(choices(shape[0]), periods(shape[1]), places(shape[2]), paging);
    }

    private static List<String> cells(List<IndicatorChoice> choices, List<Period> periods, List<Long> places) {
        return choices.stream()
                .flatMap(choice -> periods.stream().flatMap(period -> places.stream()
                        .map(place -> choice.code() + " " + period.code() + " " + place)))
                .toList();
    }

    private static List<IndicatorChoice> choices(int n) {
        return IntStream.range(0, n)
                .mapToObj(it -> IndicatorChoice.of("I" + it))
                .toList();
    }

    private static List<Period> periods(int n) {
        return Stream.iterate(Period.month(YearMonth.of(2016, 1)), Period::next)
                .limit(n)
                .toList();
    }

    private static List<Long> places(int n) {
        return LongStream.range(0, n).boxed().toList();
    }
}
