package vn.tungnha.shared.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Places in their own shapes, shaded like {@link TileMap}. What lies far off the rest, such as islands at sea, stands in a
 * frame of its own.
 *
 * @param picked path of the place that was picked, to be drawn over all others; null without one
 */
public record ShapeMap(
        List<Region> regions,
        List<Frame> frames,
        List<TileMap.Key> keys,
        int width,
        int height,
        @Nullable String picked) {

    public static final int WIDTH = 720;

    private static final int HIGHEST = 640;
    private static final int FRAME = 132;
    private static final int GAP = 12;
    private static final int WORDS = 36;
    private static final double FINENESS = 0.35;
    private static final int FIRST_DARK = 4;

    /** One place to draw; an empty level is not spoken of. */
    public record Place(
            String name,
            String url,
            @Nullable Number value,
            String text,
            String note,
            String level,
            Outline outline,
            boolean picked) {}

    /** One place drawn; label is where its words fit, null where they do not. */
    public record Region(
            String name,
            String url,
            String text,
            String note,
            String level,
            String path,
            @Nullable Label label,
            @Nullable Frame frame,
            int step) {

        /** Whether it takes white words. */
        public boolean dark() {
            return step >= FIRST_DARK;
        }
    }

    /** The middle of the words. */
    public record Label(int x, int y) {}

    /** A box of its own scale. */
    public record Frame(int x, int y, int width, int height) {}

    /** @param bounds four rising bounds between the five steps */
    public static ShapeMap of(List<Place> places, double[] bounds, DoubleFunction<String> format) {
        List<List<Integer>> groups =
                Islands.groups(places.stream().map(Place::outline).toList());
        Sheet[] sheets = new Sheet[places.size()];
        Frame[] alone = new Frame[places.size()];
        Sheet main =
                sheet(places, groups.get(0), new Frame(0, 0, groups.size() > 1 ? WIDTH - FRAME - GAP : WIDTH, HIGHEST));
        groups.get(0).forEach(place -> sheets[place] = main);
        List<Frame> frames = new ArrayList<>();
        for (List<Integer> group : groups.subList(1, groups.size())) {
            Frame frame = new Frame(WIDTH - FRAME - 1, 1 + frames.size() * (FRAME + GAP), FRAME, FRAME);
            frames.add(frame);
            Sheet sheet = sheet(
                    places,
                    group,
                    new Frame(frame.x() + GAP, frame.y() + GAP, FRAME - 2 * GAP, FRAME - 2 * GAP - WORDS));
            group.forEach(place -> {
                sheets[place] = sheet;
                alone[place] = group.size() == 1 ? frame : null;
            });
        }
        List<Outline> simple = simple(places, sheets);
        List<Region> regions = new ArrayList<>();
        String picked = null;
        for (int i = 0; i < sheets.length; i++) {
            regions.add(region(places.get(i), simple.get(i), sheets[i], alone[i], bounds));
            picked = places.get(i).picked() ? regions.get(i).path() : picked;
        }
        int bottom = frames.isEmpty() ? 0 : frames.get(frames.size() - 1).y() + FRAME + 1;
        return new ShapeMap(
                List.copyOf(regions),
                List.copyOf(frames),
                TileMap.keys(bounds, format),
                WIDTH,
                Math.max(main.height(), bottom),
                picked);
    }

    private static Sheet sheet(List<Place> places, List<Integer> drawn, Frame frame) {
        return Sheet.fitting(drawn.stream().map(i -> places.get(i).outline()).toList(), frame);
    }

    private static List<Outline> simple(List<Place> places, Sheet[] sheets) {
        Outline[] simple = new Outline[sheets.length];
        IntStream.range(0, sheets.length)
                .boxed()
                .collect(Collectors.groupingBy(i -> sheets[i]))
                .forEach((sheet, drawn) -> Borders.simplify(
                                drawn.stream().collect(Collectors.toMap(i -> i, i -> places.get(i)
                                        .outline())),
                                FINENESS / sheet.scale())
                        .forEach((i, outline) -> simple[i] = outline));
        return List.of(simple);
    }

    private static Region region(Place place, Outline simple, Sheet sheet, @Nullable Frame alone, double[] bounds) {
        return new Region(
                place.name(),
                place.url(),
                place.text(),
                place.note(),
                place.level(),
                sheet.path(simple),
                alone == null
                        ? LabelPlace.of(simple, sheet, place.name(), place.text())
                        : new Label(alone.x() + alone.width() / 2, alone.y() + alone.height() - WORDS / 2 - 6),
                alone,
                TileMap.step(place.value(), bounds));
    }
}
