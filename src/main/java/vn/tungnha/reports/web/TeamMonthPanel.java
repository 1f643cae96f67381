package vn.tungnha.reports.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.teams.TeamPanels;
import vn.tungnha.teams.TeamView;

/** The card of a team's month; its figures come a moment later, or behind a link where there are no scripts. */
@Component
class TeamMonthPanel implements TeamPanels {

    @Override
    public Optional<Panel> of(TeamView team, CurrentUser user, Locale locale) {
        return Optional.of(new Panel("reports/team-month", "/teams/" + team.id() + "/figures"));
    }
}
