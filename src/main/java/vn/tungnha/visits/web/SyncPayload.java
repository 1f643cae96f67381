package vn.tungnha.visits.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Correction;

/**
 * What a phone sends of its queue.
 *
 * @param of the visit a correction or a withdrawal is about
 * @param sentAt by the phone's clock
 * @param storedAt when it was told, by the phone's clock; may be absent
 * @param clock {@code wall} where the times in the body do not come from the phone's clock; absent in older queues
 */
record SyncPayload(
        @Nullable Integer v,
        @Nullable String kind,
        @Nullable String of,
        @Nullable String sentAt,
        @Nullable String storedAt,
        @Nullable String clock,
        @Nullable Seen seen,
        @Nullable JsonNode body) {

    private static final List<String> KINDS = List.of("visit", "newcomer", "desk", "correction", "withdrawal");

    /** @param at when the snapshot was taken, by our clock */
    record Seen(@Nullable String at) {}

    String told() {
        if (kind == null || !KINDS.contains(kind)) {
            throw RuleBroken.at("kind", "visits.error.word", String.join(", ", KINDS));
        }
        return kind;
    }

    UUID about() {
        return JsonFields.uuid(of, "of");
    }

    @Nullable
    Instant sent() {
        return moment(sentAt, "sentAt");
    }

    /** A hint, and queues of all releases are taken: what cannot be read is none. */
    @Nullable
    Instant stored() {
        try {
            return moment(storedAt, "storedAt");
        } catch (RuleBroken unreadable) {
            return null;
        }
    }

    boolean wall() {
        return "wall".equals(clock);
    }

    /** Half a hint is none: what the phone saw only ever makes us more lenient. */
    @Nullable
    Instant seenAt() {
        return seen == null ? null : moment(seen.at(), "seen.at");
    }

    VisitPayload visit(JsonMapper json) {
        return read(VisitPayload.class, json);
    }

    Correction correction(JsonMapper json) {
        return read(VisitApi.CorrectionPayload.class, json).correction(about());
    }

    @Nullable
    String reason(JsonMapper json) {
        return read(VisitApi.WithdrawalPayload.class, json).reason();
    }

    private <T> T read(Class<T> type, JsonMapper json) {
        if (body == null || !body.isObject()) {
            throw RuleBroken.at("body", "visits.error.missing");
        }
        return json.treeToValue(body, type);
    }

    private static @Nullable Instant moment(@Nullable String text, String at) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw RuleBroken.at(at, "visits.error.moment");
        }
    }
}
