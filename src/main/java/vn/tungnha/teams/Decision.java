package vn.tungnha.teams;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The decision that established a team, as far as it is known. */
public record Decision(
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String signer) {

    public static final Decision UNKNOWN = new Decision(null, null, null);
}
