package vn.tungnha.demo;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.Setter;
import org.jspecify.annotations.Nullable;

/** One visit on its way into the log. */
@Getter
@Setter
@RequiredArgsConstructor
final class LoggedVisit {

    /** One account of one person. */
    record Asked(
            UUID residentId,
            String accountType,
            String result,
            @Nullable String failureReason) {}

    private final UUID id;
    private final Team team;
    private final Home home;
    private final OffsetDateTime visitedAt;
    private final String outcome;

    private final List<UUID> members = new ArrayList<>();
    private final Set<String> topics = new TreeSet<>();
    private final Set<UUID> guided = new TreeSet<>();
    private final List<Asked> asked = new ArrayList<>();

    private int guidedUnnamed;
    private @Nullable OffsetDateTime followUpAt;
    private @Nullable String notice;
    private @Nullable String note;

    boolean met() {
        return outcome.equals("MET");
    }

    /** As a phone would have sent it: keys in order, nothing that is empty. */
    String json(@Nullable String noteThen) {
        StringBuilder json = new StringBuilder(400).append('{');
        if (!asked.isEmpty()) {
            json.append("\"activations\":[");
            for (Asked each : asked) {
                json.append("{\"accountType\":\"").append(each.accountType());
                if (each.failureReason() != null) {
                    json.append("\",\"failureReason\":\"").append(each.failureReason());
                }
                json.append("\",\"residentId\":\"").append(each.residentId());
                json.append("\",\"result\":\"").append(each.result()).append("\"},");
            }
            json.setCharAt(json.length() - 1, ']');
            json.append(',');
        }
        text(json, "followUpAt", followUpAt == null ? null : followUpAt.toInstant());
        list(json, "guided", guided);
        if (guidedUnnamed > 0) {
            json.append("\"guidedUnnamed\":").append(guidedUnnamed).append(',');
        }
        text(json, "householdId", home.id());
        text(json, "id", id);
        list(json, "memberIds", members);
        text(json, "note", noteThen);
        text(json, "notice", notice);
        text(json, "outcome", outcome);
        json.append("\"teamId\":").append(team.id()).append(',');
        list(json, "topics", topics);
        text(json, "visitedAt", visitedAt.toInstant());
        json.setCharAt(json.length() - 1, '}');
        return json.toString();
    }

    private static void text(StringBuilder json, String key, @Nullable Object value) {
        if (value != null) {
            json.append('"').append(key).append("\":\"").append(value).append("\",");
        }
    }

    private static void list(StringBuilder json, String key, Iterable<?> values) {
        if (values.iterator().hasNext()) {
            json.append('"').append(key).append("\":[");
            values.forEach(value -> json.append('"').append(value).append("\","));
            json.setCharAt(json.length() - 1, ']');
            json.append(',');
        }
    }
}
