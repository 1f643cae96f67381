package vn.tungnha.demo;

import java.util.List;

/** Plausible Vietnamese names by sex and year of birth; nobody real. */
final class Names {

    private record Given(boolean male, int from, int to, String[] middle, String[] names) {}

    private final Weighted families = Weighted.of(ReferenceFile.rows("demo/family-names.txt"));
    private final List<Given> given = ReferenceFile.rows("demo/given-names.txt").stream()
            .map(row -> new Given(
                    row[0].equals("M"),
                    Integer.parseInt(row[1]),
                    Integer.parseInt(row[2]),
                    ReferenceFile.list(row[3]),
                    ReferenceFile.list(row[4])))
            .toList();

    String family(Dice dice) {
        return families.pick(dice);
    }

    String full(String family, boolean male, int birthYear, Dice dice) {
        return family + " " + own(list(male, birthYear), dice);
    }

    /** A name of one word more, for those of whose year and family there are too many. */
    String fuller(String family, boolean male, int birthYear, Dice dice) {
        Given list = list(male, birthYear);
        String name = own(list, dice);
        String more = dice.of(list.names());
        int last = name.lastIndexOf(' ');
        return name.contains(more)
                ? family + " " + name
                : family + " " + name.substring(0, last) + " " + more + name.substring(last);
    }

    private Given list(boolean male, int birthYear) {
        return given.stream()
                .filter(each -> each.male() == male && each.from() <= birthYear && birthYear <= each.to())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no given names for " + birthYear));
    }

    private static String own(Given list, Dice dice) {
        String middle = dice.of(list.middle());
        String name = dice.of(list.names());
        while (middle.endsWith(name)) {
            name = dice.of(list.names());
        }
        return middle + " " + name;
    }
}
