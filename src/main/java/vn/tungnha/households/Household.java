package vn.tungnha.households;

import static lombok.AccessLevel.PROTECTED;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.Stale;

@Entity
@Getter
@NoArgsConstructor(access = PROTECTED)
@SuppressWarnings("NullAway.Init") // filled by JPA
class Household {

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    @Enumerated(EnumType.STRING)
    private HouseholdKind kind;

    private long villageId;
    private String alley;
    private String number;
    private String sortKey;
    private String search;
    private @Nullable String label;
    private int children;

    @Enumerated(EnumType.STRING)
    private HouseholdStatus status = HouseholdStatus.ACTIVE;

    private LocalDate registeredOn;
    private LocalDate endedOn = Days.FOREVER;
    private @Nullable String endReason;
    private Instant createdAt;
    private @Nullable UUID createdBy;

    Household(HouseholdCommand command, LocalDate registeredOn, Instant now, @Nullable UUID by) {
        this.id = command.id();
        this.villageId = command.villageId();
        this.registeredOn = registeredOn;
        this.createdAt = now;
        this.createdBy = by;
        become(command);
    }

    final void become(HouseholdCommand command) {
        requireActive();
        if (command.alley().isBlank()) {
            throw RuleBroken.at("alley", "households.error.alley");
        }
        if (command.children() < 0 || command.children() > 99) {
            throw RuleBroken.at("children", "households.error.children");
        }
        kind = command.kind();
        alley = command.alley().strip();
        number = command.number().strip();
        label = command.label();
        children = command.children();
        sortKey = SortKeys.walking(alley, number);
        search = SortKeys.address(alley, number) + (label == null ? "" : " " + SortKeys.fold(label));
    }

    void countChildren(int count) {
        children = count;
    }

    void isNowAt(long village) {
        villageId = village;
    }

    void end(LocalDate lastDay, String reason) {
        requireActive();
        if (lastDay.isBefore(registeredOn)) {
            throw RuleBroken.at("day", "households.error.ends-before-start", registeredOn);
        }
        status = HouseholdStatus.ENDED;
        endedOn = lastDay;
        endReason = reason;
    }

    void requireActive() {
        if (status != HouseholdStatus.ACTIVE) {
            throw new RuleBroken("households.error.ended");
        }
    }

    void requireVersion(int seen) {
        if (version == null || version != seen) {
            throw new Stale("household", id);
        }
    }
}
