package vn.tungnha.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tungnha.shared.Days;

/** Three years of one team after another going from door to door. */
final class DemoVisits {

    private record Due(LocalDate day, int order, Home home) {}

    private static final String[] TODAY = {"MET", "MET", "ABSENT", "MET", "MET", "FOLLOW_UP", "MET"};

    private final Talk talk;
    private final VisitLog log;
    private final OffsetDateTime now;
    private final LocalDate today;
    private final List<String[]> notes = ReferenceFile.rows("demo/notes.txt");

    DemoVisits(AccountTypes types, VisitLog log, Instant now) {
        this.talk = new Talk(types);
        this.log = log;
        this.now = now.truncatedTo(ChronoUnit.SECONDS).atZone(Days.ZONE).toOffsetDateTime();
        this.today = Days.of(now);
    }

    /** Up to the day before today. */
    void go(Team team, List<Home> homes) {
        Dice dice = new Dice("visits " + team.village().code());
        PriorityQueue<Due> queue =
                new PriorityQueue<>(Comparator.comparing(Due::day).thenComparing(Due::order));
        for (int i = 0; i < homes.size(); i++) {
            boolean overlooked = dice.chance(0.02);
            LocalDate first = overlooked ? today.plusYears(1) : DemoPeople.REGISTERED.plusDays(3L * i);
            queue.add(new Due(first, i, homes.get(i)));
        }
        Set<UUID> opened = new HashSet<>();
        for (OffsetDateTime moment : Rounds.of(team, today, dice)) {
            Due due = queue.remove();
            LoggedVisit visit = knock(team, due.home(), moment, outcome(dice), opened, dice);
            keep(visit, dice);
            queue.add(new Due(next(visit, dice), due.order(), due.home()));
        }
        if (team.showcase()) {
            thisMorning(team, homes, opened, dice);
        }
    }

    /** The showcase team has begun today's round: seven doors so far. */
    private void thisMorning(Team team, List<Home> homes, Set<UUID> opened, Dice dice) {
        List<Home> alley =
                homes.stream().filter(home -> home.alley().startsWith("Kiệt")).toList();
        OffsetDateTime midnight = today.atStartOfDay(Days.ZONE).toOffsetDateTime();
        long minutes = Math.min(150, Duration.between(midnight, now).toMinutes());
        for (int i = 0; i < TODAY.length; i++) {
            OffsetDateTime moment = now.minusMinutes(minutes * (TODAY.length - i) / (TODAY.length + 1));
            LoggedVisit visit = knock(team, alley.get(i), moment, TODAY[i], opened, dice);
            log.recorded(visit);
        }
    }

    private LoggedVisit knock(
            Team team, Home home, OffsetDateTime moment, String outcome, Set<UUID> opened, Dice dice) {
        LoggedVisit visit = new LoggedVisit(dice.uuid(), team, home, moment, outcome);
        visit.getMembers()
                .add(team.members()
                        .get(dice.chance(0.6) ? 0 : dice.below(team.members().size())));
        UUID second = team.members().get(dice.below(team.members().size()));
        if (dice.chance(0.6) && !visit.getMembers().contains(second)) {
            visit.getMembers().add(second);
        }
        if (visit.met()) {
            talk.hold(visit, opened.add(home.id()), dice);
        } else if (outcome.equals("FOLLOW_UP") || (outcome.equals("ABSENT") && dice.chance(0.3))) {
            LocalDate day = moment.toLocalDate().plusDays(dice.between(2, 16));
            visit.setFollowUpAt(day.atTime(dice.chance(0.5) ? 9 : 19, 0).atOffset(moment.getOffset()));
        }
        if (dice.chance(visit.met() ? 0.08 : 0.35)) {
            visit.setNote(note(outcome, dice));
        }
        return visit;
    }

    private void keep(LoggedVisit visit, Dice dice) {
        if (visit.getAsked().isEmpty() && dice.chance(0.01)) {
            log.withdrawn(visit);
        } else if (visit.getNote() != null && dice.chance(0.04)) {
            log.corrected(visit, dice.uuid());
        } else {
            log.recorded(visit);
        }
    }

    private static LocalDate next(LoggedVisit visit, Dice dice) {
        LocalDate day = visit.getVisitedAt().toLocalDate();
        return switch (visit.getOutcome()) {
            case "MET" -> day.plusDays(dice.between(60, 190));
            case "REFUSED" -> day.plusDays(dice.between(120, 240));
            default ->
                visit.getFollowUpAt() == null
                        ? day.plusDays(dice.between(5, 40))
                        : visit.getFollowUpAt().toLocalDate();
        };
    }

    private static String outcome(Dice dice) {
        double chance = dice.number();
        return chance < 0.75 ? "MET" : chance < 0.90 ? "ABSENT" : chance < 0.97 ? "FOLLOW_UP" : "REFUSED";
    }

    private String note(String outcome, Dice dice) {
        return dice.of(notes.stream().filter(row -> row[0].equals(outcome)).collect(Collectors.toList()))[1];
    }
}
