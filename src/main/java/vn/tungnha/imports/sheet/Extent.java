package vn.tungnha.imports.sheet;

import java.util.List;

/**
 * Where the table was found in a file.
 *
 * @param sheet name of the sheet, empty for CSV
 * @param headingRow as numbered in the sheet
 * @param present codes of the columns that are there
 * @param unknown headings that mean nothing to us
 */
public record Extent(String sheet, int headingRow, int rows, List<String> present, List<String> unknown) {}
