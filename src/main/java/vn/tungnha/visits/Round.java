package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;

/**
 * The day of a team: what it has done, and whom to see next. The same log gives the same list: appointments due come
 * first, by hour; then the households not met this quarter in walking order, from the alley where the team last was;
 * then those met where somebody still lacks an account, the one not seen for longest first.
 *
 * @param stops every household of the team's villages, in walking order
 * @param counts today's valid visits of the team by outcome
 * @param lastAlley where the team last was, null at the very first
 */
public record Round(
        LocalDate day,
        List<Stop> stops,
        Map<Outcome, Integer> counts,
        @Nullable String lastAlley) {

    /** Households a team plans for one day. */
    public static final int PLAN = 12;

    public int done() {
        return (int) stops.stream().filter(Stop::today).count();
    }

    /** Never less than what was done; less than the plan when fewer households are left. */
    public int planned() {
        return done() + next().size();
    }

    /** Whom to see next, the next one first; as many as the plan still asks for. */
    public List<Stop> next() {
        List<Stop> candidates = candidates();
        return candidates.subList(0, Math.min(candidates.size(), Math.max(0, PLAN - done())));
    }

    /** Everybody worth seeing today, the next one first, however many. */
    public List<Stop> candidates() {
        List<Stop> next = new ArrayList<>(stops.stream()
                .filter(stop -> due(stop) && !stop.skipped())
                .sorted(Comparator.comparing(stop -> Objects.requireNonNull(stop.followUpAt())))
                .toList());
        inWalkingOrder().stream()
                .filter(stop -> !stop.met() && !stop.today() && !stop.skipped() && stop.followUpAt() == null)
                .forEach(next::add);
        stops.stream()
                .filter(stop -> stop.met() && stop.lacking() && !stop.today() && !stop.skipped())
                .filter(stop -> stop.followUpAt() == null)
                .sorted(Comparator.comparing(Stop::lastAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(next::add);
        return next;
    }

    /** Households to call at: those of the day, and whoever was not met this quarter. */
    public Set<UUID> open() {
        Set<UUID> open = new HashSet<>();
        stops.stream().filter(stop -> !stop.met()).forEach(stop -> open.add(stop.id()));
        next().forEach(stop -> open.add(stop.id()));
        return open;
    }

    /** Alley by alley, in walking order. */
    public Map<String, List<Stop>> alleys() {
        Map<String, List<Stop>> alleys = new LinkedHashMap<>();
        inWalkingOrder().forEach(stop -> alleys.computeIfAbsent(stop.alley(), any -> new ArrayList<>())
                .add(stop));
        return alleys;
    }

    private boolean due(Stop stop) {
        return stop.followUpAt() != null && !Days.of(stop.followUpAt()).isAfter(day);
    }

    private List<Stop> inWalkingOrder() {
        int from = 0;
        for (int i = 0; i < stops.size(); i++) {
            if (stops.get(i).alley().equals(lastAlley)) {
                from = i;
                break;
            }
        }
        List<Stop> order = new ArrayList<>(stops.subList(from, stops.size()));
        order.addAll(stops.subList(0, from));
        return order;
    }
}
