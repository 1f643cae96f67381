package vn.tungnha.shared.chart;

/** A value or a word at a place of the drawing. */
public record Mark(String x, String y, String text) {}
