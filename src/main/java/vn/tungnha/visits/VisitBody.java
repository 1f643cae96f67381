package vn.tungnha.visits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The canonical JSON of what was said: keys in order, and nothing that is null, empty or zero, so that a field left out
 * equals its default and a field added in later releases does not change old hashes.
 */
record VisitBody(String json) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static VisitBody of(Object told) {
        return new VisitBody(MAPPER.writeValueAsString(canonical(MAPPER.valueToTree(told))));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    VisitCommand command() {
        return as(VisitCommand.class);
    }

    <T> T as(Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** As plain maps, lists and values. */
    Object tree() {
        return MAPPER.readValue(json, Object.class);
    }

    private static JsonNode canonical(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode result = MAPPER.createArrayNode();
            array.forEach(item -> result.add(canonical(item)));
            return result;
        }
        if (!(node instanceof ObjectNode)) {
            return node;
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> {
            if (!isDefault(field.getValue())) {
                fields.put(field.getKey(), canonical(field.getValue()));
            }
        });
        ObjectNode result = MAPPER.createObjectNode();
        fields.forEach(result::set);
        return result;
    }

    private static boolean isDefault(JsonNode value) {
        return value.isNull()
                || (value.isArray() && value.isEmpty())
                || (value.isIntegralNumber() && value.asLong() == 0)
                || (value.isBoolean() && !value.asBoolean());
    }
}
