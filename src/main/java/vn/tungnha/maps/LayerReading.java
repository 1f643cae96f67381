package vn.tungnha.maps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.chart.Outline;

/**
 * What a file would become: which feature is which unit, and which features are refused.
 *
 * @param property where the code stands
 * @param properties all there are, for correcting that
 * @param shapes by unit id
 * @param refused in the order of the file
 */
public record LayerReading(String property, List<String> properties, Map<Long, Outline> shapes, List<Refusal> refused) {

    private static final int CODE = 5;

    /** Why a feature is refused. */
    public enum Why {
        NO_SHAPE,
        BAD_SHAPE,
        ELSEWHERE_ON_EARTH,
        NO_CODE,
        UNKNOWN,
        NOT_IN_FORCE,
        OTHER_PROVINCE,
        TWICE
    }

    /** One feature that is refused: its number in the file, its code and name as far as it has them. */
    public record Refusal(int number, String code, String name, Why why) {}

    /**
     * @param known ids of the units a layer may hold, by code
     * @param wanted the property to take; null to find it
     */
    static LayerReading of(List<GeoFeature> features, Map<String, Long> known, @Nullable String wanted) {
        Set<String> properties = new LinkedHashSet<>();
        features.forEach(feature -> properties.addAll(feature.properties().keySet()));
        String property = wanted != null && properties.contains(wanted) ? wanted : telling(properties, features, known);
        Map<Long, Outline> shapes = new LinkedHashMap<>();
        List<Refusal> refused = new ArrayList<>();
        for (GeoFeature feature : features) {
            String code = feature.properties().getOrDefault(property, "");
            Long unit = unit(code, known);
            Outline outline = feature.outline();
            Why why = feature.fault() != null
                    ? feature.fault()
                    : code.isEmpty()
                            ? Why.NO_CODE
                            : unit == null ? Why.UNKNOWN : shapes.containsKey(unit) ? Why.TWICE : null;
            if (why != null) {
                refused.add(new Refusal(feature.number(), code, feature.name(), why));
            } else if (unit != null && outline != null) {
                shapes.put(unit, outline);
            }
        }
        return new LayerReading(property, List.copyOf(properties), shapes, List.copyOf(refused));
    }

    /** The property that most often holds the code of a known unit. */
    private static String telling(Set<String> properties, List<GeoFeature> features, Map<String, Long> known) {
        return properties.stream()
                .max(Comparator.comparingLong(property -> features.stream()
                        .map(feature -> unit(feature.properties().getOrDefault(property, ""), known))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()))
                .orElse("");
    }

    /** Programs write codes as numbers, too: zeros in front get lost, and some append ".0". */
    private static @Nullable Long unit(String written, Map<String, Long> known) {
        String code = written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
        Long unit = known.get(code);
        if (unit != null || code.isEmpty() || !code.chars().allMatch(Character::isDigit)) {
            return unit;
        }
        for (int length = code.length() + 1; length <= CODE; length++) {
            Long padded = known.get("0".repeat(length - code.length()) + code);
            if (padded != null) {
                return padded;
            }
        }
        return null;
    }

    /** The same with reasons of unknown codes made clear. */
    LayerReading explained(Map<String, Why> reasons) {
        return new LayerReading(
                property,
                properties,
                shapes,
                refused.stream()
                        .map(it -> it.why() == Why.UNKNOWN
                                ? new Refusal(
                                        it.number(), it.code(), it.name(), reasons.getOrDefault(it.code(), Why.UNKNOWN))
                                : it)
                        .toList());
    }
}
