package vn.tungnha.shared.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.chart.BarChart.Bar;
import vn.tungnha.shared.chart.TileMap.Place;

class SmallChartsTests {

    @Test
    void drawsNoSparklineWithoutValues() {
        Sparkline line = Sparkline.tile(Arrays.asList(null, null, null), 90, "không có");

        assertThat(line.path()).isEmpty();
        assertThat(line.end()).isNull();
        assertThat(line.targetY()).isNotNull();
    }

    @Test
    void keepsAFlatSparklineInTheMiddle() {
        assertThat(Sparkline.row(List.of(5, 5, 5), "bằng nhau").end().y()).isEqualTo("11");
    }

    @Test
    void leavesOutTheAreaUnderAGap() {
        Sparkline line = Sparkline.tile(Arrays.asList(1, 2, null, 3, 4), null, "có chỗ trống");

        assertThat(line.area().chars().filter(c -> c == 'z').count()).isEqualTo(2);
    }

    @Test
    void fillsABulletInPercentOfItsTrack() {
        Bullet bullet = Bullet.of(77, 80, 100, "near", "");

        assertThat(bullet.fill()).isEqualTo("77%");
        assertThat(bullet.target()).isEqualTo("80%");
        assertThat(Bullet.of(138.43, 100, 100, "good", "").fill()).isEqualTo("100%");
        assertThat(Bullet.of(null, 80, 100, "none", "").fill()).isNull();
        assertThat(Bullet.of(5, null, 0, "main", "").fill()).isEqualTo("0%");
    }

    @Test
    void drawsNoArcBeforeTheFirstVisit() {
        assertThat(Ring.of(0, 12, "0/12", "", "").dash()).isEmpty();
        assertThat(Ring.of(7, 12, "7/12", "", "").dash()).isEqualTo("58.3 100");
        assertThat(Ring.of(3, 0, "3/0", "", "").dash()).isEmpty();
    }

    @Test
    void startsBarsAtZeroAndOutlinesWhatIsStillUnknown() {
        List<Bar> bars = List.of(
                new Bar("QIII", 70.1, 70, true), new Bar("QIV", 88.5, 90, false), new Bar("QI", null, 95, false));

        BarChart chart = BarChart.of("Quý", bars, Vn.vi()::percent, Vn.vi()::percent, "đổi mẫu số");

        assertThat(chart.yTicks().get(0).text()).isEqualTo("0,0%");
        assertThat(chart.columns())
                .extracting(BarChart.Column::css)
                .containsExactly("bar-old", "fill-main", "bar-empty");
        assertThat(chart.columns().get(2).text()).isNull();
        assertThat(chart.breaks()).extracting(Mark::text).containsExactly("đổi mẫu số");
    }

    @Test
    void marksEveryChangeAndKeepsTheirWordsApart() {
        List<Bar> bars = List.of(
                new Bar("QI", 70, null, true),
                new Bar("QII", 71, null, true, "đổi cách tính"),
                new Bar("QIII", 72, null, false, "sắp xếp"));

        assertThat(BarChart.of("Quý", bars, Vn.vi()::percent, Vn.vi()::percent, null)
                        .breaks())
                .extracting(Mark::text, Mark::y)
                .containsExactly(tuple("đổi cách tính", "14"), tuple("sắp xếp", "27"));
    }

    @Test
    void standsWithoutAnyBar() {
        assertThat(BarChart.of("Trống", List.of(), Vn.vi()::percent, Vn.vi()::percent, null)
                        .columns())
                .isEmpty();
    }

    @Test
    void putsTilesIntoFiveStepsAndAnUnknownIntoNone() {
        double[] bounds = {85, 88, 90, 92};
        List<Place> places = List.of(place(84.2), place(85.0), place(null), place(92.0));

        TileMap map = TileMap.of(places, bounds, value -> Vn.vi().percent(value, 0));

        assertThat(map.tiles()).extracting(TileMap.Tile::css).containsExactly("step-1", "step-2", "step-0", "step-5");
        assertThat(map.keys())
                .extracting(TileMap.Key::text)
                .containsExactly("< 85%", "85%–88%", "88%–90%", "90%–92%", "≥ 92%");
    }

    private static Place place(Double value) {
        return new Place("An Khê", "/", value, "", "", "good", 1, 1, false);
    }
}
