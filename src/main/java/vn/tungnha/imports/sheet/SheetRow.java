package vn.tungnha.imports.sheet;

import java.util.List;
import java.util.Map;

/**
 * A row of data.
 *
 * @param number see {@link Layout#row(int)}: as numbered in the sheet where only one is read
 * @param cells by column code, trimmed, composed; empty ones left out
 * @param changes what was read by a rule
 * @param dropped a person wants nothing of it
 */
public record SheetRow(int number, Map<String, String> cells, List<Change> changes, boolean dropped) {

    /**
     * A cell read as something else than what is written.
     *
     * @param column code of the column, empty for the whole row
     * @param rule message key below {@code imports.rule}
     */
    public record Change(String column, String before, String after, String rule) {}
}
