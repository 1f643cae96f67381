package vn.tungnha.contests.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.contests.votes.BallotCount;
import vn.tungnha.contests.votes.BallotView;
import vn.tungnha.contests.votes.Ballots;
import vn.tungnha.identity.CurrentUser;

/** Pages of votes: what was counted is on none of them until two persons have counted the same. */
@Component
@RequiredArgsConstructor
class VotePages {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Ballots ballots;
    private final MessageSource messages;

    /** {@code waits}: for whom; {@code differences}: lines to be counted again. */
    record Page(
            String id,
            String title,
            String place,
            String day,
            @Nullable String note,
            String rule,
            String level,
            String state,
            boolean counting,
            boolean sealed,
            @Nullable String cancelReason,
            List<String> options,
            @Nullable Result result) {}

    record Result(String handedOut, String valid, String invalid, List<Line> lines, String sealed, String counters) {}

    /** {@code percent} of the valid ballots, for the width of a bar: 0 to 100. */
    record Line(String rank, String name, String votes, String share, int percent) {}

    record Difference(String line, String first, String second) {}

    ContestWords words(Locale locale) {
        return new ContestWords(messages, locale);
    }

    Page page(BallotView ballot, ContestWords words) {
        BallotCount result = ballot.result();
        return new Page(
                ballot.id().toString(),
                ballot.title(),
                ballot.place(),
                words.vn().weekdayAndDay(ballot.heldOn()),
                ballot.note(),
                ballot.most() == 1 ? words.say("contests.vote.one") : words.say("contests.vote.most", ballot.most()),
                ContestWords.level(ballot.state()),
                words.say("contests.vote.state." + ballot.state()),
                ballot.counting(),
                result != null,
                ballot.cancelReason(),
                ballot.options(),
                result == null ? null : result(ballot, result, words));
    }

    String show(UUID id, CurrentUser user, Locale locale, Model model) {
        ContestWords words = words(locale);
        BallotView ballot = ballots.get(id);
        Optional<UUID> first = ballot.counting() ? ballots.firstCounter(ballot) : Optional.empty();
        boolean own = first.filter(user.accountId()::equals).isPresent();
        model.addAttribute("page", page(ballot, words));
        model.addAttribute("mayCount", ballot.counting() && ballots.mayCount(ballot, user));
        model.addAttribute("mayRun", ballot.counting() && ballots.mayRun(ballot, user));
        model.addAttribute(
                "waits",
                !ballot.counting()
                        ? null
                        : words.say(
                                own
                                        ? "contests.vote.waits-own"
                                        : first.isPresent() ? "contests.vote.waits-second" : "contests.vote.waits"));
        model.addAttribute("attempt", ballot.attempt());
        model.addAttribute(
                "differences",
                ballot.counting()
                        ? ballots.differences(ballot).stream()
                                .map(it -> new Difference(
                                        line(it.option(), ballot, words),
                                        words.vn().number(it.first()),
                                        words.vn().number(it.second())))
                                .toList()
                        : List.of());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new CountForm("", "", "", blanks(ballot)));
        }
        return "contests/vote";
    }

    private static List<@Nullable String> blanks(BallotView ballot) {
        List<@Nullable String> blanks = new ArrayList<>();
        ballot.options().forEach(option -> blanks.add(""));
        return blanks;
    }

    private static String line(int option, BallotView ballot, ContestWords words) {
        return switch (option) {
            case BallotCount.Difference.HANDED_OUT -> words.say("contests.vote.handed-out");
            case BallotCount.Difference.VALID -> words.say("contests.vote.valid");
            case BallotCount.Difference.INVALID -> words.say("contests.vote.invalid");
            default -> ballot.options().get(option);
        };
    }

    private static Result result(BallotView ballot, BallotCount result, ContestWords words) {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < ballot.options().size(); at++) {
            int votes = result.votes().get(at);
            BigDecimal share = result.valid() == 0
                    ? null
                    : BigDecimal.valueOf(votes)
                            .multiply(HUNDRED)
                            .divide(BigDecimal.valueOf(result.valid()), 1, RoundingMode.HALF_UP);
            long rank =
                    1 + result.votes().stream().filter(other -> other > votes).count();
            lines.add(new Line(
                    String.valueOf(rank),
                    ballot.options().get(at),
                    words.vn().number(votes),
                    words.vn().percent(share),
                    share == null ? 0 : share.intValue()));
        }
        return new Result(
                words.vn().number(result.handedOut()),
                words.vn().number(result.valid()),
                words.vn().number(result.invalid()),
                lines,
                words.vn().moment(ballot.sealedAt()),
                String.join(", ", ballot.counters()));
    }
}
