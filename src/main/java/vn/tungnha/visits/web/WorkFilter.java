package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.shared.Segment;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Round;
import vn.tungnha.visits.Stop;
import vn.tungnha.visits.Why;

/**
 * Which households of the day are looked at.
 *
 * @param show {@code open, due, never, all}, or the code of an account type somebody lacks
 * @param mine only those of one's own part
 */
record WorkFilter(String show, boolean mine) {

    private static final String OPEN = "open";
    private static final String DUE = "due";
    private static final String NEVER = "never";
    private static final String ALL = "all";

    /** A filter as a link: how many it leaves, and where it leads. */
    record Chip(String text, String count, String url, boolean here) {}

    /** One's own part comes first where there is one; what makes no sense shows the open ones. */
    static WorkFilter of(@Nullable String show, @Nullable String whose, Round round) {
        boolean mine = round.hasPart() && !"team".equals(whose);
        boolean known = show != null
                && (List.of(OPEN, DUE, NEVER, ALL).contains(show)
                        || round.wanted().stream().anyMatch(type -> type.code().equals(show)));
        return new WorkFilter(known && show != null ? show : OPEN, mine);
    }

    boolean shows(Stop stop, Round round) {
        return which(show, round).test(stop) && (!mine || round.mine(stop));
    }

    List<Chip> chips(Round round, Words words) {
        List<Chip> chips = new ArrayList<>();
        chips.add(chip(OPEN, words.say("visits.today.open"), round, words));
        chips.add(chip(DUE, words.say("visits.today.due"), round, words));
        chips.add(chip(NEVER, words.say("visits.today.never"), round, words));
        for (AccountType type : round.wanted()) {
            chips.add(
                    chip(type.code(), words.say("visits.today.lacking", type.shortName(words.locale())), round, words));
        }
        chips.removeIf(
                chip -> chip.count().equals("0") && !chip.here() && !chip.url().equals(url(OPEN, mine)));
        chips.add(chip(ALL, words.say("visits.today.all"), round, words));
        return chips;
    }

    /** "Của tôi" and the whole team; nothing to choose while the list is not shared out. */
    List<Segment> whose(Round round, Words words) {
        if (!round.hasPart()) {
            return List.of();
        }
        long own = round.stops().stream()
                .filter(stop -> round.mine(stop) && round.open(stop))
                .count();
        long all = round.stops().stream().filter(round::open).count();
        return List.of(
                new Segment(words.say("visits.today.mine", own), url(OPEN, true), mine),
                new Segment(words.say("visits.today.team", all), url(OPEN, false), !mine));
    }

    String page(int number) {
        return UriComponentsBuilder.fromUriString(url(show, mine))
                .queryParam("p", number)
                .toUriString();
    }

    private Chip chip(String one, String text, Round round, Words words) {
        Predicate<Stop> which = which(one, round);
        long count = round.stops().stream()
                .filter(stop -> which.test(stop) && (!mine || round.mine(stop)))
                .count();
        return new Chip(text, words.vn().number(count), url(one, mine), one.equals(show));
    }

    private static Predicate<Stop> which(String show, Round round) {
        return switch (show) {
            case OPEN -> round::open;
            case DUE -> stop -> round.why(stop) == Why.DUE;
            case NEVER -> stop -> round.why(stop) == Why.NEVER_MET;
            case ALL -> stop -> true;
            default -> stop -> round.why(stop) == Why.LACKING && stop.lacks().containsKey(show);
        };
    }

    private static String url(String show, boolean mine) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/field");
        if (!show.equals(OPEN)) {
            url.queryParam("show", show);
        }
        if (!mine) {
            url.queryParam("whose", "team");
        }
        return url.toUriString();
    }
}
