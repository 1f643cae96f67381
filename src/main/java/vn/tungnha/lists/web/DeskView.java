package vn.tungnha.lists.web;

import java.util.List;
import java.util.Set;
import vn.tungnha.lists.KeptFilters;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.desk.DeskOrder;

/**
 * What every list has, for its page; templates read it as {@code desk}.
 *
 * @param asked the page's filters as one text
 * @param filtered whether anything is filtered
 * @param all the page without any filter
 * @param chosen codes of the columns that are shown
 * @param inPlace codes of the columns whose cells can be edited
 * @param forMany what can be done to many rows at once
 */
record DeskView(
        String code,
        String asked,
        String page,
        boolean filtered,
        String all,
        boolean filters,
        List<Column> columns,
        Set<String> chosen,
        List<KeptFilters.Kept> kept,
        String xlsx,
        String csv,
        Set<String> inPlace,
        List<Choice> forMany,
        List<DeskOrder> orders) {

    record Column(String code, String text, boolean shown) {}

    public boolean shows(String column) {
        return chosen.contains(column);
    }

    public boolean edits(String column) {
        return inPlace.contains(column);
    }

    /** Whether rows can be chosen. */
    public boolean choosing() {
        return !forMany.isEmpty() || !orders.isEmpty();
    }
}
