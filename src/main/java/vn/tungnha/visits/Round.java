package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;

/**
 * The day of a team as one of its members sees it: what was done, and whom to see next. The same log gives the same
 * list. Appointments due come first, by hour; then households never met, then those where somebody lacks a wanted
 * account, each in walking order from the alley where one last was. Those met this quarter come last, the one not seen
 * for longest first. What another member took is left to that member.
 *
 * @param stops every household of the team's villages, in walking order
 * @param counts today's valid visits of the team by outcome
 * @param lastAlley where one last was, null at the very first
 * @param me which member looks at it; null for an account that is no member
 * @param wanted accounts the team is to reach targets with
 */
public record Round(
        LocalDate day,
        List<Stop> stops,
        Map<Outcome, Integer> counts,
        @Nullable String lastAlley,
        @Nullable UUID me,
        List<AccountType> wanted) {

    /** Households a team plans for one day. */
    public static final int PLAN = 12;

    /** Households a day is meant to have: one's own part where the list was shared out, else the team's plan. */
    public int plan() {
        return hasPart() ? planned() : PLAN;
    }

    /** Of one's own part where the list was shared out, else of the team. */
    public int done() {
        return (int) part().filter(Stop::today).count();
    }

    /** Never less than what was done; less than the plan when fewer households are left. */
    public int planned() {
        return done() + next().size();
    }

    /** Whom to see next, the next one first: the whole of one's own part, else what is left of the plan. */
    public List<Stop> next() {
        List<Stop> candidates = candidates();
        int own = (int) candidates.stream().filter(this::mine).count();
        int most = own > 0 ? own : Math.max(0, PLAN - done());
        return candidates.subList(0, Math.min(candidates.size(), most));
    }

    /** Everybody one may call at today, in the order to call: one's own part, then what nobody took. */
    public List<Stop> candidates() {
        List<Stop> ordered = inOrderOfNeed();
        return Stream.concat(
                        ordered.stream().filter(this::mine), ordered.stream().filter(stop -> stop.member() == null))
                .toList();
    }

    /** Why a household is on the list; null when it is not. */
    public @Nullable Why why(Stop stop) {
        if (stop.followUpAt() != null) {
            return Days.of(stop.followUpAt()).isAfter(day) ? null : Why.DUE;
        }
        if (stop.today()) {
            return null;
        }
        if (!stop.reached()) {
            return Why.NEVER_MET;
        }
        if (stop.lacking()) {
            return Why.LACKING;
        }
        return stop.met() ? null : Why.THIS_QUARTER;
    }

    /** Somebody asked for a day that has gone by. */
    public boolean overdue(Stop stop) {
        return stop.followUpAt() != null && Days.of(stop.followUpAt()).isBefore(day);
    }

    /** To be called at today, left for another day or not. */
    public boolean open(Stop stop) {
        return why(stop) != null;
    }

    public boolean mine(Stop stop) {
        return me != null && me.equals(stop.member());
    }

    public boolean somebodyElses(Stop stop) {
        return stop.member() != null && !mine(stop);
    }

    /** Whether this member has a part of the day's list. */
    public boolean hasPart() {
        return stops.stream().anyMatch(this::mine);
    }

    /** Alley by alley, in walking order. */
    public Map<String, List<Stop>> alleys() {
        Map<String, List<Stop>> alleys = new LinkedHashMap<>();
        inWalkingOrder().forEach(stop -> alleys.computeIfAbsent(stop.alley(), any -> new ArrayList<>())
                .add(stop));
        return alleys;
    }

    private Stream<Stop> part() {
        return hasPart() ? stops.stream().filter(this::mine) : stops.stream();
    }

    private List<Stop> inOrderOfNeed() {
        List<Stop> walk = inWalkingOrder().stream()
                .filter(stop -> open(stop) && !stop.skipped())
                .toList();
        List<Stop> ordered = new ArrayList<>();
        walk.stream()
                .filter(stop -> why(stop) == Why.DUE)
                .sorted(Comparator.comparing(stop -> Objects.requireNonNull(stop.followUpAt())))
                .forEach(ordered::add);
        addAll(ordered, walk, stop -> why(stop) == Why.NEVER_MET);
        addAll(ordered, walk, stop -> why(stop) == Why.LACKING && !stop.met());
        addAll(ordered, walk, stop -> why(stop) == Why.THIS_QUARTER);
        walk.stream()
                .filter(stop -> why(stop) == Why.LACKING && stop.met())
                .sorted(Comparator.comparing(Stop::lastAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(ordered::add);
        return ordered;
    }

    private static void addAll(List<Stop> ordered, List<Stop> walk, Predicate<Stop> which) {
        walk.stream().filter(which).forEach(ordered::add);
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
