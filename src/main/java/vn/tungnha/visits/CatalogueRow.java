package vn.tungnha.visits;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of the catalogue as an administrator edits it. What its kind does not know is null or false.
 *
 * @param code fixed once made
 * @param minAge years, reckoned as year of the day - birth year
 * @param topic the topic preset when this account is ticked
 * @param version of the row when it was read
 */
public record CatalogueRow(
        Kind kind,
        String code,
        String nameVi,
        String nameEn,
        @Nullable String shortVi,
        @Nullable String shortEn,
        @Nullable String icon,
        @Nullable Integer minAge,
        @Nullable String topic,
        @Nullable String pillar,
        boolean onForm,
        boolean enabled,
        @Nullable Integer position,
        int version) {

    /** A list of the catalogue, and what its rows know besides code and names. */
    public enum Kind {
        ACCOUNT_TYPES(
                "account_type",
                List.of("short_vi", "short_en", "icon", "min_age", "topic", "on_form", "enabled", "position")),
        TOPICS("topic", List.of("pillar", "on_form", "enabled", "position")),
        FAILURE_REASONS("failure_reason", List.of("on_form", "enabled", "position")),
        SKIP_REASONS("skip_reason", List.of("enabled", "position")),
        /** Fixed: only their labels change. */
        OUTCOMES("outcome", List.of());

        final String table;
        final List<String> columns;

        Kind(String table, List<String> columns) {
            this.table = table;
            this.columns = columns;
        }

        /** As addresses and messages write it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean knows(String column) {
            return columns.contains(column);
        }

        public boolean extensible() {
            return this != OUTCOMES;
        }
    }
}
