package vn.tungnha.reports.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.Segment;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;

/**
 * What stands above every dashboard: what it is about, and the switches.
 *
 * @param structureNote which tree the figures are shown in, always said
 * @param chosenDay picks the tree of any other day
 * @param days calendar days or those the province reports by; empty where these are the same
 * @param kept parameters that a form must send along
 */
record BoardHead(
        String title,
        String place,
        String fresh,
        List<Segment> grains,
        String period,
        String earlier,
        @Nullable String later,
        List<Segment> structures,
        String structureNote,
        ChosenDay chosenDay,
        List<Segment> days,
        List<Choice> kept) {

    /** A form for any day's tree: where it is sent, what goes along, and the day shown. */
    record ChosenDay(String action, List<Choice> kept, String day) {

        /** The unit stays the one on screen, whoever bore its code on the day that is picked. */
        static ChosenDay of(UnitView unit, BoardRequest request) {
            LocalDate pinned = request.structure().pinned();
            Map<String, String> period = request.periodParams();
            List<Choice> kept = new ArrayList<>(BoardHead.kept(request, "structure"));
            kept.removeIf(it -> period.containsKey(it.value()));
            period.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    kept.add(new Choice(name, value));
                }
            });
            return new ChosenDay(
                    "/dashboard/" + UnitRef.of(unit.code(), unit.validFrom(), unit.validTo()) + request.below(),
                    kept,
                    pinned == null ? "" : pinned.toString());
        }
    }

    static List<Segment> grains(BoardRequest request, Words words) {
        List<Segment> grains = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            grains.add(new Segment(
                    words.say("grain." + grain.name().toLowerCase(Locale.ROOT)),
                    request.grainUrl(grain),
                    grain == request.named().grain()));
        }
        return grains;
    }

    static List<Choice> kept(BoardRequest request, String... except) {
        List<String> left = List.of(except);
        List<Choice> kept = new ArrayList<>();
        request.asked().forEach((name, values) -> {
            if (!left.contains(name)) {
                values.forEach(value -> kept.add(new Choice(name, value)));
            }
        });
        return kept;
    }
}
