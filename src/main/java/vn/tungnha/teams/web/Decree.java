package vn.tungnha.teams.web;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tungnha.teams.Decision;
import vn.tungnha.teams.Decreed;

/** What every form of a change asks: from when, why, by which decision. */
interface Decree {

    @Nullable
    LocalDate day();

    @Nullable
    String reason();

    @Nullable
    String decisionNumber();

    @Nullable
    LocalDate decisionDate();

    @Nullable
    String decisionSigner();

    default Decreed decreed() {
        return new Decreed(
                Objects.requireNonNull(day()),
                Objects.requireNonNullElse(text(reason()), ""),
                new Decision(text(decisionNumber()), decisionDate(), text(decisionSigner())));
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
