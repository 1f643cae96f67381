package vn.tungnha.visits;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** A contact at a household, as last told. Its version is counted here because every version is kept. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
class Visit {

    @Id
    private UUID id;

    private int version;

    @Enumerated(EnumType.STRING)
    private VisitStatus status;

    private UUID householdId;
    private long teamId;
    private Instant visitedAt;
    private LocalDate visitedOn;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    /** Not a column to change: a meeting at a desk stays one. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Place place;

    @Column(updatable = false)
    private @Nullable UUID deskId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Entry entry;

    @Column(updatable = false)
    private @Nullable UUID notebookId;

    private int guidedUnnamed;
    private @Nullable Instant followUpAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Notice notice;

    private @Nullable String note;
    private @Nullable String attention;
    private UUID recordedBy;
    private Instant receivedAt;
    private byte[] bodyHash;

    @ElementCollection
    @CollectionTable(name = "visit_member", joinColumns = @JoinColumn(name = "visit_id"))
    @Column(name = "member_id")
    private Set<UUID> members = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "visit_topic", joinColumns = @JoinColumn(name = "visit_id"))
    @Column(name = "topic")
    private Set<String> topics = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "visit_guided", joinColumns = @JoinColumn(name = "visit_id"))
    @Column(name = "resident_id")
    private Set<UUID> guided = new HashSet<>();

    /** A bag: rewritten as a whole when a correction changes it. */
    @ElementCollection
    @CollectionTable(name = "activation", joinColumns = @JoinColumn(name = "visit_id"))
    private List<VisitActivation> activations = new ArrayList<>();

    Visit(CheckedVisit told, Origin origin, byte[] bodyHash, UUID recordedBy, Instant receivedAt) {
        id = told.command().id();
        version = 1;
        status = VisitStatus.RECORDED;
        deskId = told.command().deskId();
        place = deskId == null ? Place.HOME : Place.DESK;
        entry = origin.entry();
        notebookId = origin.notebook();
        this.recordedBy = recordedBy;
        this.receivedAt = receivedAt;
        this.bodyHash = bodyHash;
        take(told);
    }

    void correct(CheckedVisit told) {
        requireValid();
        version++;
        status = VisitStatus.CORRECTED;
        take(told);
    }

    void withdraw() {
        requireValid();
        version++;
        status = VisitStatus.WITHDRAWN;
    }

    /** Undoes a withdrawal: it counts again as it was last told. */
    void restore() {
        version++;
        status = VisitStatus.CORRECTED;
    }

    void settle() {
        attention = null;
    }

    boolean withdrawn() {
        return status == VisitStatus.WITHDRAWN;
    }

    Receipt receipt(boolean created) {
        boolean open = attention != null && !withdrawn();
        return new Receipt(id, receivedAt, open ? "NEEDS_ATTENTION" : status.name(), version, created);
    }

    /** Everybody whose figures this version may count. */
    Set<UUID> residents() {
        Set<UUID> residents = new HashSet<>(guided);
        activations.forEach(activation -> residents.add(activation.getResidentId()));
        return residents;
    }

    private void take(CheckedVisit told) {
        VisitCommand command = told.command();
        householdId = command.householdId();
        teamId = command.teamId();
        visitedAt = told.visitedAt();
        visitedOn = Days.of(told.visitedAt());
        outcome = command.outcome();
        guidedUnnamed = command.guidedUnnamed();
        followUpAt = command.followUpAt();
        notice = command.notice();
        note = command.note();
        attention = told.attention();
        replace(members, told.members());
        replace(topics, command.topics());
        replace(guided, command.guided());
        activations.clear();
        command.activations()
                .forEach(one -> activations.add(
                        new VisitActivation(one.residentId(), one.accountType(), one.result(), one.failureReason())));
    }

    private static <T> void replace(Set<T> held, Iterable<T> told) {
        Set<T> wanted = new HashSet<>();
        told.forEach(wanted::add);
        held.retainAll(wanted);
        held.addAll(wanted);
    }

    private void requireValid() {
        if (withdrawn()) {
            throw new RuleBroken("visits.already-withdrawn");
        }
    }
}
