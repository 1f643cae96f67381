package vn.tungnha.units.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitHistory;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** What the page of one unit shows, in finished texts. */
record UnitPage(
        String code,
        String title,
        String level,
        String on,
        String day,
        List<Choice> crumbs,
        List<Choice> areas,
        List<Row> children,
        Pages pages,
        List<Span> versions,
        List<Span> parents,
        List<Step> steps,
        @Nullable FamilyTree family,
        boolean mayAdd,
        boolean mayRename) {

    /** A unit in a list. */
    record Row(
            String code,
            String name,
            String level,
            String url,
            @Nullable String branch) {}

    /** Something that held from a day to a day; null = open. */
    record Span(
            String code,
            String text,
            @Nullable String url,
            @Nullable String from,
            @Nullable String to) {}

    /** One succession: who went into whom, when, by which decree. */
    record Step(
            String day,
            String from,
            String fromUrl,
            String to,
            String toUrl,
            boolean whole,
            @Nullable String decree) {}

    static Row row(UnitView unit, LocalDate on) {
        boolean leaf = unit.level() == UnitLevel.VILLAGE;
        return new Row(
                unit.code(),
                unit.fullName(),
                "units.level." + unit.level(),
                url(unit, on),
                leaf ? null : "/units/" + unit.code() + "/children?on=" + on);
    }

    static String url(UnitView unit, LocalDate on) {
        return "/units/" + unit.code() + "?on=" + on;
    }

    static List<Span> versions(UnitHistory history, Vn vn) {
        return history.versions().stream()
                .map(version -> new Span(
                        version.code(),
                        version.fullName(),
                        null,
                        open(version.validFrom(), vn),
                        open(version.validTo(), vn)))
                .toList();
    }

    static List<Span> parents(UnitHistory history, Vn vn) {
        return history.parents().stream()
                .map(parent -> new Span(
                        parent.unit().code(),
                        parent.unit().fullName(),
                        pinned(parent.unit(), parent.validTo()),
                        open(parent.validFrom(), vn),
                        open(parent.validTo(), vn)))
                .toList();
    }

    /** Predecessors and successors in one list, oldest first. */
    static List<Step> steps(UnitHistory history, Vn vn) {
        List<Dated> steps = new ArrayList<>();
        collect(history.unit(), history.before(), true, steps, vn);
        collect(history.unit(), history.after(), false, steps, vn);
        return steps.stream()
                .sorted(Comparator.comparing(Dated::effective))
                .map(Dated::step)
                .distinct()
                .toList();
    }

    private static void collect(UnitView near, List<UnitHistory.Kin> kin, boolean before, List<Dated> steps, Vn vn) {
        for (UnitHistory.Kin one : kin) {
            UnitView from = before ? one.unit() : near;
            UnitView to = before ? near : one.unit();
            steps.add(new Dated(
                    one.effective(),
                    new Step(
                            vn.day(one.effective()),
                            from.fullName(),
                            pinned(from, from.validTo()),
                            to.fullName(),
                            pinned(to, to.validTo()),
                            one.whole(),
                            one.decree())));
            collect(one.unit(), one.further(), before, steps, vn);
        }
    }

    private static String pinned(UnitView unit, LocalDate day) {
        LocalDate last =
                Stream.of(day, unit.validTo()).min(Comparator.naturalOrder()).orElseThrow();
        return "/units/" + unit.code() + (last.equals(Days.FOREVER) ? "" : "@" + last);
    }

    private static @Nullable String open(LocalDate day, Vn vn) {
        return day.equals(Days.SINCE_EVER) || day.equals(Days.FOREVER) ? null : vn.day(day);
    }

    private record Dated(LocalDate effective, Step step) {}
}
