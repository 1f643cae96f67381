package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.reports.Era;
import vn.tungnha.reports.Eras;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Segment;
import vn.tungnha.units.UnitBreaks;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The trees in which a unit's figures can be shown: as it was then, as it is now, and as it was in between. */
@Component
@RequiredArgsConstructor
class Structures {

    private final Units units;
    private final Eras eras;
    private final UnitBreaks breaks;

    List<Era> eras(UnitView unit) {
        return unit.level() == UnitLevel.COMMUNE || unit.level() == UnitLevel.VILLAGE ? List.of() : eras.of(unit.id());
    }

    /** One switch for each era of a unit of communes; the one the period's end falls into means "then". */
    List<Segment> ofEras(List<Era> eras, BoardRequest request, Words words) {
        LocalDate then = request.period().last();
        LocalDate shown = request.structure().day(request.period());
        List<Segment> segments = new ArrayList<>();
        for (Era era : eras) {
            boolean first = era.from().equals(Days.SINCE_EVER) || era == eras.get(0);
            String count = words.vn().number(era.communes());
            String text = first && eras.size() > 1
                    ? words.say("structure.before", count)
                    : first
                            ? words.say("structure.only", count)
                            : words.say("structure.from", words.vn().day(era.from()), count);
            segments.add(new Segment(
                    text,
                    url(era, then, request),
                    era.holds(shown) && !request.structure().locked()));
        }
        segments.add(locked(request, words));
        return segments;
    }

    String url(Era era, LocalDate then, BoardRequest request) {
        boolean now = era.to().equals(Days.FOREVER);
        String structure = era.holds(then)
                ? ""
                : now ? "now" : (era.from().equals(Days.SINCE_EVER) ? era.to() : era.from()).toString();
        LocalDate day = era.holds(then) ? then : now ? request.today() : LocalDate.parse(structure);
        String code = now ? era.code() : era.code() + "@" + day;
        Map<String, String> params = new HashMap<>(request.periodParams());
        params.put("structure", structure);
        params.put("pick", "");
        params.put("mark", "");
        return request.url(code, request.below(), params);
    }

    /** Then and now, for a commune or a village. */
    List<Segment> thenAndNow(UnitView unit, BoardRequest request, Words words) {
        LocalDate pinned = request.structure().pinned();
        boolean then = pinned == null && !request.structure().locked();
        boolean ended = unit.validTo().isBefore(request.today());
        List<Segment> segments = new ArrayList<>();
        Map<String, String> params = new HashMap<>(request.periodParams());
        params.put("structure", "");
        segments.add(new Segment(
                words.say("structure.then"), request.url(request.ref().toString(), request.below(), params), then));
        params.put("structure", "now");
        if (ended) {
            units.successors(unit.id(), request.today())
                    .forEach(heir -> segments.add(new Segment(
                            words.say("structure.now.as", heir.fullName()),
                            request.url(heir.code(), request.below(), params),
                            false)));
        } else {
            segments.add(new Segment(
                    words.say("structure.now"),
                    request.url(unit.code(), request.below(), params),
                    request.today().equals(pinned)));
        }
        if (unit.level() == UnitLevel.COMMUNE) {
            segments.add(locked(request, words));
        }
        return segments;
    }

    /** What communes have locked, each where it has. */
    private static Segment locked(BoardRequest request, Words words) {
        Map<String, String> params = new HashMap<>(request.periodParams());
        params.put("structure", "locked");
        return new Segment(
                words.say("structure.locked"),
                request.url(request.ref().toString(), request.below(), params),
                request.structure().locked());
    }

    String note(UnitView unit, BoardRequest request, Words words) {
        LocalDate pinned = request.structure().pinned();
        if (pinned != null) {
            List<BigDecimal> shares = breaks.estimates(unit.id(), pinned);
            String note = words.say("structure.note.day", words.vn().day(pinned));
            return shares.isEmpty() ? note : note + " · " + words.say("structure.note.weight", spoken(shares, words));
        }
        if (request.structure().locked()) {
            return words.say("structure.note.locked");
        }
        if (unit.validFrom().isAfter(request.period().first())) {
            return words.say("structure.note.since", words.vn().day(unit.validFrom()));
        }
        if (unit.validTo().isBefore(request.period().last())) {
            return words.say("structure.note.until", words.vn().day(unit.validTo()));
        }
        return words.say("structure.note.then", words.vn().day(request.period().last()));
    }

    private static String spoken(List<BigDecimal> shares, Words words) {
        return shares.stream().map(share -> words.vn().number(share, 2)).collect(Collectors.joining("; "));
    }
}
