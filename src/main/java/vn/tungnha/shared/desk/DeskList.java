package vn.tungnha.shared.desk;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A list that officials live in, offered as a bean by the module that owns it.
 *
 * @param <U> who is asking; the module {@code identity} says what that is
 */
public interface DeskList<U> {

    /** As in addresses, such as {@code households}. */
    String code();

    /** The mapping pattern of the page that shows it, such as {@code /teams/{id}}. */
    String pattern();

    /** Names of the roles that may read it; empty = whoever is signed in. */
    List<String> roles();

    /** Whether taking all of it away is a reading of personal data that the trail must tell of. */
    boolean personal();

    List<DeskColumn> columns();

    /**
     * All that the page would show on all its pages, in its order, and nothing outside the reader's scope.
     *
     * @param asked what the page's address asks for
     * @param goesOn is given each row; false = no more are wanted
     */
    void each(Asked asked, U user, Locale locale, Predicate<DeskRow> goesOn);

    /** What can be changed in it, in place or for many rows at once. */
    default List<? extends DeskEdit<U>> edits() {
        return List.of();
    }

    /** Where else rows that somebody has chosen can be handed to. */
    default List<DeskOrder> orders() {
        return List.of();
    }
}
