package vn.tungnha.door;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tungnha.shared.SortKeys;

/**
 * An address as people type it, "K112/14 Hải Phòng", as words of the names of streets and alleys, the best first: the house
 * is left out, as the register is not to tell anybody which houses there are.
 *
 * @param attempts patterns of which a folded name has to match every one; one list after the other
 */
record TypedAddress(List<List<String>> attempts) {

    private static final Pattern LANE =
            Pattern.compile("(k|h|n|kiet|hem|ngo|ngach)\\.?\\s*(\\d+[a-z]?)(?:\\s*/\\s*\\S+)*\\s*(.*)");
    private static final Pattern NUMBER = Pattern.compile("(?:so\\s+)?(\\d+[a-z]?)((?:\\s*/\\s*[\\da-z]+)*)\\s+(.*)");
    private static final Pattern NOISE = Pattern.compile("\\b(duong|pho|so nha|nha so|to dan pho)\\b");

    private static final Pattern ALONE = Pattern.compile("%\\d+[a-z]?%");

    static TypedAddress of(String typed) {
        String folded = NOISE.matcher(SortKeys.fold(typed)).replaceAll(" ").strip();
        List<List<String>> attempts = new ArrayList<>();
        Matcher lane = LANE.matcher(folded);
        Matcher number = NUMBER.matcher(folded);
        if (lane.matches()) {
            add(attempts, word(lane.group(1)) + " " + lane.group(2) + " " + lane.group(3));
            add(attempts, lane.group(3));
        } else if (number.matches()) {
            if (!number.group(2).isBlank()) {
                add(attempts, number.group(1) + " " + number.group(3));
            }
            add(attempts, number.group(3));
        } else {
            add(attempts, folded);
        }
        return new TypedAddress(attempts);
    }

    /** A number in a pattern stands alone: 112 does not find 1120. */
    private static void add(List<List<String>> attempts, String words) {
        List<String> patterns = SortKeys.patterns(words).stream()
                .map(pattern -> ALONE.matcher(pattern).matches()
                        ? "% " + pattern.substring(1, pattern.length() - 1) + " %"
                        : pattern)
                .toList();
        if (!patterns.isEmpty() && words.strip().length() > 1) {
            attempts.add(patterns);
        }
    }

    private static String word(String typed) {
        return switch (typed) {
            case "k" -> "kiet";
            case "h" -> "hem";
            case "n" -> "ngo";
            default -> typed;
        };
    }
}
