package vn.tungnha.shared.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that people come back to.
 *
 * @param <U> who is asking
 */
public interface Seen<U> {

    /** Such as {@code team}. */
    String kind();

    /** Mapping patterns of pages that show one; their first path variable names it. */
    List<String> patterns();

    /**
     * The thing as it is called today; empty when it is gone or no longer within reach.
     *
     * @throws vn.tungnha.shared.NotFound the same
     * @throws vn.tungnha.shared.OutOfScope the same
     */
    Optional<Thing> look(String ref, U user, Locale locale);

    /** Something to come back to. */
    record Thing(String url, String text, @Nullable String note) {}
}
