package vn.tungnha.visits.web;

import static vn.tungnha.visits.web.JsonFields.instant;
import static vn.tungnha.visits.web.JsonFields.required;
import static vn.tungnha.visits.web.JsonFields.texts;
import static vn.tungnha.visits.web.JsonFields.uuid;
import static vn.tungnha.visits.web.JsonFields.uuids;
import static vn.tungnha.visits.web.JsonFields.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.CountCommand;
import vn.tungnha.visits.DeskCommand;
import vn.tungnha.visits.Notice;
import vn.tungnha.visits.Outcome;
import vn.tungnha.visits.Place;
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
        @Nullable List<ResidentPayload> newResidents,
        @Nullable String place,
        @Nullable DeskPayload desk,
        @Nullable List<TurnsPayload> turns) {

    /** Where a contact was that came to a desk; name and start only where the desk is told for the first time. */
    record DeskPayload(
            @Nullable String id,
            @Nullable String name,
            @Nullable String village,
            @Nullable String topic,
            @Nullable String startedAt) {}

    record TurnsPayload(@Nullable String topic, @Nullable Integer turns) {}

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

    boolean atDesk() {
        return required(word(Place.class, place == null ? Place.HOME.name() : place, "place"), "place") == Place.DESK;
    }

    /** Turns without names: a contact at a desk that names no household. */
    boolean counted() {
        return atDesk() && turns != null && householdId == null;
    }

    CountCommand count() {
        Map<String, Integer> told = new LinkedHashMap<>();
        List<TurnsPayload> given = turns == null ? List.of() : turns;
        for (int i = 0; i < given.size(); i++) {
            String here = "turns[" + i + "]";
            TurnsPayload one = required(given.get(i), here);
            told.merge(required(one.topic(), here + ".topic"), required(one.turns(), here + ".turns"), Integer::sum);
        }
        return new CountCommand(
                uuid(id, "id"),
                deskId(""),
                team("teamId"),
                required(instant(visitedAt, "visitedAt"), "visitedAt"),
                told);
    }

    /** The desk to open on the way; null where it is merely named. */
    @Nullable
    DeskCommand opening() {
        DeskPayload given = desk;
        if (given == null || given.name() == null) {
            return null;
        }
        return new DeskCommand(
                deskId(""),
                team("teamId"),
                given.name(),
                given.village(),
                given.topic(),
                required(
                        instant(given.startedAt() == null ? visitedAt : given.startedAt(), "desk.startedAt"),
                        "desk.startedAt"));
    }

    private UUID deskId(String at) {
        return uuid(required(desk, at + "desk").id(), at + "desk.id");
    }

    /** @param at where this body stands in the request: empty, or {@code visit.} inside a correction */
    VisitCommand command(String at) {
        if (turns != null) {
            throw RuleBroken.at(at + "turns", "paper.error.turns-only");
        }
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
                residents(at + "newResidents"),
                atDesk() ? deskId(at) : null);
    }

    /** Only those who are new, told ahead of a visit of theirs. */
    VisitCommand newcomers() {
        return new VisitCommand(
                uuid(id, "id"),
                uuid(householdId, "householdId"),
                0,
                List.of(),
                required(instant(visitedAt, "visitedAt"), "visitedAt"),
                Outcome.ABSENT,
                List.of(),
                List.of(),
                0,
                List.of(),
                null,
                null,
                null,
                household("newHousehold."),
                residents("newResidents"));
    }

    private List<VisitCommand.Activation> activations(String at) {
        List<VisitCommand.Activation> told = new ArrayList<>();
        List<ActivationPayload> given = activations == null ? List.of() : activations;
        for (int i = 0; i < given.size(); i++) {
            ActivationPayload one = required(given.get(i), at + "[" + i + "]");
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
            ResidentPayload one = required(given.get(i), at + "[" + i + "]");
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
}
