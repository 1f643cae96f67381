package vn.tungnha.reports.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.reports.Displays;

/** What was typed into the form, row by row. */
record DisplayDraft(List<String> numbers, List<String> chosen) {

    static DisplayDraft of(List<IndicatorChoice> lines) {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= lines.size(); i++) {
            numbers.add(String.valueOf(i));
        }
        return new DisplayDraft(numbers, lines.stream().map(Displays::text).toList());
    }

    /** Chosen ones by their numbers; what has none comes last, equal ones as they stand. */
    DisplayDraft sorted() {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (!chosen.get(i).isBlank()) {
                rows.add(i);
            }
        }
        rows.sort(Comparator.comparingInt(this::number));
        return of(rows.stream().map(chosen::get).map(Displays::choice).toList());
    }

    List<IndicatorChoice> lines() {
        return chosen.stream().map(Displays::choice).toList();
    }

    private int number(int row) {
        String text = row < numbers.size() ? numbers.get(row).strip() : "";
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }
}
