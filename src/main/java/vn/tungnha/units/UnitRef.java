package vn.tungnha.units;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;

/** A unit code as written in addresses: {@code 20212} or pinned to a day, {@code 20212@2024-09-30}. */
public record UnitRef(String code, @Nullable LocalDate day) {

    /** A unit that has not been there always, or is no more, is pinned to its life: codes are given anew. */
    public static UnitRef of(String code, LocalDate first, LocalDate last) {
        boolean ended = !last.equals(Days.FOREVER);
        boolean young = !first.equals(Days.SINCE_EVER);
        return new UnitRef(code, ended ? last : young ? first : null);
    }

    /** What does not end in a day is a code as a whole. */
    public static UnitRef parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return new UnitRef(text, null);
        }
        try {
            return new UnitRef(text.substring(0, at), LocalDate.parse(text.substring(at + 1)));
        } catch (DateTimeParseException noDay) {
            return new UnitRef(text, null);
        }
    }

    /** The pinned day, else the one given. */
    public LocalDate dayOr(LocalDate other) {
        return day == null ? other : day;
    }

    @Override
    public String toString() {
        return day == null ? code : code + "@" + day;
    }
}
