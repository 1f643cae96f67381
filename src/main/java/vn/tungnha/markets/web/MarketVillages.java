package vn.tungnha.markets.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** The villages in which a market may lie, as far as its ward goes. */
@Component
@RequiredArgsConstructor
class MarketVillages {

    private final Units units;
    private final FoundingWards founders;
    private final Clock clock;

    List<ChoiceGroup> choices(CurrentUser user) {
        LocalDate today = Days.today(clock);
        Map<Long, UnitView> villages = new LinkedHashMap<>();
        for (UnitView root : units.all(user.scope().roots(Data.FIGURES), today).values()) {
            units.under(root.id(), UnitLevel.VILLAGE, today).forEach(village -> villages.put(village.id(), village));
        }
        return founders.group(List.copyOf(villages.values()), village -> String.valueOf(village.id()));
    }
}
