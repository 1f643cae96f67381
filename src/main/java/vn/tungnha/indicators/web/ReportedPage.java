package vn.tungnha.indicators.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The monthly entry form of a ward, with what was typed or stored. */
record ReportedPage(
        String unit,
        String period,
        Switches switches,
        String lead,
        String source,
        String captured,
        boolean restated,
        List<Group> groups,
        List<Cell> population,
        List<String> warnings,
        @Nullable String error,
        @Nullable String errorField,
        List<HistoryRow> history) {

    /** What belongs together, and how much of it is there; open where something is wrong in it, else the first. */
    record Group(String name, String filled, boolean open, List<Pair> pairs) {}

    /** One indicator: its numerator beside its denominator. */
    record Pair(String name, Cell numerator, @Nullable Cell denominator) {

        /** Nothing to type where both stand above already. */
        boolean empty() {
            return cells().findAny().isEmpty();
        }

        Stream<Cell> cells() {
            return Stream.of(numerator, denominator).filter(cell -> cell != null && !cell.repeated());
        }
    }

    /**
     * One measure; a denominator that several indicators share can be typed once only, the rest show it.
     *
     * @param stored what was in force when the page was made; what is sent back unchanged was not touched
     */
    record Cell(String code, String name, String typed, String stored, boolean repeated, boolean wrong) {}

    /** One value that was entered. */
    record HistoryRow(
            String measure, String amount, String source, String captured, String by, String at, boolean replaced) {}
}
