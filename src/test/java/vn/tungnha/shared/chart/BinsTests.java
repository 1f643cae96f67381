package vn.tungnha.shared.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinsTests {

    @Test
    void sortsValuesIntoRoundSpans() {
        Bins bins = Bins.of(new double[] {71, 72.5, 75, 79.9, 80, 90}, 4);

        assertThat(bins.low()).isEqualTo(70);
        assertThat(bins.width()).isEqualTo(5);
        assertThat(bins.counts()).containsExactly(2, 2, 1, 1);
        assertThat(bins.most()).isEqualTo(2);
    }

    @Test
    void putsABoundIntoTheSpanAboveIt() {
        Bins bins = Bins.of(new double[] {0, 5, 10}, 2);

        assertThat(bins.index(5)).isEqualTo(1);
        assertThat(bins.index(10)).isEqualTo(bins.counts().size() - 1);
    }

    @Test
    void hasNoSpansWithoutValuesAndRoomAroundASingleOne() {
        assertThat(Bins.of(new double[0], 10).counts()).isEmpty();
        Bins flat = Bins.of(new double[] {50, 50, 50}, 10);
        assertThat(flat.counts().stream().mapToInt(it -> it).sum()).isEqualTo(3);
        assertThat(flat.most()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void losesNoValueAndKeepsEachBetweenItsBounds(long seed) {
        double[] values = new Random(seed).doubles(200, -20, 140).toArray();

        Bins bins = Bins.of(values, 10);

        assertThat(bins.counts().stream().mapToInt(it -> it).sum()).isEqualTo(200);
        DoubleStream.of(values).forEach(value -> assertThat(value)
                .isBetween(bins.from(bins.index(value)) - 1e-6, bins.to(bins.index(value)) + 1e-6));
    }

    @Test
    void findsTheMiddle() {
        assertThat(Bins.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(Bins.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
        assertThat(Bins.median(new double[0])).isNull();
    }

    @Test
    void drawsABarForEachSpanAndAStrokeForEachValue() {
        double[] values = {71, 72.5, 75, 79.9, 80, 90};
        Histogram chart = Histogram.of(
                "Phân bố",
                values,
                Bins.of(values, 4),
                String::valueOf,
                null,
                new Histogram.Point(95, "Chỉ tiêu"),
                new Histogram.Point(71, "An Khê"));

        assertThat(chart.bars()).extracting(Histogram.Bar::count).containsExactly("2", "2", "1", "1");
        assertThat(chart.strokes()).hasSize(6);
        assertThat(chart.target()).isNotNull();
        assertThat(Double.parseDouble(Objects.requireNonNull(chart.picked()).x()))
                .isLessThan(Double.parseDouble(
                        Objects.requireNonNull(chart.target()).x()));
    }
}
