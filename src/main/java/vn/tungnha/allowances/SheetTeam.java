package vn.tungnha.allowances;

import java.time.LocalDate;

/** A team with the commune that pays it. */
public record SheetTeam(long id, String name, long commune, LocalDate establishedOn, LocalDate endedOn) {

    boolean exists(LocalDate day) {
        return !day.isBefore(establishedOn) && !day.isAfter(endedOn);
    }
}
