package vn.tungnha.contests.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.tungnha.contests.ContestRounds;
import vn.tungnha.contests.ContestView;
import vn.tungnha.contests.Contests;
import vn.tungnha.contests.Entries;
import vn.tungnha.contests.Leaderboard;
import vn.tungnha.contests.Ranking;
import vn.tungnha.contests.RoundView;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.visits.Catalogue;

/** The pages of one contest at the desk. */
@Component
@RequiredArgsConstructor
class ContestPages {

    private final Contests contests;
    private final ContestRounds rounds;
    private final Entries entries;
    private final Leaderboard leaderboard;
    private final HoldingPlaces places;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    /** What the head of every page of a contest says. */
    record Head(
            String id,
            int version,
            String name,
            String place,
            String days,
            String code,
            String address,
            String level,
            String state,
            boolean planned,
            boolean open,
            boolean closed,
            boolean runs,
            String players,
            String questions,
            @Nullable String note,
            List<String> rules) {}

    /** {@code step} is waiting, runs or over. */
    record RoundLine(String id, String name, String step, String level, String questions, String how, String answers) {}

    record EntryLine(
            String id,
            String name,
            String fullName,
            String entered,
            @Nullable String removed) {}

    record Line(String rank, boolean shared, String name, String fullName, String points, String right, String time) {}

    /** Whether somebody may hold contests and votes anywhere. */
    static boolean holds(CurrentUser user) {
        return user.roles().stream().anyMatch(role -> role != Role.LEADERSHIP_VIEWER && role != Role.TEAM_MEMBER);
    }

    ContestWords words(Locale locale) {
        return new ContestWords(messages, locale);
    }

    Head head(ContestView contest, boolean runs, ContestWords words) {
        List<String> rules = new ArrayList<>(List.of(
                words.say("contests.entrants." + contest.entrants()), words.say("contests.sides." + contest.sides())));
        if (contest.fullNames()) {
            rules.add(words.say(contest.namesShown() ? "contests.names.shown" : "contests.names.kept"));
        }
        if (contest.phones()) {
            rules.add(words.say("contests.phones.asked"));
        }
        return new Head(
                contest.id().toString(),
                contest.version(),
                contest.name(),
                contest.place(),
                words.days(contest),
                contest.code(),
                address(contest),
                ContestWords.level(contest.state()),
                words.say("contests.state." + contest.state()),
                contest.planned(),
                contest.open(),
                contest.closed(),
                runs,
                words.vn().number(contest.players()),
                words.vn().number(contest.questions()),
                contest.note(),
                rules);
    }

    static String address(ContestView contest) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/public/contests/" + contest.code())
                .toUriString();
    }

    String show(UUID id, @Nullable RoundForm round, CurrentUser user, Locale locale, Model model) {
        ContestWords words = words(locale);
        ContestView contest = contests.get(id);
        boolean runs = contests.mayRun(contest, user);
        List<RoundView> all = rounds.of(id);
        Instant now = clock.instant();
        model.addAttribute("head", head(contest, runs, words));
        model.addAttribute(
                "rounds", all.stream().map(it -> line(it, now, words)).toList());
        model.addAttribute("running", all.stream().anyMatch(it -> it.runs(now)));
        if (round != null) {
            model.addAttribute("form", round);
        } else {
            model.addAttribute("form", RoundForm.blank(words.say("contests.round.n", String.valueOf(all.size() + 1))));
        }
        model.addAttribute("topics", topics(words));
        model.addAttribute("entries", runs ? entryLines(contest, contests.mayName(contest, user), words) : List.of());
        model.addAttribute("top", lines(leaderboard.of(id), false, 10, words));
        return "contests/show";
    }

    String form(@Nullable ContestView contest, CurrentUser user, Locale locale, Model model) {
        ContestWords words = words(locale);
        model.addAttribute("contest", contest);
        model.addAttribute("places", contest == null ? places.of(user) : List.of());
        model.addAttribute("entrants", choices("contests.entrants.", List.of("ANYONE", "MEMBERS"), words));
        model.addAttribute("sides", choices("contests.sides.", List.of("PERSONS", "TEAMS"), words));
        return "contests/form";
    }

    /** The page again, with what was refused. */
    String refused(UUID id, String why, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("problem", why);
        return show(id, null, user, locale, model);
    }

    List<Choice> topics(ContestWords words) {
        List<Choice> topics = new ArrayList<>(List.of(new Choice("", words.say("contests.topic.any"))));
        catalogue.topics().forEach(it -> topics.add(new Choice(it.code(), it.name(words.locale()))));
        return topics;
    }

    static List<Line> lines(Ranking ranking, boolean names, int most, ContestWords words) {
        return ranking.placed().stream()
                .limit(most)
                .map(placed -> new Line(
                        String.valueOf(placed.rank()),
                        placed.shared(),
                        placed.score().nickname(),
                        names && placed.score().fullName() != null
                                ? placed.score().fullName()
                                : "",
                        words.vn().number(placed.score().points()),
                        words.vn()
                                .fraction(placed.score().right(), placed.score().answered()),
                        words.seconds(placed.score().millis())))
                .toList();
    }

    private List<EntryLine> entryLines(ContestView contest, boolean names, ContestWords words) {
        return entries.all(contest.id()).stream()
                .map(entry -> new EntryLine(
                        entry.id().toString(),
                        entry.nickname(),
                        !names || entry.fullName() == null ? "" : entry.fullName(),
                        words.vn().moment(entry.enteredAt()),
                        entry.removalReason()))
                .toList();
    }

    private static RoundLine line(RoundView round, Instant now, ContestWords words) {
        String step = round.waiting() ? "waiting" : round.runs(now) ? "runs" : "over";
        return new RoundLine(
                round.id().toString(),
                round.name(),
                step,
                step.equals("runs") ? "good" : step.equals("waiting") ? "info" : "none",
                words.vn().number(round.questions()),
                words.say(
                        round.minutes() == null ? "contests.round.how" : "contests.round.how-minutes",
                        round.seconds(),
                        round.points(),
                        String.valueOf(round.minutes())),
                words.vn().number(round.answers()));
    }

    static List<Choice> choices(String prefix, List<String> values, ContestWords words) {
        return values.stream()
                .map(value -> new Choice(value, words.say(prefix + value)))
                .toList();
    }
}
