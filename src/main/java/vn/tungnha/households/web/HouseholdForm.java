package vn.tungnha.households.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.households.HouseholdCommand;
import vn.tungnha.households.HouseholdKind;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.ResidentCommand;
import vn.tungnha.households.Stay;
import vn.tungnha.shared.RuleBroken;

/** What is typed of a household; when it is new, of its householder too. */
record HouseholdForm(
        @Nullable UUID id,
        @Nullable Integer version,

        @NotNull(message = "{households.error.kind}") @Nullable
        HouseholdKind kind,

        @Nullable Long village,

        @NotBlank(message = "{households.error.alley}") @Size(max = 120, message = "{households.error.long}") @Nullable
        String alley,

        @Size(max = 60, message = "{households.error.long}") @Nullable
        String number,

        @Size(max = 120, message = "{households.error.long}") @Nullable
        String label,

        @Min(value = 0, message = "{households.error.children}")
        @Max(value = 99, message = "{households.error.children}")
        @Nullable
        Integer children,

        @Size(max = 120, message = "{households.error.long}") @Nullable
        String name,

        @Nullable Integer birthYear,
        @Nullable String phone) {

    static HouseholdForm blank(@Nullable Long village, @Nullable String alley) {
        return new HouseholdForm(
                UUID.randomUUID(), null, HouseholdKind.HOUSEHOLD, village, alley, "", "", 0, "", null, "");
    }

    static HouseholdForm of(HouseholdView household) {
        return new HouseholdForm(
                household.id(),
                household.version(),
                household.kind(),
                household.villageId(),
                household.alley(),
                household.number(),
                household.label(),
                household.children(),
                null,
                null,
                null);
    }

    int seen() {
        return version == null ? -1 : version;
    }

    HouseholdCommand command() {
        if (id == null || kind == null || alley == null) {
            throw new RuleBroken("households.error.alley");
        }
        return new HouseholdCommand(
                id,
                kind,
                villageId(),
                alley,
                number == null ? "" : number,
                label == null || label.isBlank() ? null : label.strip(),
                children == null ? 0 : children,
                null,
                householder());
    }

    private long villageId() {
        if (village == null) {
            throw RuleBroken.at("village", "households.error.village");
        }
        return village;
    }

    private List<ResidentCommand> householder() {
        if (name == null || name.isBlank()) {
            return List.of();
        }
        return List.of(new ResidentCommand(
                UUID.randomUUID(), name, birthYear, null, true, null, phone, null, Stay.UNKNOWN, null));
    }
}
