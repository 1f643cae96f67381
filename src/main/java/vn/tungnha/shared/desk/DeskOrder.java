package vn.tungnha.shared.desk;

import java.util.List;

/**
 * A form elsewhere that takes the ids of chosen rows as {@code row}.
 *
 * @param key message key of its button
 * @param action where it is sent
 * @param roles names of the roles that may
 */
public record DeskOrder(String key, String action, List<String> roles) {}
