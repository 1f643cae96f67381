package vn.tungnha.imports.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tungnha.imports.sheet.Heading.Named;
import vn.tungnha.imports.sheet.Layout.ColumnLayout;
import vn.tungnha.shared.VietnameseText;

/** What the cells of one column tell together: its lettering, and how its days are written. */
class ColumnEvidence {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2}|\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
    private static final Pattern SERIAL = Pattern.compile("[1-5]\\d{4}");
    private static final int EXAMPLES = 3;
    private static final int FILLED = 3;

    private final Map<Lettering, Syllables.Count> letters = new EnumMap<>(Lettering.class);
    private final List<String> examples = new ArrayList<>();
    private boolean unicode;
    private int dayFirst;
    private int monthFirst;
    private int days;
    private int years;
    private int serials;
    private int filled;

    void take(String cell) {
        if (cell.isBlank()) {
            return;
        }
        filled++;
        if (examples.size() < EXAMPLES && !examples.contains(cell)) {
            examples.add(cell.length() > 60 ? cell.substring(0, 60) : cell);
        }
        String text = cell.strip();
        count(text);
        if (Lettering.foreign(text)) {
            unicode = true;
        } else if (text.chars().anyMatch(letter -> letter > 0x7F)) {
            for (Lettering lettering : Lettering.values()) {
                letters.merge(lettering, Syllables.count(text, lettering), Syllables.Count::plus);
            }
        }
    }

    private void count(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            days++;
            dayFirst += Integer.parseInt(day.group(1)) > 12 ? 1 : 0;
            monthFirst += Integer.parseInt(day.group(2)) > 12 ? 1 : 0;
        } else if (YEAR.matcher(text).matches()) {
            years++;
        } else if (SERIAL.matcher(text).matches()) {
            serials++;
        }
    }

    /** A date or a signature below a table fills no column. */
    boolean isFilled() {
        return filled >= FILLED;
    }

    /** Unicode unless another reading makes clearly more sense of it. */
    Lettering lettering() {
        Syllables.Count plain = letters.getOrDefault(Lettering.UNICODE, new Syllables.Count(0, 0));
        Lettering best = Lettering.UNICODE;
        double most = plain.share();
        for (Lettering other : new Lettering[] {Lettering.TCVN3, Lettering.VNI}) {
            double share =
                    letters.getOrDefault(other, new Syllables.Count(0, 0)).share();
            if (plain.bad() > 0 && share >= 0.7 && share > most + (unicode ? 0.5 : 0.15)) {
                best = other;
                most = share;
            }
        }
        return best;
    }

    ColumnLayout layout(int index, Named named) {
        Lettering lettering = lettering();
        return new ColumnLayout(
                index,
                named.text(),
                named.code(),
                named.tick(),
                lettering,
                monthFirst > 0 && dayFirst == 0,
                serials > 0 && serials + days > years,
                examples.stream()
                        .map(example -> VietnameseText.normalise(lettering.read(example)))
                        .toList(),
                named.why());
    }
}
