package vn.tungnha.households.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.shared.ChoiceGroup;
import vn.tungnha.shared.Days;
import vn.tungnha.units.FoundingWards;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The villages whose people one may see. */
@Component
@RequiredArgsConstructor
class HouseholdVillages {

    private final Units units;
    private final FoundingWards founders;
    private final Clock clock;

    List<UnitView> of(CurrentUser user) {
        LocalDate today = Days.today(clock);
        Map<Long, UnitView> villages = new LinkedHashMap<>();
        for (UnitView root : units.all(user.scope().roots(Data.PEOPLE), today).values()) {
            if (root.level() == UnitLevel.VILLAGE) {
                villages.put(root.id(), root);
            } else {
                units.under(root.id(), UnitLevel.VILLAGE, today)
                        .forEach(village -> villages.put(village.id(), village));
            }
        }
        return new ArrayList<>(villages.values());
    }

    /** The villages to choose from, under the wards that founded them. */
    List<ChoiceGroup> choices(CurrentUser user, Predicate<UnitView> open, Function<UnitView, String> value) {
        return founders.group(of(user).stream().filter(open).toList(), value);
    }

    Map<Long, String> names(CurrentUser user) {
        return of(user).stream().collect(Collectors.toMap(UnitView::id, UnitView::name));
    }

    /** What a village is called today, by its id as a form sends it. */
    String name(String id) {
        try {
            return units.get(Long.parseLong(id), Days.today(clock)).name();
        } catch (NumberFormatException notAnId) {
            return id;
        }
    }
}
