package vn.tungnha.door;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as a citizen sends it.
 *
 * @param id from the form's token: the same form sent twice is one request
 * @param ward the commune that answers
 * @param village where to come to; null = not said
 * @param wanted days and hours that suit, in words
 * @param mayPublish whether words and answer may be shown to everybody, without who asked
 */
public record RequestCommand(
        UUID id,
        String kind,
        long ward,
        @Nullable Long village,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String wanted,
        @Nullable String words,
        boolean mayPublish) {}
