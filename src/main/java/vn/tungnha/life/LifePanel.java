package vn.tungnha.life;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.TeamPanels;
import vn.tungnha.teams.TeamView;

/** The card beside a team: its decisions, and the handover that is open. */
@Component
@Order(10)
@RequiredArgsConstructor
class LifePanel implements TeamPanels {

    private final DecisionRows decisions;
    private final HandoverRows handovers;
    private final ScopeGuard guard;
    private final MessageSource messages;

    /**
     * What the card shows.
     *
     * @param draft where a decision is drafted, null for who may not
     * @param handover the latest handover, for the team and its ward
     */
    record Card(
            List<Choice> decisions,
            @Nullable String draft,
            @Nullable Choice handover,
            @Nullable String level,
            @Nullable String state) {}

    @Override
    public Optional<Panel> of(TeamView team, CurrentUser user, Locale locale) {
        boolean ward = acts(team, user, Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER);
        boolean own = ward || acts(team, user, Role.TEAM_LEADER, Role.TEAM_MEMBER);
        if (!own) {
            return Optional.empty();
        }
        Vn vn = Vn.in(locale);
        Handover latest = handovers.of(team.id()).stream().findFirst().orElse(null);
        List<Choice> papers = ward
                ? decisions.of(team.id()).stream()
                        .map(it -> new Choice("/teams/decisions/" + it.id(), title(it, vn, locale)))
                        .toList()
                : List.of();
        if (latest == null && !ward) {
            return Optional.empty();
        }
        boolean confirmed = latest != null && latest.confirmed() != null;
        return Optional.of(new Panel(
                "life/panel",
                new Card(
                        papers,
                        ward ? "/teams/decisions/new?team=" + team.id() : null,
                        latest == null
                                ? null
                                : new Choice(
                                        "/teams/" + team.id() + "/handovers/" + latest.id(),
                                        say(locale, "life.panel.handover", latest.successor(), vn.day(latest.from()))),
                        latest == null ? null : confirmed ? "good" : "near",
                        latest == null
                                ? null
                                : say(locale, confirmed ? "life.handover.confirmed" : "life.handover.open"))));
    }

    private String title(DecisionPaper paper, Vn vn, Locale locale) {
        String number = paper.number();
        return say(locale, "life.kind." + paper.kind()) + " · "
                + (number == null
                        ? say(locale, "life.draft-of", vn.day(paper.effective()))
                        : say(locale, "life.signed-as", number, vn.day(paper.dated())));
    }

    private boolean acts(TeamView team, CurrentUser user, Role... roles) {
        return guard.coversTeam(user.as(roles).scope(), team.id(), team.villageIds());
    }

    private String say(Locale locale, String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
