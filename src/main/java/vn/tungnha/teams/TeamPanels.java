package vn.tungnha.teams;

import java.util.Locale;
import java.util.Optional;
import vn.tungnha.identity.CurrentUser;

/** Lets later modules put a card beside a team's page: its month, its alleys. Beans in their order. */
public interface TeamPanels {

    Optional<Panel> of(TeamView team, CurrentUser user, Locale locale);

    /**
     * A card.
     *
     * @param view template with a fragment {@code panel(content)}
     * @param content what the fragment is given
     */
    record Panel(String view, Object content) {}
}
