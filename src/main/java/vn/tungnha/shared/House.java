package vn.tungnha.shared;

/**
 * One house of an alley strip.
 *
 * @param state {@code met, absent, later, refused, none} or {@code next}
 * @param waiting saved on the phone, not sent yet
 */
public record House(String number, String state, boolean waiting) {}
