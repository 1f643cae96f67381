package vn.tungnha.teams.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.MemberCommand;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamRole;

/** What is typed of a member. */
record MemberForm(
        @Nullable Integer version,

        @NotBlank(message = "{teams.error.member-name}") @Size(max = 120, message = "{teams.error.long}") @Nullable
        String name,

        @NotNull(message = "{teams.error.role}") @Nullable TeamRole role,
        @Nullable String organisation,

        @Pattern(regexp = MemberForm.PHONE, message = "{teams.error.phone}") @Nullable
        String phone,

        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate trainedOn,

        @NotNull(message = "{teams.error.joined}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate joinedOn,

        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate roleFrom) {

    private static final String PHONE = "[\\s.()-]*|(\\+?84|0)([\\s.()-]*\\d){9}[\\s.()-]*";

    static MemberForm blank(LocalDate joinedOn, TeamRole role) {
        return new MemberForm(null, "", role, "", "", null, joinedOn, null);
    }

    static MemberForm of(MemberView member, LocalDate today) {
        return new MemberForm(
                member.version(),
                member.name(),
                member.role(),
                member.organisation(),
                member.phone(),
                member.trainedOn(),
                member.joinedOn(),
                today);
    }

    /** Somebody who joins by a decision. */
    static MemberCommand joining(String name, String role, String organisation, String phone, LocalDate day) {
        if (!phone.matches(PHONE)) {
            throw new RuleBroken("teams.error.phone");
        }
        return new MemberForm(null, name, TeamRole.valueOf(role), organisation, phone, null, day, null).command();
    }

    MemberCommand command() {
        if (name == null || role == null || joinedOn == null) {
            throw new RuleBroken("teams.error.member-name");
        }
        return new MemberCommand(
                name,
                role,
                organisation == null || organisation.isBlank() ? null : organisation,
                digits(),
                trainedOn,
                joinedOn,
                roleFrom);
    }

    private @Nullable String digits() {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        return digits.length() < 9 ? null : "0" + digits.substring(digits.length() - 9);
    }
}
