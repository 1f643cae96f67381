package vn.tungnha.households;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the list of households, in walking order. */
public record HouseholdRow(
        UUID id,
        HouseholdKind kind,
        long villageId,
        String villageCode,
        String villageName,
        @Nullable String communeCode,
        String alley,
        String number,
        @Nullable String label,
        @Nullable String householder,
        @Nullable String phoneLast3,
        int residents,
        int children) {}
