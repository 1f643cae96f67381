package vn.tungnha.contests.web;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.contests.RoundCommand;
import vn.tungnha.shared.RuleBroken;

/** What is typed of a round; numbers as they were typed, so that a wrong one comes back beside its field. */
record RoundForm(
        @Nullable UUID key,

        @NotBlank(message = "{contests.error.missing}") @Nullable
        String name,

        @Nullable String seconds,
        @Nullable String minutes,
        @Nullable String points,
        @Nullable String topic,
        @Nullable String draw) {

    static RoundForm blank(String name) {
        return new RoundForm(UUID.randomUUID(), name, "30", "", "10", "", "10");
    }

    /** Once nothing is missing. */
    RoundCommand command() {
        return new RoundCommand(
                Objects.requireNonNull(name),
                number("seconds", seconds),
                minutes == null || minutes.isBlank() ? null : number("minutes", minutes),
                number("points", points),
                topic == null || topic.isBlank() ? null : topic,
                number("draw", draw));
    }

    /** @throws RuleBroken beside its field when it is no whole number */
    static int number(String field, @Nullable String typed) {
        String digits = typed == null ? "" : typed.strip().replace(".", "");
        if (!digits.matches("\\d{1,7}")) {
            throw RuleBroken.at(field, "contests.error.number");
        }
        return Integer.parseInt(digits);
    }
}
