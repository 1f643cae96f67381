package vn.tungnha.shared;

/** One part of a segmented control that is made of links. */
public record Segment(String text, String url, boolean here) {}
