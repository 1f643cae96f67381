package vn.tungnha.imports;

import java.util.Map;

/**
 * What a person says about the tables of a file.
 *
 * @param sheets by their place in the file
 */
public record Correction(Map<Integer, Sheet> sheets) {

    /**
     * @param taken whether it is to be read
     * @param headingRow as numbered in the sheet; 0 = there is none
     * @param columns what they mean by index: a code, a code with what a mark in it says ({@code sex:Nam}), or nothing
     * @param fixed what stands in no column, by code
     */
    public record Sheet(
            boolean taken, int headingRow, int headingRows, Map<Integer, String> columns, Map<String, String> fixed) {}
}
