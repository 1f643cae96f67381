package vn.tungnha.maps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.maps.LayerReading.Why;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.chart.Outline;
import vn.tungnha.shared.chart.Spot;

/** Reads a GeoJSON FeatureCollection of polygons (RFC 7946); degrees of WGS 84, east before north. */
final class GeoJson {

    static final int MOST_FEATURES = 5_000;
    static final int MOST_SPOTS = 600_000;

    private static final int LONGEST_VALUE = 200;
    private static final int LEAST_SPOTS = 3;

    /** Where a Vietnamese unit can lie, its islands included. */
    private static final double WEST = 101;

    private static final double EAST = 119;
    private static final double SOUTH = 5;
    private static final double NORTH = 24.5;

    private static final JsonMapper JSON = new JsonMapper();

    private int spots;

    private GeoJson() {}

    /** A shape that cannot be used. */
    private static final class Faulty extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Why why;

        Faulty(Why why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }

    /** @throws RuleBroken at {@code file} when it is no such collection, or too large */
    static List<GeoFeature> read(byte[] content) {
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (JacksonException broken) {
            throw RuleBroken.at("file", "maps.error.json");
        }
        if (!root.path("type").asString("").equals("FeatureCollection")
                || !root.path("features").isArray()) {
            throw RuleBroken.at("file", "maps.error.collection");
        }
        if (root.path("features").size() > MOST_FEATURES) {
            throw RuleBroken.at("file", "maps.error.features", MOST_FEATURES);
        }
        GeoJson reader = new GeoJson();
        List<GeoFeature> features = new ArrayList<>();
        for (JsonNode feature : root.path("features")) {
            features.add(reader.feature(features.size() + 1, feature));
        }
        if (features.isEmpty()) {
            throw RuleBroken.at("file", "maps.error.empty");
        }
        return features;
    }

    private GeoFeature feature(int number, JsonNode feature) {
        Map<String, String> properties = new LinkedHashMap<>();
        feature.path("properties").properties().forEach(property -> {
            if (property.getValue().isValueNode() && !property.getValue().isNull()) {
                String value = property.getValue().asString().strip();
                properties.put(property.getKey(), value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
            }
        });
        try {
            return new GeoFeature(number, properties, outline(feature.path("geometry")), null);
        } catch (Faulty faulty) {
            return new GeoFeature(number, properties, null, faulty.why);
        }
    }

    private Outline outline(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> new Outline(List.of(polygon(coordinates)));
            case "MultiPolygon" -> {
                List<List<List<Spot>>> polygons = new ArrayList<>();
                for (JsonNode polygon : coordinates) {
                    polygons.add(polygon(polygon));
                }
                if (polygons.isEmpty()) {
                    throw new Faulty(Why.BAD_SHAPE);
                }
                yield new Outline(List.copyOf(polygons));
            }
            default -> throw new Faulty(Why.NO_SHAPE);
        };
    }

    private List<List<Spot>> polygon(JsonNode coordinates) {
        List<List<Spot>> rings = new ArrayList<>();
        for (JsonNode ring : coordinates) {
            rings.add(ring(ring));
        }
        if (rings.isEmpty()) {
            throw new Faulty(Why.BAD_SHAPE);
        }
        return List.copyOf(rings);
    }

    /** Open at its end, without the same spot twice in a row. */
    private List<Spot> ring(JsonNode coordinates) {
        List<Spot> ring = new ArrayList<>();
        for (JsonNode position : coordinates) {
            if (++spots > MOST_SPOTS) {
                throw RuleBroken.at("file", "maps.error.spots", MOST_SPOTS);
            }
            Spot spot = spot(position);
            if (ring.isEmpty() || !ring.get(ring.size() - 1).equals(spot)) {
                ring.add(spot);
            }
        }
        if (ring.size() > 1 && ring.get(0).equals(ring.get(ring.size() - 1))) {
            ring.remove(ring.size() - 1);
        }
        if (ring.size() < LEAST_SPOTS) {
            throw new Faulty(Why.BAD_SHAPE);
        }
        return List.copyOf(ring);
    }

    private static Spot spot(JsonNode position) {
        if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
            throw new Faulty(Why.BAD_SHAPE);
        }
        double east = position.path(0).asDouble();
        double north = position.path(1).asDouble();
        if (!(east >= WEST && east <= EAST && north >= SOUTH && north <= NORTH)) {
            throw new Faulty(Why.ELSEWHERE_ON_EARTH);
        }
        return Spot.at(east, north);
    }
}
