package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.House;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.chart.Ring;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.Outcome;
import vn.tungnha.visits.Round;
import vn.tungnha.visits.Rounds;
import vn.tungnha.visits.Stop;

/**
 * Today's page of a team.
 *
 * @param teams to choose from; empty for a single one
 * @param next null when nobody is left for today
 * @param skips reasons to leave a household for another day
 * @param whose one's own part or the whole team's; empty while the list is not shared out
 */
record TodayPage(
        long team,
        String subtitle,
        List<Segment> teams,
        Ring ring,
        String left,
        Map<String, String> counts,
        @Nullable NextCard next,
        List<Choice> skips,
        List<Segment> whose,
        List<WorkFilter.Chip> chips,
        List<Alley> alleys,
        boolean unfiltered,
        @Nullable String more) {

    private static final int ALLEYS_A_PAGE = 6;

    /** The household to knock at now. */
    record NextCard(
            String id,
            String address,
            String people,
            List<Lack> lacks,
            @Nullable String appointment) {}

    /** "2 người chưa có VNeID mức 2". */
    record Lack(String icon, String count, String account) {}

    /**
     * One alley: its strip, and the households still to see.
     *
     * @param who who else has all of what is open here; null otherwise
     */
    record Alley(
            String name, String done, String all, @Nullable String who, List<House> houses, List<WorkLine> lines) {}

    static TodayPage of(
            Rounds.FieldTeam team,
            List<Rounds.FieldTeam> teams,
            Round round,
            Homes.@Nullable Home nextHome,
            Map<UUID, String> members,
            Catalogue catalogue,
            WorkFilter filter,
            int page,
            Words words) {
        int done = round.done();
        int planned = round.planned();
        List<Stop> next = round.next();
        List<Alley> alleys = alleys(round, filter, members, catalogue, words);
        int from = Math.min(alleys.size(), page * ALLEYS_A_PAGE);
        int to = Math.min(alleys.size(), from + ALLEYS_A_PAGE);
        return new TodayPage(
                team.id(),
                team.name() + " · " + words.vn().weekdayAndDay(round.day()),
                teams.size() < 2
                        ? List.of()
                        : teams.stream()
                                .map(one -> new Segment(one.name(), "/field?team=" + one.id(), one.id() == team.id()))
                                .toList(),
                Ring.of(done, planned, done + "/" + planned, "", words.say("visits.today.ring", done, planned)),
                left(round, next, words),
                counts(round, words),
                next.isEmpty() || nextHome == null ? null : card(next.get(0), nextHome, round, words),
                skips(catalogue, words),
                filter.whose(round, words),
                filter.chips(round, words),
                alleys.subList(from, to),
                round.stops().isEmpty(),
                to < alleys.size() ? filter.page(page + 1) : null);
    }

    static List<Choice> skips(Catalogue catalogue, Words words) {
        return catalogue.skipReasons().stream()
                .map(reason -> new Choice(reason.code(), reason.name(words.locale())))
                .toList();
    }

    private static String left(Round round, List<Stop> next, Words words) {
        if (!next.isEmpty()) {
            return words.say("visits.today.left", next.size());
        }
        long others = round.stops().stream()
                .filter(stop -> round.open(stop) && !stop.skipped() && round.somebodyElses(stop))
                .count();
        return others == 0 ? words.say("visits.today.done") : words.say("visits.today.done-mine", others);
    }

    private static Map<String, String> counts(Round round, Words words) {
        Map<String, String> counts = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(
                    Words.house(outcome),
                    words.say("visits.today.count." + outcome, round.counts().getOrDefault(outcome, 0)));
        }
        return counts;
    }

    private static NextCard card(Stop stop, Homes.Home home, Round round, Words words) {
        int year = round.day().getYear();
        List<Lack> lacks = new ArrayList<>();
        for (AccountType type : round.wanted()) {
            long without = home.persons().stream()
                    .filter(person -> person.oldEnough(type, year))
                    .filter(person -> !person.state(type.code()).holds())
                    .count();
            if (without > 0 && lacks.size() < 2) {
                lacks.add(new Lack(
                        Icons.account(type.icon()),
                        words.say("visits.today.lack", without),
                        type.shortName(words.locale())));
            }
        }
        return new NextCard(
                stop.id().toString(),
                Words.address(stop.alley(), stop.number()),
                WorkLine.name(stop, words) + " · " + words.say("visits.people", stop.persons()),
                lacks,
                stop.followUpAt() == null ? null : WorkLine.due(stop, round, words));
    }

    private static List<Alley> alleys(
            Round round, WorkFilter filter, Map<UUID, String> members, Catalogue catalogue, Words words) {
        List<Alley> alleys = new ArrayList<>();
        List<Stop> next = round.next();
        String nextId = next.isEmpty() ? "" : next.get(0).id().toString();
        round.alleys().forEach((name, stops) -> {
            // those left for another day stand behind the others of their alley
            List<Stop> shown = stops.stream()
                    .filter(stop -> filter.shows(stop, round))
                    .sorted(Comparator.comparing(Stop::skipped))
                    .toList();
            if (!shown.isEmpty()) {
                long done = stops.stream().filter(stop -> stop.state() != null).count();
                alleys.add(new Alley(
                        name,
                        words.vn().number(done),
                        words.vn().number(stops.size()),
                        who(stops, round, members),
                        stops.stream().map(stop -> WorkLine.house(stop, nextId)).toList(),
                        shown.stream()
                                .map(stop -> WorkLine.of(stop, round, nextId, members, catalogue, words))
                                .toList()));
            }
        });
        return alleys;
    }

    /** The one other member who has everything that is open in an alley; null otherwise. */
    static @Nullable String who(List<Stop> stops, Round round, Map<UUID, String> members) {
        List<Stop> open = stops.stream().filter(round::open).toList();
        if (open.isEmpty() || !open.stream().allMatch(round::somebodyElses)) {
            return null;
        }
        var takers = open.stream().map(Stop::member).filter(Objects::nonNull).collect(Collectors.toSet());
        return takers.size() == 1 ? members.get(takers.iterator().next()) : null;
    }
}
