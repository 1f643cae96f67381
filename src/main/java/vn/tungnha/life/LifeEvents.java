package vn.tungnha.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.TeamEvents;
import vn.tungnha.teams.TeamView;

/** Signed decisions and handovers in a team's history. */
@Component
@RequiredArgsConstructor
class LifeEvents implements TeamEvents {

    private final DecisionRows decisions;
    private final HandoverRows handovers;
    private final ScopeGuard guard;
    private final MessageSource messages;

    @Override
    public List<Line> of(TeamView team, CurrentUser user, Locale locale) {
        Vn vn = Vn.in(locale);
        boolean ward = acts(team, user, Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER);
        boolean own = ward || acts(team, user, Role.TEAM_LEADER, Role.TEAM_MEMBER);
        List<Line> lines = new ArrayList<>();
        for (DecisionPaper paper : decisions.of(team.id())) {
            LocalDate dated = paper.dated();
            if (dated != null) {
                lines.add(new Line(
                        dated,
                        say(locale, "life.history." + paper.kind(), paper.number(), vn.day(dated), paper.signer()),
                        ward ? "/teams/decisions/" + paper.id() : null));
            }
        }
        for (Handover handover : handovers.of(team.id())) {
            LocalDate day = handover.confirmed() == null ? handover.from() : Days.of(handover.confirmed());
            String key = handover.confirmed() == null ? "life.history.handing" : "life.history.handed";
            lines.add(new Line(
                    day,
                    say(locale, key, handover.former(), handover.successor()),
                    own ? "/teams/" + team.id() + "/handovers/" + handover.id() : null));
        }
        return lines;
    }

    private boolean acts(TeamView team, CurrentUser user, Role... roles) {
        return guard.coversTeam(user.as(roles).scope(), team.id(), team.villageIds());
    }

    private String say(Locale locale, String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
