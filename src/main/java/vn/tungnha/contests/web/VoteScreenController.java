package vn.tungnha.contests.web;

import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import vn.tungnha.contests.votes.BallotView;
import vn.tungnha.contests.votes.Ballots;
import vn.tungnha.identity.Allowed;

/** For the hall: that two are counting, and then what both found. */
@Controller
@RequestMapping("/contests/votes/{id}/screen")
@Allowed(place = "ballot:id")
@RequiredArgsConstructor
class VoteScreenController {

    private final Ballots ballots;
    private final VotePages pages;

    @GetMapping
    String screen(@PathVariable UUID id, Locale locale, Model model) {
        fill(ballots.get(id), locale, model);
        return "contests/vote-screen";
    }

    @GetMapping("/board")
    @Nullable
    String board(@PathVariable UUID id, Locale locale, WebRequest request, Model model) {
        BallotView ballot = ballots.get(id);
        int entered = ballots.firstCounter(ballot).isPresent() ? 1 : 0;
        String mark = ballot.state() + "-" + ballot.attempt() + "-" + entered + "-" + locale.getLanguage();
        if (request.checkNotModified("\"" + mark + "\"")) {
            return null;
        }
        fill(ballot, locale, model);
        return "contests/vote-screen :: live-board";
    }

    private void fill(BallotView ballot, Locale locale, Model model) {
        ContestWords words = pages.words(locale);
        model.addAttribute("page", pages.page(ballot, words));
        model.addAttribute(
                "waits",
                ballot.counting()
                        ? words.say(
                                ballots.firstCounter(ballot).isPresent()
                                        ? "contests.vote.screen.one"
                                        : ballot.attempt() > 1
                                                ? "contests.vote.screen.again"
                                                : "contests.vote.screen.none")
                        : null);
    }
}
