package vn.tungnha.shared.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shape of a place: polygons of rings, the first of each its outside, the others holes; rings are not closed. */
public record Outline(List<List<List<Spot>>> polygons) {

    public Stream<List<Spot>> rings() {
        return polygons.stream().flatMap(List::stream);
    }

    public Stream<Spot> spots() {
        return rings().flatMap(List::stream);
    }

    public int size() {
        return rings().mapToInt(List::size).sum();
    }

    /** As one line: spots by spaces, rings by semicolons, polygons by bars. */
    public String text() {
        return polygons.stream()
                .map(rings -> rings.stream()
                        .map(ring -> ring.stream()
                                .map(spot -> spot.x() + " " + spot.y())
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("|"));
    }

    /** Reads what {@link #text} wrote. */
    public static Outline parse(String text) {
        return new Outline(Arrays.stream(text.split("\\|"))
                .map(rings -> Arrays.stream(rings.split(";")).map(Outline::ring).toList())
                .toList());
    }

    private static List<Spot> ring(String text) {
        String[] numbers = text.split(" ");
        Spot[] ring = new Spot[numbers.length / 2];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Spot(Integer.parseInt(numbers[2 * i]), Integer.parseInt(numbers[2 * i + 1]));
        }
        return List.of(ring);
    }
}
