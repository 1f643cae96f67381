package vn.tungnha.households.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.tungnha.households.HouseholdQuery;
import vn.tungnha.households.HouseholdRow;
import vn.tungnha.households.Households;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.ChoiceGroup;
import vn.tungnha.shared.Paging;

/** The other households of a village, alley by alley, to choose from. */
record Neighbours(Households households) {

    private static final Paging MOST_OF_A_VILLAGE = new Paging(0, 1000);

    List<ChoiceGroup> of(long village, UUID except, LocalDate on, CurrentUser user) {
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
