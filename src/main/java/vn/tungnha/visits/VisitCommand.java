package vn.tungnha.visits;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.With;
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
@With(AccessLevel.PACKAGE)
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
        return moment.equals(visitedAt) ? this : withVisitedAt(moment);
    }

    /** The same by another team. */
    VisitCommand by(long team) {
        return withTeamId(team);
    }

    /** The same at a household of the register. A household that was new is told only where it stays the one that was met. */
    VisitCommand atHousehold(UUID household) {
        return household.equals(householdId) ? this : withHouseholdId(household).withNewHousehold(null);
    }

    /** The same with the new household in this village of today, whatever was told. */
    VisitCommand inVillage(String code) {
        return newHousehold == null ? this : withNewHousehold(newHousehold.withChosen(code));
    }

    /** The same without what was done for these people. */
    VisitCommand without(Set<UUID> persons) {
        return withGuided(guided.stream().filter(id -> !persons.contains(id)).toList())
                .withActivations(activations.stream()
                        .filter(one -> !persons.contains(one.residentId()))
                        .toList());
    }

    /** The same with nothing done for anybody. */
    VisitCommand metNobody() {
        return withGuided(List.of()).withGuidedUnnamed(0).withActivations(List.of());
    }

    /** The same, told of somebody who came to a desk. */
    public VisitCommand atDesk(UUID desk) {
        return withDeskId(desk);
    }

    /** Everybody named. */
    Set<UUID> persons() {
        Set<UUID> persons = new LinkedHashSet<>(guided);
        activations.forEach(one -> persons.add(one.residentId()));
        return persons;
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

    /**
     * A household that was not in the register yet.
     *
     * @param village as told
     * @param chosen the village of today the ward has put it in where the told one says too little; else null
     */
    public record NewHousehold(
            String village,
            @Nullable String kind,
            String alley,
            String number,
            @Nullable String label,
            int children,
            @With(AccessLevel.PACKAGE) @Nullable String chosen) {

        public NewHousehold(
                String village,
                @Nullable String kind,
                String alley,
                String number,
                @Nullable String label,
                int children) {
            this(village, kind, alley, number, label, children, null);
        }
    }

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
