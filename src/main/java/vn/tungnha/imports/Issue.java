package vn.tungnha.imports;

import vn.tungnha.shared.table.Finding;

/**
 * Something found in a row, in words.
 *
 * @param row as numbered in the sheet
 * @param column code of the column, empty for the whole row
 * @param columnName as the reader knows it
 */
public record Issue(int row, Finding.Level level, String column, String columnName, String message) {}
