package vn.tungnha.shared;

import java.util.Collection;
import java.util.Set;

/**
 * One line of the menu, given to the shell as a bean.
 *
 * @param key message key such as {@code teams.menu}; what stands before the dot is the name a page hands to the layout
 * @param path where the line leads, starting with a slash
 * @param order smaller stands further left
 * @param roles role names without {@code ROLE_}; empty = whoever is signed in
 */
public record MenuEntry(String key, String path, int order, Set<String> roles) {

    public boolean isFor(Collection<String> held) {
        return roles.isEmpty() || held.stream().anyMatch(roles::contains);
    }

    public boolean is(String menu) {
        return key.equals(menu) || key.startsWith(menu + ".");
    }
}
