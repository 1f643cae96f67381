package vn.tungnha.contests.votes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vote of an assembly as somebody prepares it.
 *
 * @param most how many of the options a ballot may choose
 */
public record BallotCommand(
        String title,
        @Nullable String note,
        @Nullable Long unit,
        @Nullable Long team,
        LocalDate heldOn,
        int most,
        List<String> options) {}
