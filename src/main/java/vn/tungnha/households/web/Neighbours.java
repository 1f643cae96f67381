package vn.tungnha.households.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.households.HouseholdQuery;
import vn.tungnha.households.HouseholdRow;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.ChoiceGroup;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;

/** The other households to move to, alley by alley: of the same village, or of another one within reach. */
@Component
@RequiredArgsConstructor
class Neighbours {

    private static final Paging MOST_OF_A_VILLAGE = new Paging(0, 1000);

    private final Households households;
    private final HouseholdVillages villages;
    private final Clock clock;

    /**
     * @param village the one picked; out of reach or none = that of the household
     * @param except not offered
     */
    void offer(HouseholdView household, @Nullable Long village, @Nullable UUID except, CurrentUser user, Model model) {
        long shown = village != null && villages.names(user).containsKey(village) ? village : household.villageId();
        model.addAttribute("village", String.valueOf(shown));
        model.addAttribute("villages", villages.choices(user, any -> true, it -> String.valueOf(it.id())));
        model.addAttribute("alleys", of(shown, except, Days.today(clock), user));
    }

    private List<ChoiceGroup> of(long village, @Nullable UUID except, LocalDate on, CurrentUser user) {
        Map<String, List<Choice>> alleys = new LinkedHashMap<>();
        households
                .list(new HouseholdQuery(null, Set.of(village), null, null, on), user, MOST_OF_A_VILLAGE)
                .items()
                .stream()
                .filter(row -> !row.id().equals(except))
                .forEach(row -> alleys.computeIfAbsent(row.alley(), alley -> new ArrayList<>())
                        .add(new Choice(row.id().toString(), text(row))));
        return alleys.entrySet().stream()
                .map(alley -> new ChoiceGroup(alley.getKey(), alley.getValue()))
                .toList();
    }

    private static String text(HouseholdRow row) {
        return row.alley() + " " + row.number() + (row.householder() == null ? "" : " · " + row.householder());
    }
}
