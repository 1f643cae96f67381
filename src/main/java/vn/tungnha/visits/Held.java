package vn.tungnha.visits;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a phone told that is kept back.
 *
 * @param visit what this is or is about; for a count its desk
 * @param told the visit, its moment set right; null for a withdrawal and at desks
 * @param village whose ward decides
 * @param why the reason a correction or withdrawal gave
 * @param decision how it was decided; null while it waits
 * @param answer why it was dismissed
 * @param created false when it was kept before
 */
@SuppressWarnings("ArrayRecordComponent")
record Held(
        UUID id,
        int version,
        Kind kind,
        UUID visit,
        State state,
        Set<HeldReason> reasons,
        @Nullable VisitCommand told,
        @Nullable Long village,
        @Nullable Instant toldAt,
        @Nullable Instant seenAt,
        @Nullable Integer basedOn,
        @Nullable String why,
        byte[] hash,
        UUID teller,
        Instant receivedAt,
        @Nullable String decision,
        @Nullable String answer,
        boolean created) {

    enum Kind {
        VISIT,
        CORRECTION,
        WITHDRAWAL,
        /** A desk nobody could open; what was noted at it is decided with it. */
        DESK,
        /** Turns counted at such a desk, which is what {@code visit} names. */
        COUNT
    }

    enum State {
        WAITING,
        RECORDED,
        DISMISSED
    }

    /** What was decided about it, and by whom. */
    record Fate(State state, String decision, @Nullable String answer, UUID by) {}

    static Held visit(VisitCommand asSent, Telling telling, Set<HeldReason> reasons, UUID teller) {
        VisitCommand told = asSent.at(telling.right(asSent.visitedAt()));
        return fresh(
                asSent.id(),
                Kind.VISIT,
                asSent.id(),
                reasons,
                told,
                told.equals(asSent) ? null : asSent.visitedAt(),
                telling,
                null,
                null,
                VisitBody.of(asSent).hash(),
                teller);
    }

    /** @param told the visit of the correction, its moment set right as far as it can be */
    static Held correction(
            Correction correction, VisitCommand told, Telling telling, Set<HeldReason> reasons, UUID teller) {
        return fresh(
                correction.id(),
                Kind.CORRECTION,
                correction.visit().id(),
                reasons,
                told,
                telling.toldAt(),
                telling,
                correction.basedOn(),
                correction.reason(),
                VisitBody.of(correction.visit()).hash(),
                teller);
    }

    static Held withdrawal(UUID visit, @Nullable String why, Telling telling, UUID teller) {
        return fresh(
                HeldStore.ofWithdrawal(visit),
                Kind.WITHDRAWAL,
                visit,
                Set.of(HeldReason.EARLY),
                null,
                null,
                telling,
                null,
                why,
                new byte[0],
                teller);
    }

    static Held ofDesk(
            Kind kind, UUID id, UUID desk, Set<HeldReason> reasons, byte[] hash, Telling telling, UUID teller) {
        return fresh(id, kind, desk, reasons, null, null, telling, null, null, hash, teller);
    }

    private static Held fresh(
            UUID id,
            Kind kind,
            UUID visit,
            Set<HeldReason> reasons,
            @Nullable VisitCommand told,
            @Nullable Instant toldAt,
            Telling telling,
            @Nullable Integer basedOn,
            @Nullable String why,
            byte[] hash,
            UUID teller) {
        return new Held(
                id,
                0,
                kind,
                visit,
                State.WAITING,
                reasons,
                told,
                null,
                toldAt,
                telling.seenAt(),
                basedOn,
                why,
                hash,
                teller,
                Instant.EPOCH,
                null,
                null,
                true);
    }

    Held created(boolean now) {
        return new Held(
                id,
                version,
                kind,
                visit,
                state,
                reasons,
                told,
                village,
                toldAt,
                seenAt,
                basedOn,
                why,
                hash,
                teller,
                receivedAt,
                decision,
                answer,
                now);
    }

    boolean atDesk() {
        return kind == Kind.DESK || kind == Kind.COUNT;
    }

    boolean waiting() {
        return state == State.WAITING;
    }

    boolean saysTheSame(byte[] otherHash) {
        return Arrays.equals(hash, otherHash);
    }

    VisitCommand visitTold() {
        return Objects.requireNonNull(told);
    }

    Correction correction() {
        return correction(visitTold());
    }

    /** The same, telling the visit otherwise. */
    Correction correction(VisitCommand visit) {
        return new Correction(id, Objects.requireNonNullElse(basedOn, 0), why, visit);
    }

    /** A visit that comes into the log by it, or comes back to life. */
    boolean booksAVisit() {
        return kind == Kind.VISIT || reasons.contains(HeldReason.WITHDRAWN);
    }

    /** As the phone is told: version 0 as long as nothing is booked. */
    Receipt receipt() {
        return new Receipt(
                kind == Kind.WITHDRAWAL ? visit : id,
                receivedAt,
                state == State.DISMISSED ? State.DISMISSED.name() : "NEEDS_ATTENTION",
                0,
                created);
    }
}
