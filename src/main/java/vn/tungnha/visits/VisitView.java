package vn.tungnha.visits;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.NotFound;

/**
 * A visit with everything ever said about it.
 *
 * @param place full name of the commune that received it, as it was called that day
 * @param deskName what the desk is called; null at the door, and of a desk that the ward dismissed
 * @param versions oldest first; the last one holds; empty for rows that were loaded in bulk without them
 * @param settled the ward has looked at what called for it
 * @param names of the residents and members any version mentions
 * @param other who else noted the household that day, and when; null when nobody did
 * @param changeable whether the reader may correct or withdraw it
 */
public record VisitView(
        UUID id,
        VisitStatus status,
        int version,
        UUID householdId,
        String alley,
        String number,
        long teamId,
        String teamName,
        @Nullable String place,
        Instant visitedAt,
        Instant receivedAt,
        Outcome outcome,
        @Nullable String recordedBy,
        Entry entry,
        boolean atDesk,
        @Nullable String deskName,
        Set<Attention> attention,
        boolean settled,
        List<Version> versions,
        ToldNames names,
        @Nullable Other other,
        boolean changeable) {

    /** @throws NotFound for a visit loaded without its versions, which nobody may change */
    public Version last() {
        if (versions.isEmpty()) {
            throw new NotFound("visit version", id);
        }
        return versions.get(versions.size() - 1);
    }

    public boolean withdrawn() {
        return status == VisitStatus.WITHDRAWN;
    }

    /** @param kind RECORDED, CORRECTED or WITHDRAWN; a withdrawal repeats what was told last */
    public record Version(
            int number,
            VisitStatus kind,
            VisitCommand told,
            @Nullable String reason,
            @Nullable String by,
            Instant at) {

        Version as(VisitCommand today) {
            return new Version(number, kind, today, reason, by, at);
        }
    }

    /** Another visit of the same household on the same day. */
    public record Other(UUID id, @Nullable String by, Instant at) {}
}
