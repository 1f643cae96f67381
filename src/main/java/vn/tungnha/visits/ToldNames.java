package vn.tungnha.visits;

import java.util.Map;
import java.util.UUID;

/**
 * What those are called whom tellings of a visit name by id.
 *
 * @param people residents and members; newcomers as they were told
 */
public record ToldNames(Map<UUID, String> people, Map<UUID, Home> homes, Map<Long, String> teams) {

    /** Where a household lives. */
    public record Home(String alley, String number) {}
}
