package vn.tungnha.shared;

import java.util.Collection;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line of the menu, given to the shell as a bean.
 *
 * @param key message key such as {@code teams.menu}; what stands before the dot is the name a page hands to the layout
 * @param path where the line leads, starting with a slash
 * @param order smaller stands further left
 * @param roles role names without {@code ROLE_}; empty = whoever is signed in
 * @param count asked when a page is written; null = nothing to count
 */
public record MenuEntry(
        String key,
        String path,
        int order,
        Set<String> roles,
        @Nullable IntSupplier count) {

    public MenuEntry(String key, String path, int order, Set<String> roles) {
        this(key, path, order, roles, null);
    }

    /** How much waits behind this line for whoever makes the present request. */
    public int waiting() {
        return count == null ? 0 : count.getAsInt();
    }

    public boolean isFor(Collection<String> held) {
        return roles.isEmpty() || held.stream().anyMatch(roles::contains);
    }

    public boolean is(String menu) {
        return key.equals(menu) || key.startsWith(menu + ".");
    }
}
