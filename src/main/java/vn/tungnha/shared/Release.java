package vn.tungnha.shared;

/**
 * Which build of the pages this is: phones keep what they have loaded until it changes.
 *
 * @param value a short opaque word
 */
public record Release(String value) {}
