package vn.tungnha.shared.table;

import java.util.List;

/**
 * Takes back what an import made, through the writes of the module that owns it.
 *
 * @param <U> who is asking
 */
public interface TakesBack<U> {

    /**
     * What of this has been changed, or is used by others, since. Writes nothing.
     *
     * @param made whole groups
     */
    List<Staying> staying(List<Made> made, U user);

    /** In the caller's transaction; none of it is among those that stay. */
    void takeBack(List<Made> made, String reason, U user);
}
