package vn.tungnha.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The browser a request comes from, as it names itself in {@code X-Device}. A controller takes it as a parameter.
 *
 * @param id made by the phone; null when it named none
 * @param known every id this session has named: one that was revoked is not shaken off by naming another
 * @param release of the pages the phone runs, from {@code X-Release}; null when it did not say
 * @param series of the login that this browser remembers; null when it remembers none
 */
public record CurrentDevice(
        @Nullable UUID id,
        Set<UUID> known,
        UserAgent agent,
        @Nullable String release,
        @Nullable String series) {}
