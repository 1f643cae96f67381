package vn.tungnha.indicators.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;

/**
 * What has to be reckoned for one page of values, which come by indicator, then period, then place: whoever pages through
 * a province reckons each figure once, not all of them for every page.
 *
 * @param skip how many of the reckoned values stand before the page
 * @param count how many stand on it
 * @param total on all pages
 */
record ValueSlice(
        List<IndicatorChoice> choices,
        List<Period> periods,
        List<Long> places,
        int skip,
        int count,
        Paging paging,
        long total) {

    /** As many as a feed gives at once. */
    static final int MOST_VALUES = 100_000;

    static ValueSlice of(List<IndicatorChoice> choices, List<Period> periods, List<Long> places, Paging paging) {
        long total = (long) choices.size() * periods.size() * places.size();
        if (total > MOST_VALUES) {
            throw RuleBroken.at("indicator", "indicators.error.too-many-values", MOST_VALUES);
        }
        int first = (int) Math.min(paging.offset(), total);
        int end = (int) Math.min(paging.offset() + paging.size(), total);
        if (first == end) {
            return new ValueSlice(List.of(), List.of(), List.of(), 0, 0, paging, total);
        }
        int row = places.size();
        int block = row * periods.size();
        int last = end - 1;
        int from = first / block * block;
        List<IndicatorChoice> some = choices.subList(first / block, last / block + 1);
        List<Period> days = periods;
        List<Long> units = places;
        if (some.size() == 1) {
            days = periods.subList(first % block / row, last % block / row + 1);
            from = first / row * row;
            if (days.size() == 1) {
                units = places.subList(first % row, last % row + 1);
                from = first;
            }
        }
        return new ValueSlice(some, days, units, first - from, end - first, paging, total);
    }

    PageOf<ValueView> page(Supplier<List<IndicatorValue>> reckoned, Function<IndicatorValue, ValueView> view) {
        List<ValueView> items = count == 0
                ? List.of()
                : reckoned.get().subList(skip, skip + count).stream().map(view).toList();
        return PageOf.of(items, paging, total);
    }
}
