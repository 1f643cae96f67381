package vn.tungnha.visits.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.House;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.chart.Ring;
import vn.tungnha.visits.AccountType;
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
 */
record TodayPage(
        long team,
        String subtitle,
        List<Segment> teams,
        Ring ring,
        String left,
        Map<String, String> counts,
        @Nullable NextCard next,
        List<Segment> tabs,
        List<Alley> alleys,
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

    /** One alley: its strip, and the households still to see. */
    record Alley(String name, String done, String all, List<House> houses, List<Line> lines) {}

    /** One household of the list. */
    record Line(String id, House house, String name, String note, boolean strong) {}

    static TodayPage of(
            Rounds.FieldTeam team,
            List<Rounds.FieldTeam> teams,
            Round round,
            Homes.@Nullable Home nextHome,
            List<AccountType> types,
            boolean all,
            int page,
            Words words) {
        int done = round.done();
        int planned = round.planned();
        List<Stop> next = round.next();
        String nextId = next.isEmpty() ? "" : next.get(0).id().toString();
        List<Alley> alleys = alleys(round, all, nextId, words);
        int from = Math.min(alleys.size(), page * ALLEYS_A_PAGE);
        int to = Math.min(alleys.size(), from + ALLEYS_A_PAGE);
        String list = all ? "/field?all=true" : "/field";
        return new TodayPage(
                team.id(),
                team.name() + " · " + words.vn().weekdayAndDay(round.day()),
                teams.size() < 2
                        ? List.of()
                        : teams.stream()
                                .map(one -> new Segment(one.name(), "/field?team=" + one.id(), one.id() == team.id()))
                                .toList(),
                Ring.of(done, planned, done + "/" + planned, "", words.say("visits.today.ring", done, planned)),
                next.isEmpty() ? words.say("visits.today.done") : words.say("visits.today.left", next.size()),
                counts(round, words),
                next.isEmpty() || nextHome == null ? null : card(next.get(0), nextHome, types, round, words),
                List.of(
                        new Segment(words.say("visits.today.open", round.open().size()), "/field", !all),
                        new Segment(words.say("visits.today.all", round.stops().size()), "/field?all=true", all)),
                alleys.subList(from, to),
                to < alleys.size() ? list + (all ? "&" : "?") + "p=" + (page + 1) : null);
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

    private static NextCard card(Stop stop, Homes.Home home, List<AccountType> types, Round round, Words words) {
        int year = round.day().getYear();
        List<Lack> lacks = new ArrayList<>();
        for (AccountType type : types) {
            long without = home.persons().stream()
                    .filter(person -> person.oldEnough(type, year))
                    .filter(person -> !person.state(type.code()).holds())
                    .count();
            if (type.onForm() && without > 0 && lacks.size() < 2) {
                lacks.add(new Lack(
                        Icons.account(type.icon()),
                        words.say("visits.today.lack", without),
                        type.shortName(words.locale())));
            }
        }
        String name = stop.householder() == null ? words.say("visits.person.unnamed") : stop.householder();
        return new NextCard(
                stop.id().toString(),
                Words.address(stop.alley(), stop.number()),
                name + " · " + words.say("visits.people", stop.persons()),
                lacks,
                stop.followUpAt() == null ? null : appointment(stop.followUpAt(), words));
    }

    private static List<Alley> alleys(Round round, boolean all, String nextId, Words words) {
        List<Alley> alleys = new ArrayList<>();
        Set<UUID> open = round.open();
        round.alleys().forEach((name, stops) -> {
            long done = stops.stream().filter(stop -> stop.state() != null).count();
            List<Stop> shown = all
                    ? stops
                    : stops.stream().filter(stop -> open.contains(stop.id())).toList();
            if (!shown.isEmpty()) {
                alleys.add(new Alley(
                        name,
                        words.vn().number(done),
                        words.vn().number(stops.size()),
                        stops.stream().map(stop -> house(stop, nextId)).toList(),
                        shown.stream().map(stop -> line(stop, nextId, words)).toList()));
            }
        });
        return alleys;
    }

    private static House house(Stop stop, String nextId) {
        boolean next = stop.id().toString().equals(nextId);
        return new House(stop.number(), next ? "next" : Words.house(stop.state()), false);
    }

    static Line line(Stop stop, String nextId, Words words) {
        String name = stop.householder() == null ? words.say("visits.person.unnamed") : stop.householder();
        boolean appointed = stop.followUpAt() != null;
        return new Line(stop.id().toString(), house(stop, nextId), name, note(stop, words), appointed);
    }

    private static String note(Stop stop, Words words) {
        Instant at = stop.lastAt();
        if (at == null || stop.last() == null) {
            return words.say("visits.line.never");
        }
        if (stop.followUpAt() != null) {
            return appointment(stop.followUpAt(), words);
        }
        String when = stop.today() ? words.vn().time(at) : words.vn().day(at);
        return words.say("visits.line." + stop.last(), when);
    }

    static String appointment(Instant at, Words words) {
        return words.say(
                "visits.line.appointment", words.vn().time(at), words.vn().day(Days.of(at)));
    }
}
