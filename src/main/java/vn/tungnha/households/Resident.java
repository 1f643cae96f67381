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
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.Stale;

@Entity
@Getter
@NoArgsConstructor(access = PROTECTED)
@SuppressWarnings("NullAway.Init") // filled by JPA
class Resident {

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private UUID householdId;
    private @Nullable String name;
    private String search = "";
    private @Nullable Integer birthYear;

    @Enumerated(EnumType.STRING)
    private @Nullable Sex sex;

    private boolean householder;
    private @Nullable Boolean smartphone;
    private byte @Nullable [] phoneCipher;
    private @Nullable String phoneLast3;
    private byte @Nullable [] phoneHash;
    private byte @Nullable [] citizenHash;
    private @Nullable String citizenLast4;

    @Enumerated(EnumType.STRING)
    private ResidentStatus status = ResidentStatus.PRESENT;

    private Instant createdAt;
    private @Nullable UUID createdBy;

    Resident(
            UUID household,
            ResidentCommand command,
            LocalDate today,
            Instant now,
            @Nullable UUID by,
            PersonalSecrets secrets) {
        this.id = command.id();
        this.householdId = household;
        this.createdAt = now;
        this.createdBy = by;
        become(command, today, secrets);
    }

    final void become(ResidentCommand command, LocalDate today, PersonalSecrets secrets) {
        String given = command.name() == null || command.name().isBlank()
                ? null
                : command.name().strip();
        boolean keepsPhone = command.phone() == null && phoneCipher != null;
        boolean givesPhone = command.phone() != null && !command.phone().isBlank();
        boolean citizen =
                command.citizenNumber() != null && !command.citizenNumber().isBlank();
        Ages.check(command.birthYear(), today, given != null, keepsPhone || givesPhone || citizen);
        name = given;
        search = given == null ? "" : SortKeys.fold(given);
        birthYear = command.birthYear();
        sex = command.sex();
        householder = command.householder();
        smartphone = command.smartphone();
        if (command.phone() != null) {
            SealedPhone phone = givesPhone ? secrets.sealPhone(id, command.phone()) : null;
            phoneCipher = phone == null ? null : phone.cipher();
            phoneLast3 = phone == null ? null : phone.last3();
            phoneHash = phone == null ? null : phone.hash();
        }
        if (command.citizenNumber() != null) {
            citizenHash = citizen ? secrets.hashCitizenNumber(command.citizenNumber()) : null;
            citizenLast4 = citizen ? secrets.last4(command.citizenNumber()) : null;
        }
    }

    void isNowIn(UUID household, boolean asHouseholder) {
        if (status == ResidentStatus.DECEASED) {
            throw new RuleBroken("households.error.deceased");
        }
        if (!household.equals(householdId)) {
            householder = asHouseholder;
        }
        householdId = household;
        status = ResidentStatus.PRESENT;
    }

    void heads(boolean isHouseholder) {
        householder = isHouseholder;
    }

    void isGone(ResidentStatus how) {
        if (status != ResidentStatus.PRESENT) {
            throw new RuleBroken("households.error.gone");
        }
        status = how;
        householder = false;
    }

    void requireVersion(int seen) {
        if (version == null || version != seen) {
            throw new Stale("resident", id);
        }
    }
}
