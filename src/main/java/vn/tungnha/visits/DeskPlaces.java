package vn.tungnha.visits;

import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.NotFound;

/** A desk lies in a village and belongs to the team that holds it. */
@Component
@RequiredArgsConstructor
class DeskPlaces implements PlaceResolver {

    private final DeskRows rows;

    @Override
    public String kind() {
        return "desk";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        return Set.of(desk(id).villageId());
    }

    @Override
    public Set<Long> teamsOf(String id) {
        return Set.of(desk(id).teamId());
    }

    private DeskRows.Desk desk(String id) {
        try {
            return rows.find(UUID.fromString(id)).orElseThrow(() -> new NotFound("desk", id));
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound("desk", id);
        }
    }
}
