package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tungnha.identity.CurrentUser;

/** Lets later modules add lines to a team's history: decisions, handovers. */
public interface TeamEvents {

    List<Line> of(TeamView team, CurrentUser user, Locale locale);

    /**
     * A line of the history.
     *
     * @param url where it is told in full, null = nowhere
     */
    record Line(LocalDate day, String text, @Nullable String url) {}
}
