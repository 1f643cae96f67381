package vn.tungnha.teams;

import org.jspecify.annotations.Nullable;

/**
 * The group in which a team talks with its households.
 *
 * @param kind ZALO, FACEBOOK or OTHER
 * @param households how many households have joined, null when nobody counted
 */
public record ChatGroup(
        @Nullable String kind,
        @Nullable String url,
        @Nullable Integer households) {

    public static final ChatGroup NONE = new ChatGroup(null, null, null);
}
