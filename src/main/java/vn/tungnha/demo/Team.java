package vn.tungnha.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A team with its one residential group.
 *
 * @param pace visits against the usual number, 1 = usual
 * @param silentDays it has logged nothing for so many days
 */
record Team(long id, Village village, LocalDate established, List<UUID> members, double pace, int silentDays) {

    Ward ward() {
        return village.ward();
    }

    /** The team of the accounts totruong33 and thanhvien33. */
    boolean showcase() {
        return village.number() == 33 && ward().code().equals("20212");
    }
}
