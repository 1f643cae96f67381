package vn.tungnha.demo;

import java.time.LocalDate;
import java.util.List;
import vn.tungnha.shared.Days;

/** A residential group with its names through the mergers. */
record Village(long id, Ward ward, int number, List<Called> names) {

    /** A name from a day on. */
    record Called(String name, LocalDate from, LocalDate to) {}

    String code() {
        return ward.code() + "-T" + (number < 10 ? "0" : "") + number;
    }

    String nameToday() {
        return names.get(names.size() - 1).name();
    }

    static String plain(int number) {
        return "Tổ " + number;
    }

    /** The name for those whose number exists twice after a merger, until somebody renumbers them. */
    static List<Called> renamed(Ward ward, int number, LocalDate from) {
        return List.of(
                new Called(plain(number), Days.SINCE_EVER, from.minusDays(1)),
                new Called(plain(number) + " (" + ward.name() + " cũ)", from, Days.FOREVER));
    }
}
