package vn.tungnha.shared.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Places as tiles where they lie towards each other; the darker the more. Step 0 = no figure. */
public record TileMap(List<Tile> tiles, List<Key> keys, int columns, int rows) {

    private static final int FIRST_DARK = 4;
    private static final int LONG_NAME = 14;

    /** One place to draw; column and row count from 1, at most 8. */
    public record Place(
            String name,
            String url,
            @Nullable Number value,
            String text,
            String note,
            String level,
            int column,
            int row,
            boolean picked) {}

    /** One tile drawn. */
    public record Tile(
            String name,
            String url,
            String place,
            String css,
            String text,
            String note,
            String level,
            int column,
            int row,
            int step) {

        /** Whether it takes white words. */
        public boolean dark() {
            return step >= FIRST_DARK;
        }

        /** The name, on two lines where it is long. */
        public List<String> words() {
            int middle = name.length() < LONG_NAME ? -1 : name.indexOf(' ', name.length() / 2 - 1);
            return middle < 0 ? List.of(name) : List.of(name.substring(0, middle), name.substring(middle + 1));
        }
    }

    /** One step of the legend. */
    public record Key(int step, String text) {}

    /** @param bounds four rising bounds between the five steps */
    public static TileMap of(List<Place> places, double[] bounds, DoubleFunction<String> format) {
        List<Tile> tiles = places.stream()
                .map(place -> new Tile(
                        place.name(),
                        place.url(),
                        "c" + place.column() + " r" + place.row(),
                        "step-" + step(place.value(), bounds) + (place.picked() ? " picked" : ""),
                        place.text(),
                        place.note(),
                        place.level(),
                        place.column(),
                        place.row(),
                        step(place.value(), bounds)))
                .toList();
        return new TileMap(
                tiles,
                keys(bounds, format),
                places.stream().mapToInt(Place::column).max().orElse(1),
                places.stream().mapToInt(Place::row).max().orElse(1));
    }

    /** The legend of some bounds. */
    static List<Key> keys(double[] bounds, DoubleFunction<String> format) {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key(1, "< " + format.apply(bounds[0])));
        for (int i = 1; i < bounds.length; i++) {
            keys.add(new Key(i + 1, format.apply(bounds[i - 1]) + "–" + format.apply(bounds[i])));
        }
        keys.add(new Key(bounds.length + 1, "≥ " + format.apply(bounds[bounds.length - 1])));
        return keys;
    }

    /** From 1, the least, to one more than there are bounds; 0 without a value. */
    public static int step(@Nullable Number value, double[] bounds) {
        if (value == null) {
            return 0;
        }
        int step = 1;
        for (double bound : bounds) {
            if (value.doubleValue() >= bound) {
                step++;
            }
        }
        return step;
    }
}
