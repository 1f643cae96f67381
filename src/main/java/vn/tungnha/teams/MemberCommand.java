package vn.tungnha.teams;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a member shall be.
 *
 * @param organisation code of the organisation represented
 * @param roleFrom from which day the role is so, for a member there already; null = today
 */
public record MemberCommand(
        String name,
        TeamRole role,
        @Nullable String organisation,
        @Nullable String phone,
        @Nullable LocalDate trainedOn,
        LocalDate joinedOn,
        @Nullable LocalDate roleFrom) {}
