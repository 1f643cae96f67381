package vn.tungnha.units.changes;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.NotFound;

/** A proposal lies in the units it is about. */
@Component
@RequiredArgsConstructor
class UnitChangePlaces implements PlaceResolver {

    private final Proposals proposals;

    @Override
    public String kind() {
        return "unit-change";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        try {
            return proposals.get(Long.parseLong(id)).plan().units();
        } catch (NumberFormatException unreadable) {
            throw new NotFound("unit-change", id);
        }
    }
}
