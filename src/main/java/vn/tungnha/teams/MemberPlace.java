package vn.tungnha.teams;

import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.NotFound;

/** A member is where the team is. */
@Component
@RequiredArgsConstructor
class MemberPlace implements PlaceResolver {

    private final TeamReads reads;
    private final TeamPlaceFinder teams;

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        return teams.unitsOf(team(id));
    }

    @Override
    public Set<Long> teamsOf(String id) {
        return teams.teamsOf(team(id));
    }

    private String team(String id) {
        try {
            MemberView member = reads.memberOrNull(UUID.fromString(id));
            if (member != null) {
                return String.valueOf(member.teamId());
            }
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound("member", id);
        }
        throw new NotFound("member", id);
    }
}
