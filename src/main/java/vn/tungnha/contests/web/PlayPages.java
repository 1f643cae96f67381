package vn.tungnha.contests.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.contests.ContestRounds;
import vn.tungnha.contests.ContestView;
import vn.tungnha.contests.Contests;
import vn.tungnha.contests.Entrants;
import vn.tungnha.contests.EntryRules;
import vn.tungnha.contests.EntryView;
import vn.tungnha.contests.Leaderboard;
import vn.tungnha.contests.Play;
import vn.tungnha.contests.PlayView;
import vn.tungnha.contests.PlayView.Step;
import vn.tungnha.contests.Ranking;
import vn.tungnha.contests.RoundView;
import vn.tungnha.contests.Sides;
import vn.tungnha.contests.bank.Question;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;

/** What a player sees. The key of a question is in it only once the answer is in, or can come in no more. */
@Component
@RequiredArgsConstructor
class PlayPages {

    private static final int TOP = 10;

    private final Contests contests;
    private final ContestRounds rounds;
    private final Play play;
    private final EntryRules rules;
    private final Leaderboard leaderboard;
    private final MessageSource messages;
    private final Clock clock;

    /** {@code right} is told once the answer is in. */
    record Option(int position, String letter, String text, boolean picked, boolean right) {}

    /** A question as it is asked, or as it was answered. */
    record Asked(
            String round,
            String id,
            String heading,
            String roundName,
            String text,
            boolean several,
            List<Option> options,
            long left,
            String limit,
            boolean answered,
            String level,
            @Nullable String verdict,
            String explanation,
            @Nullable String source) {}

    record Line(String rank, String name, String points, boolean own) {}

    ContestWords words(Locale locale) {
        return new ContestWords(messages, locale);
    }

    /** By what stands at present: a page that waits asks for this and reloads when it changes. */
    String mark(ContestView contest) {
        String round = contest.open()
                ? rounds.running(contest.id()).map(it -> it.id().toString()).orElse("-")
                : "-";
        return contest.state() + " " + round;
    }

    String page(
            ContestView contest, Optional<EntryView> entry, @Nullable CurrentUser user, Locale locale, Model model) {
        ContestWords words = words(locale);
        model.addAttribute("contest", contest);
        model.addAttribute("days", words.days(contest));
        model.addAttribute("mark", mark(contest));
        if (entry.isEmpty()) {
            return entering(contest, user, words, model);
        }
        EntryView player = entry.get();
        PlayView now = player.removed() ? null : play.of(contest, player);
        model.addAttribute("player", player.nickname());
        model.addAttribute("removed", player.removalReason());
        model.addAttribute(
                "step", now == null ? "REMOVED" : contest.open() ? now.step().name() : "OVER");
        if (now != null && now.round() != null) {
            model.addAttribute("round", round(now.round(), now.of(), words));
        }
        if (now != null && now.question() != null && now.round() != null) {
            model.addAttribute("asked", asked(now, now.question(), now.round(), words));
        }
        if (now != null && now.step() != Step.ASKED) {
            standing(contest, player, words, model);
        }
        return "contests/play";
    }

    private String entering(ContestView contest, @Nullable CurrentUser user, ContestWords words, Model model) {
        boolean shut = contest.entrants() == Entrants.MEMBERS && !rules.isMember(contest, user);
        model.addAttribute("shut", shut);
        model.addAttribute("signedIn", user != null);
        model.addAttribute(
                "teams",
                contest.sides() == Sides.TEAMS && !shut
                        ? rules.sides(contest, user).stream()
                                .map(side -> new Choice(String.valueOf(side.id()), side.name()))
                                .toList()
                        : List.of());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", EntryForm.blank());
        }
        model.addAttribute("rules", words.say("contests.rank.rule"));
        if (contest.closed()) {
            model.addAttribute("top", top(leaderboard.of(contest.id()), contest, null, words));
        }
        return "contests/enter";
    }

    private static String round(RoundView round, int questions, ContestWords words) {
        return words.say("contests.play.round", round.name(), questions, round.seconds(), round.points());
    }

    private Asked asked(PlayView now, Question question, RoundView round, ContestWords words) {
        boolean answered = now.step() != Step.ASKED;
        Set<Integer> right = answered ? question.right() : Set.of();
        long left = now.until() == null
                ? 0
                : Math.max(0, Duration.between(clock.instant(), now.until()).toMillis());
        return new Asked(
                round.id().toString(),
                question.id().toString(),
                words.say("contests.play.number", now.number(), now.of()),
                round.name(),
                question.text(),
                several(question),
                question.choices().stream()
                        .map(it -> new Option(
                                it.position(),
                                QuestionCards.letter(it.position()),
                                it.text(),
                                now.picked().contains(it.position()),
                                right.contains(it.position())))
                        .toList(),
                left,
                words.say("contests.play.limit", round.seconds()),
                answered,
                now.annulled() ? "none" : now.correct() ? "good" : "bad",
                answered ? words.say(verdict(now), round.points()) : null,
                answered ? question.explanation() : "",
                answered ? question.source() : null);
    }

    private static boolean several(Question question) {
        return switch (question.kind()) {
            case SEVERAL -> true;
            case SINGLE, TRUE_FALSE -> false;
        };
    }

    private static String verdict(PlayView now) {
        if (now.annulled()) {
            return "contests.play.annulled";
        }
        if (now.correct()) {
            return "contests.play.right";
        }
        return now.late()
                ? "contests.play.late"
                : now.picked().isEmpty() ? "contests.play.over" : "contests.play.wrong";
    }

    private void standing(ContestView contest, EntryView player, ContestWords words, Model model) {
        Ranking ranking = leaderboard.of(contest.id());
        ranking.of(player.id()).filter(it -> it.score().answered() > 0).ifPresent(placed -> {
            model.addAttribute(
                    "standing",
                    words.say(
                            placed.shared() ? "contests.play.rank-shared" : "contests.play.rank",
                            placed.rank(),
                            ranking.placed().size(),
                            words.vn().number(placed.score().points()),
                            words.seconds(placed.score().millis())));
        });
        model.addAttribute("rules", words.say("contests.rank.rule"));
        model.addAttribute("top", top(ranking, contest, player.id(), words));
    }

    private static List<Line> top(Ranking ranking, ContestView contest, @Nullable UUID own, ContestWords words) {
        return ranking.placed().stream()
                .filter(it -> it.score().answered() > 0)
                .limit(TOP)
                .map(it -> new Line(
                        String.valueOf(it.rank()),
                        ContestWords.name(it.score(), contest.namesShown()),
                        words.vn().number(it.score().points()),
                        it.score().entry().equals(own)))
                .toList();
    }

    ContestView contest(String code) {
        return contests.byCode(code);
    }
}
