package vn.tungnha.shared;

/** One line of a select or a radio group: what is sent, and what is read. */
public record Choice(String value, String text) {}
