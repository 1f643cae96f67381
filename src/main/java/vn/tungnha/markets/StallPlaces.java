package vn.tungnha.markets;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;

/** A stall lies where its market does. */
@Component
@RequiredArgsConstructor
class StallPlaces implements PlaceResolver {

    private final MarketAccess access;

    @Override
    public String kind() {
        return "stall";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        return access.unitsOf(access.marketOf(MarketAccess.key("stall", id)));
    }
}
