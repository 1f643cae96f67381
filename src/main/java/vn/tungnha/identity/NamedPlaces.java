package vn.tungnha.identity;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.Days;
import vn.tungnha.units.Units;

/** Finds the places that a file names, as far as its reader may see them. */
@Service
@RequiredArgsConstructor
public class NamedPlaces {

    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    /** For one file: what was looked up is remembered. */
    public PlaceNames of(CurrentUser user, Data data) {
        return new PlaceNames(units, guard, user.scope(), data, Days.today(clock));
    }
}
