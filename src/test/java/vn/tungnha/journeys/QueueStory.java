package vn.tungnha.journeys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may befall one entry, step by step, with the plainest bookkeeping there is: one state, changed as things happen.
 * The phone, which hears of it in any order, must come to the same end.
 */
final class QueueStory {

    private final List<Map<String, Object>> events = new ArrayList<>();
    private final boolean count;
    private String state = "waiting";
    private String body = "body 0";
    private int attempts;
    private int edits;
    private int version;
    private @Nullable String status;
    private @Nullable String problem;

    private QueueStory(boolean count) {
        this.count = count;
    }

    /** A visit, or people counted at a desk. */
    String kind() {
        return count ? "desk" : "visit";
    }

    /** Each number is a throw of the dice: what of the possible things happens next. */
    static QueueStory of(List<Integer> throwsOfDice) {
        QueueStory story = new QueueStory(!throwsOfDice.isEmpty() && throwsOfDice.get(0) % 3 == 0);
        throwsOfDice.forEach(story::happens);
        return story;
    }

    List<Map<String, Object>> events() {
        return events;
    }

    Map<String, @Nullable Object> end() {
        Map<String, @Nullable Object> end = new HashMap<>();
        end.put("state", state);
        end.put("tries", attempts);
        end.put("edit", edits);
        end.put("body", body);
        end.put("receipt", status == null ? null : status + " " + version);
        end.put("problem", problem);
        return end;
    }

    private void happens(int dice) {
        switch (state) {
            case "waiting" -> {
                if (dice < 25 && attempts == 0 && !count) {
                    edited();
                } else {
                    begins();
                }
            }
            case "sending" -> answered(dice);
            case "needs" -> {
                if (status == null) {
                    refusedOnce(dice);
                }
            }
            default -> told(dice);
        }
    }

    private void begins() {
        attempts++;
        state = "sending";
        event("attempt", Map.of("attempt", attempts));
    }

    private void answered(int dice) {
        if (dice < 40) {
            state = "waiting";
            event("failed", Map.of("attempt", attempts, "nextTryAt", 1000 * attempts, "reason", "OFFLINE"));
        } else if (dice < 60) {
            state = "needs";
            problem = "CODE" + attempts;
            event("refused", Map.of("attempt", attempts, "edit", edits, "problem", Map.of("code", problem)));
        } else {
            version = 1;
            stands(dice < 75 && !count ? "NEEDS_ATTENTION" : "RECORDED");
            event("receipt", Map.of("attempt", attempts, "held", true, "place", "Phường", "receipt", receipt()));
        }
    }

    /** The person mends it (a count is none to mend), or the ward turns out to have it: an earlier attempt had arrived after all. */
    private void refusedOnce(int dice) {
        if (dice < 70 && !count) {
            edited();
        } else {
            version = 1;
            stands("RECORDED");
            event("told", receipt());
        }
    }

    private void edited() {
        edits++;
        body = "body " + edits;
        state = "waiting";
        event("edited", Map.of("edit", edits, "body", body, "outcome", "MET", "accounts", 0));
    }

    /** From here on the ward alone decides; its decisions only ever go one way. */
    private void told(int dice) {
        if ("NEEDS_ATTENTION".equals(status)) {
            stands(dice < 30 ? "DISMISSED" : "RECORDED");
        } else if (!"WITHDRAWN".equals(status)) {
            version++;
            stands(dice < 80 && !count ? "CORRECTED" : "WITHDRAWN");
        }
        event("told", receipt());
    }

    private void stands(String decided) {
        status = decided;
        state = switch (decided) {
            case "NEEDS_ATTENTION" -> "held";
            case "DISMISSED" -> "needs";
            default -> "sent";
        };
    }

    private Map<String, Object> receipt() {
        return Map.of(
                "id", "v", "status", String.valueOf(status), "version", version, "receivedAt", "2026-11-22T08:00:00Z");
    }

    private void event(String type, Map<String, ?> facts) {
        Map<String, Object> event = new HashMap<>(facts);
        event.put("type", type);
        events.add(event);
    }

    @Override
    public String toString() {
        return kind() + " " + events;
    }
}
