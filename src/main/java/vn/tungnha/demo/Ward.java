package vn.tungnha.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A ward as it was before the mergers, with what the demonstration puts into it.
 *
 * @param pace how busily its teams work, 1 = usual
 * @param before how many of its people had accounts before, against the usual share
 * @param market empty where there is none
 * @param stays the ward itself, then the wards it went into
 */
record Ward(
        String code,
        String name,
        int teams,
        int households,
        double pace,
        double before,
        String market,
        List<String> streets,
        List<Stay> stays) {

    /** A commune in which the ward's villages lie on some days. */
    record Stay(long communeId, LocalDate from, LocalDate to) {}

    long id() {
        return stays.get(0).communeId();
    }

    long communeOn(LocalDate day) {
        return stays.stream()
                .filter(stay -> !day.isBefore(stay.from()) && !day.isAfter(stay.to()))
                .findFirst()
                .orElseThrow()
                .communeId();
    }
}
