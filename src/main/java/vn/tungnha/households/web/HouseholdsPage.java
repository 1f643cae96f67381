package vn.tungnha.households.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.ChoiceGroup;
import vn.tungnha.shared.Pages;

/** The list of households, alley after alley, ready to be shown. */
record HouseholdsPage(
        String summary,
        String q,
        String village,
        String team,
        String alley,
        List<Choice> anyVillage,
        List<ChoiceGroup> wards,
        List<Choice> teams,
        List<Choice> alleys,
        List<Row> rows,
        Pages pages,
        boolean mayCreate,
        boolean maySet) {

    /** @param firstOfAlley the alley when this row is the first of it on the page */
    record Row(
            String id,
            String elementId,
            String url,
            String editUrl,
            @Nullable String firstOfAlley,
            String number,
            String householder,
            String label,
            String kind,
            String village,
            String residents,
            String children,
            String phone) {}
}
