package vn.tungnha.visits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit as somebody tells it. Ids are made by the teller; the same id twice means the same visit.
 *
 * @param memberIds who went; empty = the member behind the account, if there is one
 * @param visitedAt a future moment is stored at server time and flagged
 * @param guided residents guided by name
 * @param guidedUnnamed how many more were guided without a name
 * @param notice null = the resident was not told
 * @param deskId the desk where it was; null at the door
 * @param newHousehold fields of the household when it is met for the first time; its id is {@code householdId}
 */
public record VisitCommand(
        UUID id,
        UUID householdId,
        long teamId,
        List<UUID> memberIds,
        Instant visitedAt,
        Outcome outcome,
        List<String> topics,
        List<UUID> guided,
        int guidedUnnamed,
        List<Activation> activations,
        @Nullable Instant followUpAt,
        @Nullable Notice notice,
        @Nullable String note,
        @Nullable NewHousehold newHousehold,
        List<NewResident> newResidents,
        @Nullable UUID deskId) {

    public VisitCommand {
        memberIds = given(memberIds);
        topics = given(topics);
        guided = given(guided);
        activations = given(activations);
        newResidents = given(newResidents);
        note = note == null || note.isBlank() ? null : note.strip();
    }

    /** The same at another moment. */
    VisitCommand at(Instant moment) {
        return moment.equals(visitedAt)
                ? this
                : new VisitCommand(
                        id,
                        householdId,
                        teamId,
                        memberIds,
                        moment,
                        outcome,
                        topics,
                        guided,
                        guidedUnnamed,
                        activations,
                        followUpAt,
                        notice,
                        note,
                        newHousehold,
                        newResidents,
                        deskId);
    }

    /** At the door. */
    public VisitCommand(
            UUID id,
            UUID householdId,
            long teamId,
            List<UUID> memberIds,
            Instant visitedAt,
            Outcome outcome,
            List<String> topics,
            List<UUID> guided,
            int guidedUnnamed,
            List<Activation> activations,
            @Nullable Instant followUpAt,
            @Nullable Notice notice,
            @Nullable String note,
            @Nullable NewHousehold newHousehold,
            List<NewResident> newResidents) {
        this(
                id,
                householdId,
                teamId,
                memberIds,
                visitedAt,
                outcome,
                topics,
                guided,
                guidedUnnamed,
                activations,
                followUpAt,
                notice,
                note,
                newHousehold,
                newResidents,
                null);
    }

    /** The same, told of somebody who came to a desk. */
    public VisitCommand atDesk(UUID desk) {
        return new VisitCommand(
                id,
                householdId,
                teamId,
                memberIds,
                visitedAt,
                outcome,
                topics,
                guided,
                guidedUnnamed,
                activations,
                followUpAt,
                notice,
                note,
                newHousehold,
                newResidents,
                desk);
    }

    /** A list left out of a stored version was empty. */
    private static <T> List<T> given(@Nullable List<T> told) {
        return told == null ? List.of() : List.copyOf(told);
    }

    /** One account of one person. */
    public record Activation(
            UUID residentId,
            String accountType,
            Result result,
            @Nullable String failureReason) {}

    /** A household that was not in the register yet. */
    public record NewHousehold(
            String village,
            @Nullable String kind,
            String alley,
            String number,
            @Nullable String label,
            int children) {}

    /** A person who was not in the register yet. */
    public record NewResident(
            UUID id,
            @Nullable String name,
            @Nullable Integer birthYear,
            @Nullable String sex,
            boolean householder,
            @Nullable String stay,
            @Nullable Boolean smartphone,
            @Nullable String phone) {}
}
