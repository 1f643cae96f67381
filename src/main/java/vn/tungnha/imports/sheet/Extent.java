package vn.tungnha.imports.sheet;

import java.util.List;

/**
 * Where the table was found in a file.
 *
 * @param sheet name of the sheet, empty for CSV; several are joined
 * @param headingRow as numbered in the sheet
 * @param present codes of the columns that are there
 * @param unknown headings that mean nothing to us
 * @param left rows that were left out, such as totals and signatures, in words
 */
public record Extent(
        String sheet, int headingRow, int rows, List<String> present, List<String> unknown, List<String> left) {}
