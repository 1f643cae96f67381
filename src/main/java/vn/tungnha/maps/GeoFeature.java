package vn.tungnha.maps;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.chart.Outline;

/**
 * One feature of a file.
 *
 * @param number where it stands in the file, from 1
 * @param fault why its shape cannot be used; null when {@code outline} is there
 */
record GeoFeature(
        int number,
        Map<String, String> properties,
        @Nullable Outline outline,
        LayerReading.@Nullable Why fault) {

    private static final List<String> NAMES = List.of("ten", "name", "xa", "phuong", "commune", "ward");

    /** What people may call it: the property that sounds most like a name, else nothing. */
    String name() {
        return NAMES.stream()
                .flatMap(sound -> properties.entrySet().stream()
                        .filter(property ->
                                property.getKey().toLowerCase(Locale.ROOT).contains(sound)))
                .map(Map.Entry::getValue)
                .filter(value -> value.chars().anyMatch(Character::isLetter))
                .findFirst()
                .orElse("");
    }
}
