package vn.tungnha.indicators.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.Segment;

/**
 * The period picker and its companions, as links that need no script.
 *
 * @param place the unit shown and others to choose from
 * @param period the period shown, in words
 * @param later null when that has not begun
 * @param structures empty on pages that show one tree only
 * @param day the chosen day, if one was chosen
 * @param kept what the form for another unit sends along
 */
record Switches(
        String path,
        ShownUnit.Place place,
        List<Segment> grains,
        String period,
        String earlier,
        @Nullable String later,
        List<Segment> structures,
        String day,
        List<Choice> kept) {

    static Switches of(
            PageAddress address, ShownUnit.Place place, boolean structured, LocalDate today, FigureWords words) {
        Period period = address.period();
        LocalDate anchor = period.last().isAfter(today) ? today : period.last();
        List<Segment> grains = new ArrayList<>();
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR)) {
            grains.add(new Segment(
                    words.text("grain." + grain.name().toLowerCase(Locale.ROOT)),
                    address.in(Period.of(grain, anchor)).url(),
                    grain == period.grain()));
        }
        Period next = period.next();
        boolean ends = period.grain() == Grain.CUMULATIVE || next.first().isAfter(today);
        return new Switches(
                address.path(),
                place,
                grains,
                words.periodTitle(period),
                address.in(period.previous()).url(),
                ends ? null : address.in(next).url(),
                structured ? structures(address, words) : List.of(),
                day(address.structure()),
                kept(address));
    }

    private static List<Segment> structures(PageAddress address, FigureWords words) {
        String shown = address.structure() == null ? "then" : address.structure();
        List<Segment> structures = new ArrayList<>();
        for (String each : List.of("then", "now", "locked")) {
            structures.add(new Segment(
                    words.text("structure." + each), address.under(each).url(), each.equals(shown)));
        }
        if (structures.stream().noneMatch(Segment::here)) {
            String day = words.vn().day(LocalDate.parse(shown));
            structures.add(new Segment(words.text("structure.day", day), address.url(), true));
        }
        return structures;
    }

    static String day(@Nullable String structure) {
        return structure == null || structure.equals("then") || structure.equals("now") || structure.equals("locked")
                ? ""
                : structure;
    }

    private static List<Choice> kept(PageAddress address) {
        List<Choice> kept = new ArrayList<>();
        kept.add(new Choice("period", address.period().code()));
        if (address.variant() != null) {
            kept.add(new Choice("variant", address.variant()));
        }
        if (address.structure() != null) {
            kept.add(new Choice("structure", address.structure()));
        }
        return kept;
    }
}
