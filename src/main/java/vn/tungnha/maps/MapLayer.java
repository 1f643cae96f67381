package vn.tungnha.maps;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a province, in use from its day until the next one's, or taken out of use.
 *
 * @param shapes how many units it draws
 */
public record MapLayer(
        long id,
        LocalDate validFrom,
        String fileName,
        String property,
        int shapes,
        @Nullable String by,
        Instant createdAt,
        @Nullable Instant removedAt) {

    public boolean inUse() {
        return removedAt == null;
    }
}
