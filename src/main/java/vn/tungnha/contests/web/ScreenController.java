package vn.tungnha.contests.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import vn.tungnha.contests.ContestRounds;
import vn.tungnha.contests.ContestView;
import vn.tungnha.contests.Contests;
import vn.tungnha.contests.Leaderboard;
import vn.tungnha.contests.Ranking;
import vn.tungnha.contests.RoundView;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.QrCode;

/** The leaderboard on a wall, asked for every other second; where nothing has changed nothing is sent. */
@Controller
@RequestMapping("/contests/{id}/screen")
@Allowed(place = "contest:id")
@RequiredArgsConstructor
class ScreenController {

    private static final int LINES = 10;

    private final Contests contests;
    private final ContestRounds rounds;
    private final Leaderboard leaderboard;
    private final ContestPages pages;

    record Line(String rank, String name, String points, String time) {}

    /** All that changes on the screen; two equal boards look the same. */
    record Board(
            String players, String answers, @Nullable String round, String state, boolean open, List<Line> lines) {}

    @GetMapping
    String screen(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        ContestView contest = contests.get(id);
        ContestWords words = pages.words(locale);
        model.addAttribute("head", pages.head(contest, contests.mayRun(contest, user), words));
        model.addAttribute("qr", QrCode.of(ContestPages.address(contest)));
        model.addAttribute("board", board(contest, words));
        return "contests/screen";
    }

    @GetMapping("/board")
    @Nullable
    String board(@PathVariable UUID id, Locale locale, WebRequest request, Model model) {
        Board board = board(contests.get(id), pages.words(locale));
        if (request.checkNotModified(
                "\"" + Integer.toHexString(board.hashCode()) + "-" + locale.getLanguage() + "\"")) {
            return null;
        }
        model.addAttribute("board", board);
        return "contests/screen :: live-board";
    }

    private Board board(ContestView contest, ContestWords words) {
        Ranking ranking = leaderboard.of(contest.id());
        long answers =
                ranking.placed().stream().mapToLong(it -> it.score().answered()).sum();
        Optional<RoundView> running = contest.open() ? rounds.running(contest.id()) : Optional.empty();
        return new Board(
                words.vn().number(ranking.placed().size()),
                words.vn().number(answers),
                running.map(RoundView::name).orElse(null),
                words.say("contests.screen." + contest.state()),
                contest.open(),
                ranking.placed().stream()
                        .filter(it -> it.score().answered() > 0)
                        .limit(LINES)
                        .map(it -> new Line(
                                String.valueOf(it.rank()),
                                ContestWords.name(it.score(), contest.namesShown()),
                                words.vn().number(it.score().points()),
                                words.seconds(it.score().millis())))
                        .toList());
    }
}
