package vn.tungnha.teams.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.desk.Seen;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;
import vn.tungnha.teams.Teams;

/** Teams somebody comes back to. */
@Component
@RequiredArgsConstructor
class TeamSeen implements Seen<CurrentUser> {

    private final Teams teams;

    @Override
    public String kind() {
        return "team";
    }

    @Override
    public List<String> patterns() {
        return List.of("/teams/{id}");
    }

    @Override
    public Optional<Thing> look(String ref, CurrentUser user, Locale locale) {
        try {
            TeamView team = teams.get(Long.parseLong(ref), user);
            String villages = team.villages().stream().map(TeamVillage::name).collect(Collectors.joining(", "));
            return Optional.of(
                    new Thing("/teams/" + team.id(), team.name(), villages.equals(team.name()) ? null : villages));
        } catch (NumberFormatException notANumber) {
            throw new NotFound("team", ref);
        }
    }
}
