package vn.tungnha.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tungnha.maps.LayerReading.Why;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.chart.Spot;

class GeoJsonTests {

    static final String SQUARE = "[[108,16],[108.1,16],[108.1,16.1],[108,16.1],[108,16]]";

    private static final Map<String, Long> KNOWN = Map.of("00007", 7L, "20242", 1L, "20194", 2L, "20242-T1", 3L);

    @Test
    void readsPolygonsWithHolesAndSeveralParts() {
        String hole = "[[108.02,16.02],[108.04,16.02],[108.04,16.04],[108.02,16.02]]";
        GeoFeature polygon =
                read(feature("{}", "Polygon", "[" + SQUARE + "," + hole + "]")).get(0);
        GeoFeature parts = read(feature("{}", "MultiPolygon", "[[" + SQUARE + "],[" + hole + "]]"))
                .get(0);

        assertThat(polygon.outline().polygons()).hasSize(1);
        assertThat(polygon.outline().polygons().get(0)).extracting(List::size).containsExactly(4, 3);
        assertThat(polygon.outline().polygons().get(0).get(0)).startsWith(new Spot(10_800_000, 1_600_000));
        assertThat(parts.outline().polygons()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Point|[108,16]|NO_SHAPE",
                "Polygon|[]|BAD_SHAPE",
                "MultiPolygon|[]|BAD_SHAPE",
                "Polygon|[[[108,16],[108.1,16],[108,16]]]|BAD_SHAPE",
                "Polygon|[[[108,16],[108.1,\"16\"],[108.1,16.1],[108,16]]]|BAD_SHAPE",
                "Polygon|[[[108,16],[108.1],[108.1,16.1],[108,16]]]|BAD_SHAPE",
                "Polygon|[[[16,108],[16,108.1],[16.1,108.1],[16,108]]]|ELSEWHERE_ON_EARTH",
                "Polygon|[[[450000,1780000],[451000,1780000],[451000,1781000],[450000,1780000]]]|ELSEWHERE_ON_EARTH"
            })
    void saysWhyAShapeCannotBeUsed(String type, String coordinates, Why why) {
        assertThat(read(feature("{}", type, coordinates)).get(0).fault()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"FeatureCollection\",\"features\":[|maps.error.json",
                "{\"type\":\"Feature\"}|maps.error.collection",
                "[]|maps.error.collection",
                "{\"type\":\"FeatureCollection\",\"features\":[]}|maps.error.empty"
            })
    void refusesWhatIsNoCollection(String text, String key) {
        assertThatThrownBy(() -> GeoJson.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.getKey()).isEqualTo(key);
                    assertThat(broken.getField()).isEqualTo("file");
                });
    }

    @Test
    void findsTheCodeAmongTheProperties() {
        LayerReading reading = LayerReading.of(
                read(
                        square("{\"OBJECTID\":7,\"ma\":20242,\"ten\":\"Thanh Khê\"}"),
                        square("{\"OBJECTID\":8,\"ma\":\"20194\"}"),
                        square("{\"OBJECTID\":9,\"ma\":7.0}")),
                KNOWN,
                null);

        assertThat(reading.property()).isEqualTo("ma");
        assertThat(reading.properties()).containsExactly("OBJECTID", "ma", "ten");
        assertThat(reading.shapes()).containsOnlyKeys(1L, 2L, 7L);
        assertThat(reading.refused()).isEmpty();
    }

    @Test
    void takesThePropertyItIsTold() {
        var features = read(square("{\"cu\":\"20194\",\"moi\":\"20242\"}"), square("{\"cu\":\"1\",\"moi\":\"00007\"}"));

        assertThat(LayerReading.of(features, KNOWN, null).property()).isEqualTo("moi");
        assertThat(LayerReading.of(features, KNOWN, "cu").shapes()).containsOnlyKeys(2L);
        assertThat(LayerReading.of(features, KNOWN, "none").property()).isEqualTo("moi");
    }

    @Test
    void namesEveryFeatureItRefuses() {
        LayerReading reading = LayerReading.of(
                        read(
                                square("{\"ma\":\"20242\",\"ten\":\"Thanh Khê\"}"),
                                square("{\"ma\":\"20242\",\"ten\":\"Thanh Khê\"}"),
                                square("{\"ma\":\"99999\",\"ten\":\"Không Đâu\"}"),
                                square("{\"ma\":\"00001\",\"ten\":\"Ba Đình\"}"),
                                square("{\"ten\":\"Vô Danh\"}"),
                                feature("{\"ma\":\"20194\"}", "Point", "[108,16]")),
                        KNOWN,
                        null)
                .explained(Map.of("00001", Why.OTHER_PROVINCE));

        assertThat(reading.shapes()).containsOnlyKeys(1L);
        assertThat(reading.refused())
                .containsExactly(
                        new LayerReading.Refusal(2, "20242", "Thanh Khê", Why.TWICE),
                        new LayerReading.Refusal(3, "99999", "Không Đâu", Why.UNKNOWN),
                        new LayerReading.Refusal(4, "00001", "Ba Đình", Why.OTHER_PROVINCE),
                        new LayerReading.Refusal(5, "", "Vô Danh", Why.NO_CODE),
                        new LayerReading.Refusal(6, "20194", "", Why.NO_SHAPE));
    }

    private static String square(String properties) {
        return feature(properties, "Polygon", "[" + SQUARE + "]");
    }

    static String feature(String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    static byte[] collection(String... features) {
        return ("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<GeoFeature> read(String... features) {
        return GeoJson.read(collection(features));
    }
}
