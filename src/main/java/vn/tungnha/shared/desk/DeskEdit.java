package vn.tungnha.shared.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;

/**
 * One thing about a row that can be set, and set back. Values are texts as forms send them, empty for none.
 *
 * @param <U> who is asking
 */
public interface DeskEdit<U> {

    /** How a value is typed. */
    enum Input {
        TEXT,
        NUMBER,
        DAY,
        CHOICE
    }

    /** The same as the column's where it is edited in place. */
    String code();

    /** Message key of what is set, such as "Đơn vị phụ trách". */
    String label();

    /** Message key of setting it for many, such as "Đặt đơn vị phụ trách"; null = only in place. */
    @Nullable
    String forMany();

    /** Whether a cell of the list can be edited. */
    boolean inPlace();

    Input input();

    /** The one value it can be set to without anything being typed; null = somebody types it. */
    default @Nullable String only() {
        return null;
    }

    /** Names of the roles that may. */
    List<String> roles();

    default List<Choice> choices(U user, Locale locale) {
        return List.of();
    }

    /** The page on which the same is edited without any of this. */
    String page(String id);

    /**
     * How it stands.
     *
     * @throws vn.tungnha.shared.NotFound when there is no such row; outside the scope it is
     *     {@link vn.tungnha.shared.OutOfScope}
     */
    Held held(String id, U user);

    /**
     * Sets it, through the module's own write: its rules, its line in the trail.
     *
     * @param state of {@link Held} when it was looked at
     * @throws vn.tungnha.shared.Stale when somebody has changed the row since
     * @throws vn.tungnha.shared.RuleBroken when it cannot be so
     */
    void put(String id, String state, String value, U user);

    /** The value in words. */
    String words(String value, Locale locale);

    /**
     * A row before it is changed.
     *
     * @param name as people know it
     * @param state changes whenever anybody changes the row
     * @param obstacle message key of why it cannot be changed; null = it can
     */
    record Held(
            String name,
            String state,
            String value,
            @Nullable String obstacle) {}
}
