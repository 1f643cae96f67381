package vn.tungnha.models;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A community model as it is written down.
 *
 * @param owner the organisation that runs it
 * @param digital it serves digital transformation
 * @param copiedFrom the model it was taken over from; null = its own
 */
public record ModelCommand(
        String kind,
        String name,
        String owner,
        @Nullable Long unit,
        @Nullable LocalDate foundedOn,
        boolean digital,
        String summary,
        @Nullable String results,
        @Nullable UUID copiedFrom) {}
