package vn.tungnha.markets;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;

/** A market lies in its village of today. */
@Component
@RequiredArgsConstructor
class MarketPlaces implements PlaceResolver {

    private final MarketAccess access;

    @Override
    public String kind() {
        return "market";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        return access.unitsOf(MarketAccess.key("market", id));
    }
}
