package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.visits.Rounds;

/** With which of its teams an account is out today: the one it chose last, else its first. */
@Component
@RequiredArgsConstructor
class FieldTeams {

    private static final String CHOSEN = "vn.tungnha.field.team";

    private final Rounds rounds;

    Choice choose(@Nullable Long asked, CurrentUser user, HttpSession session) {
        List<Rounds.FieldTeam> teams = rounds.teams(user);
        if (teams.isEmpty()) {
            throw new OutOfScope("team of", user.username());
        }
        Object wanted = asked == null ? session.getAttribute(CHOSEN) : asked;
        Rounds.FieldTeam team = teams.stream()
                .filter(one -> wanted instanceof Long id && id == one.id())
                .findFirst()
                .orElseGet(() -> {
                    if (asked != null) {
                        throw new OutOfScope("team", asked);
                    }
                    return teams.get(0);
                });
        session.setAttribute(CHOSEN, team.id());
        return new Choice(team, teams);
    }

    record Choice(Rounds.FieldTeam team, List<Rounds.FieldTeam> all) {}
}
