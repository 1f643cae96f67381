package vn.tungnha.shared.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.chart.LineChart.Frame;

class LineChartTests {

    private static final List<String> MONTHS = List.of("01", "02", "03", "04", "05");

    @Test
    void leavesAGapWhereAPeriodIsMissing() {
        LineChart chart = chart(series(80.0, 82.0, null, 84.0, 86.0));

        String path = chart.lines().get(0).path();
        assertThat(path.chars().filter(c -> c == 'M').count()).isEqualTo(2);
        assertThat(path.chars().filter(c -> c == 'L').count()).isEqualTo(2);
    }

    @Test
    void showsALonePointAsADot() {
        LineChart chart = chart(series(null, null, 50.0, null, null));

        assertThat(chart.lines().get(0).path()).endsWith("h0").startsWith("M");
        assertThat(chart.lines().get(0).end()).isNotNull();
    }

    @Test
    void standsWithoutAnyValue() {
        LineChart chart = chart(series(null, null, null, null, null));

        assertThat(chart.empty()).isTrue();
        assertThat(chart.lines()).isEmpty();
        assertThat(chart.yTicks()).extracting(Mark::text).contains("0,0%", "100,0%");
    }

    @Test
    void keepsAFlatSeriesInsideTheFrame() {
        LineChart chart = chart(series(90.0, 90.0, 90.0, 90.0, 90.0));

        double y = Double.parseDouble(chart.lines().get(0).end().y());
        assertThat(y).isBetween(14.0, 230.0);
        assertThat(chart.yTicks()).hasSizeGreaterThan(2);
    }

    @Test
    void coversTheTargetToo() {
        LineChart chart = LineChart.of(
                List.of(series(10.0, 11.0, 12.0, 13.0, 14.0)), MONTHS, frame().withTarget(90, "Chỉ tiêu 90%"));

        assertThat(Double.parseDouble(chart.target().y())).isBetween(14.0, 230.0);
    }

    @Test
    void highlightsFourLinesAndGreysTheRest() {
        List<Series> six = IntStream.range(0, 6)
                .mapToObj(i -> new Series("Tổ " + i, List.of(10 + i, 20 + i, 30 + i, 40 + i, 50 + i), true))
                .toList();

        LineChart chart = LineChart.of(six, MONTHS, frame());

        assertThat(chart.lines()).extracting(LineChart.Line::number).containsExactly(1, 2, 3, 4);
        assertThat(chart.others()).hasSize(2);
    }

    @Test
    void keepsEndLabelsApart() {
        List<Series> close = IntStream.range(0, 4)
                .mapToObj(i -> new Series("Tổ " + i, List.of(90.0 + i * 0.01, 90.0 + i * 0.01), true))
                .toList();

        LineChart chart = LineChart.of(close, List.of("01", "02"), frame());

        List<Double> ys = chart.lines().stream()
                .map(line -> Double.parseDouble(line.end().y()))
                .sorted()
                .toList();
        assertThat(IntStream.range(1, 4).mapToObj(i -> ys.get(i) - ys.get(i - 1)))
                .allSatisfy(distance -> assertThat(distance).isGreaterThanOrEqualTo(17.9));
        assertThat(ys.get(3)).isLessThanOrEqualTo(230.0);
    }

    @Test
    void namesTheFirstAndTheLastPeriodAmongAtMostSeven() {
        List<String> periods =
                IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).toList();

        LineChart chart = LineChart.of(List.of(new Series("a", Collections.nCopies(12, 5), true)), periods, frame());

        assertThat(chart.xTicks()).hasSizeLessThanOrEqualTo(7);
        assertThat(chart.xTicks().get(0).text()).isEqualTo("1");
        assertThat(chart.xTicks().get(chart.xTicks().size() - 1).text()).isEqualTo("12");
    }

    @Test
    void marksAChangedDefinitionBetweenTwoPeriods() {
        LineChart chart =
                LineChart.of(List.of(series(1.0, 2.0, 3.0, 4.0, 5.0)), MONTHS, frame().changedAt(2, "đổi mẫu số"));

        double x = Double.parseDouble(chart.breakAt().x());
        assertThat(x)
                .isBetween(
                        Double.parseDouble(chart.xTicks().get(1).x()),
                        Double.parseDouble(chart.xTicks().get(2).x()));
    }

    private static LineChart chart(Series series) {
        return LineChart.of(List.of(series), MONTHS, frame());
    }

    private static Frame frame() {
        return Frame.of("Biểu đồ", Vn.vi()::percent);
    }

    private static Series series(@Nullable Double... values) {
        return new Series("Tân Chính", Arrays.asList(values), true);
    }
}
