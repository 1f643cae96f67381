package vn.tungnha.households.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.tungnha.households.HouseholdQuery;
import vn.tungnha.households.Households;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Paging;

/** The other households of a village, to choose from. */
record Neighbours(Households households) {

    private static final Paging MOST_OF_A_VILLAGE = new Paging(0, 1000);

    List<Choice> of(long village, UUID except, LocalDate on, CurrentUser user) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "…")));
        households
                .list(new HouseholdQuery(null, Set.of(village), null, null, on), user, MOST_OF_A_VILLAGE)
                .items()
                .stream()
                .filter(row -> !row.id().equals(except))
                .forEach(row -> choices.add(new Choice(
                        row.id().toString(),
                        row.alley() + " " + row.number()
                                + (row.householder() == null ? "" : " · " + row.householder()))));
        return choices;
    }
}
