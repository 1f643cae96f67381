package vn.tungnha.visits.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Notice;
import vn.tungnha.visits.Outcome;
import vn.tungnha.visits.Result;
import vn.tungnha.visits.VisitCommand;

/** The JSON body of a visit. Everything is read as text first, so that whatever is wrong can be named by its field. */
record VisitPayload(
        @Nullable String id,
        @Nullable String householdId,
        @Nullable String teamId,
        @Nullable List<@Nullable String> memberIds,
        @Nullable String visitedAt,
        @Nullable String outcome,
        @Nullable List<@Nullable String> topics,
        @Nullable List<@Nullable String> guided,
        @Nullable Integer guidedUnnamed,
        @Nullable List<ActivationPayload> activations,
        @Nullable String followUpAt,
        @Nullable String notice,
        @Nullable String note,
        @Nullable HouseholdPayload newHousehold,
        @Nullable List<ResidentPayload> newResidents) {

    record ActivationPayload(
            @Nullable String residentId,
            @Nullable String accountType,
            @Nullable String result,
            @Nullable String failureReason) {}

    record HouseholdPayload(
            @Nullable String village,
            @Nullable String kind,
            @Nullable String alley,
            @Nullable String number,
            @Nullable String label,
            @Nullable Integer children) {}

    record ResidentPayload(
            @Nullable String id,
            @Nullable String name,
            @Nullable Integer birthYear,
            @Nullable String sex,
            @Nullable Boolean householder,
            @Nullable String stay,
            @Nullable Boolean smartphone,
            @Nullable String phone) {}

    /** @param at where this body stands in the request: empty, or {@code visit.} inside a correction */
    VisitCommand command(String at) {
        return new VisitCommand(
                uuid(id, at + "id"),
                uuid(householdId, at + "householdId"),
                team(at + "teamId"),
                uuids(memberIds, at + "memberIds"),
                required(instant(visitedAt, at + "visitedAt"), at + "visitedAt"),
                required(word(Outcome.class, outcome, at + "outcome"), at + "outcome"),
                texts(topics, at + "topics"),
                uuids(guided, at + "guided"),
                guidedUnnamed == null ? 0 : guidedUnnamed,
                activations(at + "activations"),
                instant(followUpAt, at + "followUpAt"),
                word(Notice.class, notice, at + "notice"),
                note,
                household(at + "newHousehold."),
                residents(at + "newResidents"));
    }

    private List<VisitCommand.Activation> activations(String at) {
        List<VisitCommand.Activation> told = new ArrayList<>();
        List<ActivationPayload> given = activations == null ? List.of() : activations;
        for (int i = 0; i < given.size(); i++) {
            ActivationPayload one = given.get(i);
            String here = at + "[" + i + "].";
            told.add(new VisitCommand.Activation(
                    uuid(one.residentId(), here + "residentId"),
                    required(one.accountType(), here + "accountType"),
                    required(word(Result.class, one.result(), here + "result"), here + "result"),
                    one.failureReason()));
        }
        return told;
    }

    private VisitCommand.@Nullable NewHousehold household(String at) {
        HouseholdPayload given = newHousehold;
        if (given == null) {
            return null;
        }
        return new VisitCommand.NewHousehold(
                required(given.village(), at + "village"),
                given.kind(),
                required(given.alley(), at + "alley"),
                required(given.number(), at + "number"),
                given.label(),
                given.children() == null ? 0 : given.children());
    }

    private List<VisitCommand.NewResident> residents(String at) {
        List<VisitCommand.NewResident> told = new ArrayList<>();
        List<ResidentPayload> given = newResidents == null ? List.of() : newResidents;
        for (int i = 0; i < given.size(); i++) {
            ResidentPayload one = given.get(i);
            told.add(new VisitCommand.NewResident(
                    uuid(one.id(), at + "[" + i + "].id"),
                    one.name(),
                    one.birthYear(),
                    one.sex(),
                    Boolean.TRUE.equals(one.householder()),
                    one.stay(),
                    one.smartphone(),
                    one.phone()));
        }
        return told;
    }

    private long team(String at) {
        try {
            return Long.parseLong(required(teamId, at));
        } catch (NumberFormatException unreadable) {
            throw RuleBroken.at(at, "visits.error.team");
        }
    }

    static UUID uuid(@Nullable String text, String at) {
        String given = required(text, at);
        try {
            UUID id = UUID.fromString(given);
            if (id.toString().equalsIgnoreCase(given)) {
                return id;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below, with the field
        }
        throw RuleBroken.at(at, "visits.error.uuid");
    }

    private static List<UUID> uuids(@Nullable List<@Nullable String> given, String at) {
        List<UUID> ids = new ArrayList<>();
        for (String text : given == null ? List.<@Nullable String>of() : given) {
            ids.add(uuid(text, at + "[" + ids.size() + "]"));
        }
        return ids;
    }

    private static List<String> texts(@Nullable List<@Nullable String> given, String at) {
        List<String> texts = new ArrayList<>();
        for (String text : given == null ? List.<@Nullable String>of() : given) {
            texts.add(required(text, at + "[" + texts.size() + "]"));
        }
        return texts;
    }

    private static @Nullable Instant instant(@Nullable String text, String at) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw RuleBroken.at(at, "visits.error.moment");
        }
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> words, @Nullable String text, String at) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at(
                        at,
                        "visits.error.word",
                        Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static <T> T required(@Nullable T value, String at) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw RuleBroken.at(at, "visits.error.missing");
        }
        return value;
    }
}
