package vn.tungnha.units.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.desk.Seen;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Units somebody comes back to: to the figures of those one may see, else to what is known of the unit. */
@Component
@RequiredArgsConstructor
class UnitSeen implements Seen<CurrentUser> {

    private final Units units;
    private final ScopeGuard guard;
    private final MessageSource messages;
    private final Clock clock;

    @Override
    public String kind() {
        return "unit";
    }

    @Override
    public List<String> patterns() {
        return List.of("/units/{code}", "/dashboard/{code}");
    }

    @Override
    public Optional<Thing> look(String ref, CurrentUser user, Locale locale) {
        UnitRef known = UnitRef.parse(ref);
        LocalDate day = known.dayOr(Days.today(clock));
        return units.find(known.code(), day).map(unit -> thing(unit, ref, user, locale));
    }

    private Thing thing(UnitView unit, String ref, CurrentUser user, Locale locale) {
        boolean figures = guard.covers(user.scope(), Data.FIGURES, unit.id());
        return new Thing(
                (figures ? "/dashboard/" : "/units/") + ref,
                unit.fullName(),
                messages.getMessage("units.level." + unit.level(), null, locale));
    }
}
