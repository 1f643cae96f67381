package vn.tungnha.imports.sheet;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * How ugly a workbook is.
 *
 * @param headings which of the ways to write headings
 */
record Ugliness(Format format, Set<Way> ways, int headings, Days days, Phones phones, long seed) {

    /** What kind of file. */
    enum Format {
        XLSX,
        XLS,
        CSV,
        CSV_UTF16,
        CSV_SEMICOLON
    }

    /** What people do to a list. */
    enum Way {
        TITLES,
        BLANK_ROWS,
        TWO_HEADING_ROWS,
        COLUMN_NUMBERS,
        SERIAL_COLUMN,
        SHUFFLED,
        STRANGE_COLUMNS,
        MERGED,
        BLANK_BELOW,
        VILLAGE_IN_TITLE,
        VILLAGE_IN_SHEET_NAME,
        TICKS,
        CAPITALS,
        DOUBLE_SPACES,
        DECOMPOSED,
        TCVN3,
        VNI,
        HIDDEN_ROWS,
        TOTAL,
        SIGNATURE,
        HEADING_AGAIN,
        COVER_SHEET,
        FORMULAS
    }

    /** How birth years are written. */
    enum Days {
        NUMBER,
        TEXT,
        DAY_TEXT,
        MONTH_FIRST,
        DAY_CELL,
        SERIAL,
        NOTHING_BUT_YEAR
    }

    /** How phones are written. */
    enum Phones {
        PLAIN,
        NUMBER,
        DOTS,
        SPACES,
        ABROAD,
        TWO
    }

    static Ugliness of(Format format, long seed, Way... ways) {
        Set<Way> all = EnumSet.noneOf(Way.class);
        all.addAll(List.of(ways));
        return new Ugliness(format, all, 0, Days.NUMBER, Phones.PLAIN, seed);
    }

    Ugliness with(Days other) {
        return new Ugliness(format, ways, headings, other, phones, seed);
    }

    Ugliness with(Phones other) {
        return new Ugliness(format, ways, headings, days, other, seed);
    }

    Ugliness headed(int other) {
        return new Ugliness(format, ways, other, days, phones, seed);
    }

    boolean is(Way way) {
        return ways.contains(way);
    }

    boolean csv() {
        return format.name().startsWith("CSV");
    }

    /** Anything at all, without what cannot be in one file together. */
    static Ugliness random(long seed) {
        Random random = new Random(seed);
        Set<Way> ways = EnumSet.noneOf(Way.class);
        for (Way way : Way.values()) {
            if (random.nextInt(3) == 0) {
                ways.add(way);
            }
        }
        Format format = Register.pick(List.of(Format.values()), random);
        if (format.name().startsWith("CSV")) {
            ways.removeAll(Set.of(
                    Way.MERGED,
                    Way.HIDDEN_ROWS,
                    Way.FORMULAS,
                    Way.COVER_SHEET,
                    Way.VILLAGE_IN_SHEET_NAME,
                    Way.TCVN3,
                    Way.VNI));
        }
        exclude(ways, Way.MERGED, Way.BLANK_BELOW);
        exclude(ways, Way.VILLAGE_IN_SHEET_NAME, Way.VILLAGE_IN_TITLE);
        exclude(ways, Way.TCVN3, Way.VNI, Way.CAPITALS, Way.DECOMPOSED);
        exclude(ways, Way.TWO_HEADING_ROWS, Way.HEADING_AGAIN);
        return new Ugliness(
                format,
                ways,
                random.nextInt(UglyWriter.HEADINGS.size()),
                Register.pick(List.of(Days.values()), random),
                Register.pick(List.of(Phones.values()), random),
                seed);
    }

    private static void exclude(Set<Way> ways, Way... oneOf) {
        boolean seen = false;
        for (Way way : oneOf) {
            if (ways.contains(way) && seen) {
                ways.remove(way);
            }
            seen |= ways.contains(way);
        }
    }
}
