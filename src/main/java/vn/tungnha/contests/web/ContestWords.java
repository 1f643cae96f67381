package vn.tungnha.contests.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.tungnha.contests.ContestState;
import vn.tungnha.contests.ContestView;
import vn.tungnha.contests.Score;
import vn.tungnha.contests.votes.BallotState;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Topic;

/** Finished texts for the pages of contests, in one reader's language. */
record ContestWords(MessageSource messages, Locale locale) {

    private static final double SECOND = 1000;

    Vn vn() {
        return Vn.in(locale);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String why(RuleBroken broken) {
        return say(broken.getKey(), FormRules.arguments(broken));
    }

    String days(ContestView contest) {
        return contest.firstDay().equals(contest.lastDay())
                ? vn().weekdayAndDay(contest.firstDay())
                : say("contests.span", vn().day(contest.firstDay()), vn().day(contest.lastDay()));
    }

    /** 12,4 giây. */
    String seconds(long millis) {
        return say("contests.seconds", vn().number(millis / SECOND, 1));
    }

    String topic(Catalogue catalogue, String code) {
        return catalogue.topic(code).map((Topic topic) -> topic.name(locale)).orElse(code);
    }

    static String name(Score score, boolean full) {
        return full && score.fullName() != null ? score.fullName() : score.nickname();
    }

    static String level(ContestState state) {
        return switch (state) {
            case PLANNED -> "info";
            case OPEN -> "good";
            case CLOSED -> "none";
        };
    }

    static String level(BallotState state) {
        return switch (state) {
            case COUNTING -> "near";
            case SEALED -> "good";
            case CANCELLED -> "none";
        };
    }
}
