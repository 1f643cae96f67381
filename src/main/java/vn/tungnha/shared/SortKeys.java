package vn.tungnha.shared;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys by which names, alleys and house numbers are stored, to be sorted by bytes and searched. */
public final class SortKeys {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s,.;]+");

    /** Sorts behind every key of a number. */
    private static final String NO_NUMBER = "~~";

    private static final Pattern LANE = Pattern.compile("(kiet|hem|ngo|ngach) (\\S+)(?: .*)?");
    private static final Pattern IN_LANE =
            Pattern.compile("((?:kiet|hem|ngo|ngach|k|h|n)?)\\s*([^\\s/]+)\\s*/\\s*\\S.*");

    private SortKeys() {}

    /** What a search looks in: folded words with single spaces, no commas. */
    public static String fold(String text) {
        return PUNCTUATION.matcher(VietnameseText.fold(text)).replaceAll(" ").strip();
    }

    /** The given name first, as lists of Vietnamese people are sorted: "Trần Thị Hoa" gives "hoa tran thi". */
    public static String person(String name) {
        return VietnameseText.nameKey(fold(name));
    }

    /**
     * Alley after alley, then house after house: 12, 12A, 12/3, 12/14, 14; houses without a number come last. Both sides
     * of an alley are one walk, as an alley is narrow.
     */
    public static String walking(String alley, String number) {
        String within = withinAlley(alley, number);
        String house = within.isEmpty() ? NO_NUMBER : VietnameseText.naturalKey(within);
        // a space sorts before all that a key is made of: "Kiệt 112" before "Kiệt 112 Hải Phòng"
        return VietnameseText.naturalKey(alley) + ' ' + house;
    }

    /** Of "K112/14" or "112/14" in Kiệt 112 only the 14 tells houses apart; a number of its own stays as it is. */
    public static String withinAlley(String alley, String number) {
        Matcher lane = LANE.matcher(VietnameseText.fold(alley));
        Matcher parts = IN_LANE.matcher(VietnameseText.fold(number));
        boolean repeated = lane.matches()
                && parts.matches()
                && parts.group(2).equals(lane.group(2))
                && (parts.group(1).isEmpty() || lane.group(1).startsWith(parts.group(1)));
        return repeated
                ? number.strip().substring(number.strip().indexOf('/') + 1).strip()
                : number.strip();
    }

    /** Where a household is looked for: as registered, and as people of a lane say it, "k112/14" beside "kiet 112 hai phong 14". */
    public static String address(String alley, String number) {
        String registered = fold(alley + " " + number);
        Matcher lane = LANE.matcher(fold(alley));
        String within = fold(withinAlley(alley, number));
        if (!lane.matches() || within.isEmpty()) {
            return registered;
        }
        return registered + ' ' + lane.group(1).charAt(0) + lane.group(2) + '/' + within;
    }

    /** What is typed into a search box, as patterns of which every one must be found in a folded text. */
    public static List<String> patterns(String typed) {
        return Stream.of(fold(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }
}
