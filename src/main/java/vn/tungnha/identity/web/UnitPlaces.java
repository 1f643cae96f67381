package vn.tungnha.identity.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.units.Units;

/**
 * Units by {@code code@day}, or by {@code code} as of today. A handler that reads the bare code at another day must ask
 * the guard itself: the same code may have been another unit's then.
 */
@Component
@RequiredArgsConstructor
class UnitPlaces implements PlaceResolver {

    private final Units units;
    private final Clock clock;

    @Override
    public String kind() {
        return "unit";
    }

    @Override
    public Set<Long> unitsOf(String id) {
        int at = id.indexOf('@');
        String code = at < 0 ? id : id.substring(0, at);
        LocalDate day = at < 0 ? Days.today(clock) : day(id, id.substring(at + 1));
        return Set.of(units.require(code, day).id());
    }

    private static LocalDate day(String id, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new NotFound("unit", id);
        }
    }
}
