package vn.tungnha.indicators.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.Segment;

/** Unit, period and structure of a page of targets; targets are set ahead, so that next year is at hand. */
@Component
@RequiredArgsConstructor
class TargetSwitches {

    private final ShownUnit shown;

    Switches of(TargetBoard.Read read, CurrentUser user, StandingWords words) {
        TargetsAddress address = read.address();
        Period period = read.period();
        LocalDate today = shown.today();
        LocalDate anchor = period.contains(today) ? today : period.last();
        List<Segment> grains = new ArrayList<>();
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR)) {
            grains.add(new Segment(
                    words.figures().text("grain." + grain.name().toLowerCase(Locale.ROOT)),
                    in(address, Period.of(grain, anchor)),
                    grain == period.grain()));
        }
        boolean ends = period.next().first().isAfter(today.plusYears(1));
        return new Switches(
                TargetPages.PATH,
                shown.place(read.unit(), read.day(), user),
                grains,
                words.figures().periodTitle(period),
                in(address, period.previous()),
                ends ? null : in(address, period.next()),
                structures(read, words),
                Switches.day(address.get("structure")),
                address.kept("unit"));
    }

    private static List<Segment> structures(TargetBoard.Read read, StandingWords words) {
        String here = Objects.requireNonNullElse(read.address().get("structure"), "then");
        List<Segment> structures = new ArrayList<>();
        for (String each : List.of("then", "now")) {
            structures.add(new Segment(
                    words.figures().text("structure." + each),
                    read.address()
                            .with(Map.of("structure", each.equals("then") ? "" : each))
                            .url(TargetPages.PATH),
                    each.equals(here)));
        }
        if (structures.stream().noneMatch(Segment::here)) {
            structures.add(new Segment(
                    words.figures()
                            .text(
                                    "structure.day",
                                    words.vn().day(read.structure().pinned())),
                    read.address().url(TargetPages.PATH),
                    true));
        }
        return structures;
    }

    private static String in(TargetsAddress address, Period period) {
        return address.with(Map.of("period", period.code())).url(TargetPages.PATH);
    }
}
