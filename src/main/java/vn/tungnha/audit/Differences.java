package vn.tungnha.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.audit.AuditEntry.Change;

/** Sets two JSON values side by side, value by value, and keeps what differs. */
@Component
@RequiredArgsConstructor
class Differences {

    private final JsonMapper json;

    List<Change> between(@Nullable String before, @Nullable String after) {
        Map<String, String> old = flat(before);
        Map<String, String> fresh = flat(after);
        Set<String> fields = new LinkedHashSet<>(old.keySet());
        fields.addAll(fresh.keySet());
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            if (!Objects.equals(old.get(field), fresh.get(field))) {
                changes.add(new Change(field, old.get(field), fresh.get(field)));
            }
        }
        return changes;
    }

    private Map<String, String> flat(@Nullable String text) {
        Map<String, String> values = new LinkedHashMap<>();
        if (text != null) {
            collect("", json.readTree(text), values);
        }
        return values;
    }

    private static void collect(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(entry -> collect(below(path, entry.getKey()), entry.getValue(), values));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(below(path, String.valueOf(index + 1)), node.get(index), values);
            }
        } else if (!node.isNull()) {
            values.put(path, node.asString());
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
