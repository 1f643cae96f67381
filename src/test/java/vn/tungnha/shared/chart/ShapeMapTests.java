package vn.tungnha.shared.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShapeMapTests {

    private static final double[] BOUNDS = {20, 40, 60, 80};

    @Test
    void keepsASharedBorderShared() {
        Random dice = new Random(5);
        List<Spot> border = new ArrayList<>();
        for (int i = 0; i <= 400; i++) {
            border.add(new Spot(i == 0 || i == 400 ? 0 : dice.nextInt(9) - 4, i * 10));
        }
        List<Spot> east = new ArrayList<>(border);
        east.addAll(List.of(new Spot(3_000, 4_000), new Spot(3_000, 0)));
        List<Spot> west = new ArrayList<>(border);
        Collections.reverse(west);
        west.addAll(List.of(new Spot(-3_000, 0), new Spot(-3_000, 4_000)));

        Map<String, Outline> simple = Borders.simplify(Map.of("east", outline(east), "west", outline(west)), 3);

        List<Set<Spot>> shared = simple.values().stream()
                .map(it -> {
                    Set<Spot> near = new HashSet<>(it.spots().toList());
                    near.removeIf(spot -> Math.abs(spot.x()) > 100);
                    return near;
                })
                .toList();
        assertThat(shared.get(0)).isEqualTo(shared.get(1)).hasSizeLessThan(300).hasSizeGreaterThan(2);
    }

    @Test
    void movesNoCornerFartherThanAllowed() {
        List<Spot> circle = new ArrayList<>();
        for (int i = 0; i < 720; i++) {
            circle.add(new Spot((int) (10_000 * Math.cos(Math.toRadians(i / 2.0))), (int)
                    (10_000 * Math.sin(Math.toRadians(i / 2.0)))));
        }
        Outline simple = Borders.simplify(Map.of(1, outline(circle)), 50).get(1);

        assertThat(simple.size()).isBetween(20, 80);
        assertThat(simple.spots()).allMatch(spot -> Math.hypot(spot.x(), spot.y()) > 9_940);
        assertThat(Math.abs(Borders.area(simple.polygons().get(0).get(0)) / Borders.area(circle)))
                .isBetween(0.98, 1.0);
    }

    @Test
    void leavesNoPlaceWithoutAShape() {
        assertThat(Borders.simplify(Map.of(1, square(0, 0, 10)), 5_000).get(1).size())
                .isEqualTo(4);
    }

    @Test
    void readsBackWhatItWrote() {
        Outline outline = new Outline(List.of(
                List.of(
                        List.of(new Spot(0, 0), new Spot(9, 0), new Spot(0, 9)),
                        List.of(new Spot(1, 1), new Spot(2, 1), new Spot(1, 2))),
                List.of(List.of(new Spot(-5, 50), new Spot(60, 50), new Spot(50, 60)))));

        assertThat(Outline.parse(outline.text())).isEqualTo(outline);
    }

    @Test
    void shadesLikeTilesAndWritesWhereWordsFit() {
        ShapeMap map = ShapeMap.of(
                List.of(
                        place("Rộng", 95, square(10_800_000, 1_600_000, 50_000), true),
                        place("Nhỏ", 10, square(10_850_000, 1_600_000, 1_000), false),
                        place("Trống", null, square(10_850_000, 1_620_000, 30_000), false)),
                BOUNDS,
                String::valueOf);

        assertThat(map.regions()).extracting(ShapeMap.Region::step).containsExactly(5, 1, 0);
        assertThat(map.regions().get(0).dark()).isTrue();
        assertThat(map.regions().get(0).label()).isNotNull();
        assertThat(map.regions().get(1).label()).isNull();
        assertThat(map.picked()).isEqualTo(map.regions().get(0).path());
        assertThat(map.keys()).hasSize(5).isEqualTo(TileMap.keys(BOUNDS, String::valueOf));
        assertThat(map.frames()).isEmpty();
        assertThat(map.height()).isBetween(200, 640);
    }

    @Test
    void putsFarIslandsIntoAFrame() {
        ShapeMap map = ShapeMap.of(
                List.of(
                        place("Đất liền", 50, square(10_800_000, 1_600_000, 50_000), false),
                        place("Bên cạnh", 50, square(10_850_000, 1_600_000, 50_000), false),
                        place("Hoàng Sa", 50, square(11_150_000, 1_630_000, 40_000), false)),
                BOUNDS,
                String::valueOf);

        assertThat(map.frames()).hasSize(1);
        ShapeMap.Frame frame = map.frames().get(0);
        assertThat(map.regions().get(2).frame()).isEqualTo(frame);
        assertThat(map.regions().get(2).label()).isNotNull();
        assertThat(xs(map.regions().get(2))).allMatch(x -> x >= frame.x() && x <= frame.x() + frame.width());
        assertThat(xs(map.regions().get(1))).allMatch(x -> x < frame.x());
        assertThat(map.regions().get(1).frame()).isNull();
    }

    private static List<Double> xs(ShapeMap.Region region) {
        List<Double> xs = new ArrayList<>();
        for (String spot : region.path().split("[MLZ]+")) {
            if (!spot.isEmpty()) {
                xs.add(Double.valueOf(spot.split(" ")[0]));
            }
        }
        assertThat(xs).isNotEmpty();
        return xs;
    }

    private static ShapeMap.Place place(String name, @Nullable Integer value, Outline outline, boolean picked) {
        return new ShapeMap.Place(name, "/x", value, value + "%", "", "none", outline, picked);
    }

    private static Outline square(int west, int south, int side) {
        return outline(List.of(
                new Spot(west, south),
                new Spot(west + side, south),
                new Spot(west + side, south + side),
                new Spot(west, south + side)));
    }

    private static Outline outline(List<Spot> ring) {
        return new Outline(List.of(List.of(ring)));
    }
}
