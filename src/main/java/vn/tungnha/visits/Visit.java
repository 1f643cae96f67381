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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

    /** The entry it was told of, merged into the household since; null where it is the same. */
    private @Nullable UUID toldHousehold;

    private long teamId;
    private Instant visitedAt;
    private LocalDate visitedOn;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    /** Not a column to change: a meeting at a desk stays one. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Place place;

    /** Null also for a meeting at a desk that the ward dismissed. */
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
    private @Nullable String settled;
    private @Nullable Instant toldAt;
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
    private Set<NamedResident> guided = new HashSet<>();

    /** A bag: rewritten as a whole when a correction changes it. */
    @ElementCollection
    @CollectionTable(name = "activation", joinColumns = @JoinColumn(name = "visit_id"))
    private List<VisitActivation> activations = new ArrayList<>();

    Visit(CheckedVisit told, TakenDown taken, Origin origin, Instant receivedAt) {
        id = told.command().id();
        version = 1;
        status = VisitStatus.RECORDED;
        place = told.command().deskId() == null ? Place.HOME : Place.DESK;
        entry = origin.entry();
        notebookId = origin.notebook();
        recordedBy = taken.teller();
        this.receivedAt = receivedAt;
        bodyHash = taken.hash();
        toldAt = taken.toldAt();
        take(told);
    }

    /** One that was withdrawn comes back only by a person's decision. */
    void tellAnew(CheckedVisit told) {
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
        if (attention != null) {
            settled = attention;
            attention = null;
        }
    }

    /** What the ward had settled asks to be looked at again. */
    void reopen() {
        if (attention == null) {
            attention = settled;
            settled = null;
        }
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
        Set<UUID> residents = new HashSet<>();
        guided.forEach(named -> residents.add(named.getResidentId()));
        activations.forEach(activation -> residents.add(activation.getResidentId()));
        return residents;
    }

    /** What is told, in the names under which it was entered: that is what is kept of every version. */
    VisitCommand asEntered(VisitCommand command) {
        Map<UUID, UUID> entered = entered();
        if (toldHousehold != null) {
            entered.put(householdId, toldHousehold);
        }
        return ToldAs.renamed(command, id -> entered.getOrDefault(id, id));
    }

    /** Those merged since, by who they are now. */
    private Map<UUID, UUID> entered() {
        Map<UUID, UUID> entered = new HashMap<>();
        guided.forEach(one -> entered.put(one.getResidentId(), one.getToldAs()));
        activations.forEach(one -> entered.putIfAbsent(one.getResidentId(), one.getToldAs()));
        return entered;
    }

    private void take(CheckedVisit told) {
        VisitCommand command = told.command();
        ToldAs names = told.names();
        Map<UUID, UUID> before = entered();
        toldHousehold = names.told()
                .getOrDefault(command.householdId(), command.householdId().equals(householdId) ? toldHousehold : null);
        householdId = command.householdId();
        deskId = told.desk();
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
        UnaryOperator<UUID> entered = id -> names.told().getOrDefault(id, before.getOrDefault(id, id));
        replace(
                guided,
                command.guided().stream()
                        .map(id -> new NamedResident(id, entered.apply(id)))
                        .toList());
        activations.clear();
        command.activations()
                .forEach(one -> activations.add(new VisitActivation(
                        one.residentId(),
                        entered.apply(one.residentId()),
                        one.accountType(),
                        one.result(),
                        one.failureReason())));
    }

    private static <T> void replace(Set<T> held, Iterable<T> told) {
        Set<T> wanted = new HashSet<>();
        told.forEach(wanted::add);
        held.retainAll(wanted);
        held.addAll(wanted);
    }

    void requireValid() {
        if (withdrawn()) {
            throw new RuleBroken("visits.already-withdrawn");
        }
    }
}
