package vn.tungnha.visits.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.House;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Round;
import vn.tungnha.visits.Stop;
import vn.tungnha.visits.Why;

/**
 * One household of the list.
 *
 * @param note why it is on the list, or how it stands
 * @param strong an appointment
 * @param late an appointment that has gone by
 * @param who who else goes there today; null for nobody in particular and for oneself
 * @param skipped left for another day: it can be taken back
 */
record WorkLine(
        String id,
        House house,
        String name,
        String note,
        boolean strong,
        boolean late,
        @Nullable String who,
        boolean skipped) {

    private static final int MOST_ACCOUNTS = 2;

    static WorkLine of(
            Stop stop, Round round, String nextId, Map<UUID, String> members, Catalogue catalogue, Words words) {
        Why why = round.why(stop);
        return new WorkLine(
                stop.id().toString(),
                house(stop, nextId),
                name(stop, words),
                note(stop, why, round, catalogue, words),
                why == Why.DUE && !stop.skipped(),
                round.overdue(stop) && !stop.skipped(),
                round.somebodyElses(stop) ? members.get(stop.member()) : null,
                stop.skipped());
    }

    /** A household found by a search, where no list of the day is at hand. */
    static WorkLine found(Stop stop, Words words) {
        boolean appointed = stop.followUpAt() != null;
        return new WorkLine(
                stop.id().toString(),
                house(stop, ""),
                name(stop, words),
                last(stop, words),
                appointed,
                false,
                null,
                false);
    }

    static House house(Stop stop, String nextId) {
        boolean next = stop.id().toString().equals(nextId);
        return new House(
                Words.houseNumber(stop.alley(), stop.number()), next ? "next" : Words.house(stop.state()), false);
    }

    static String name(Stop stop, Words words) {
        return stop.householder() == null ? words.say("visits.person.unnamed") : stop.householder();
    }

    private static String note(Stop stop, @Nullable Why why, Round round, Catalogue catalogue, Words words) {
        String skip = stop.skip();
        if (skip != null) {
            return words.say("visits.line.skipped", skipReason(skip, catalogue, words));
        }
        if (why == null) {
            return last(stop, words);
        }
        return switch (why) {
            case DUE -> due(stop, round, words);
            case NEVER_MET ->
                stop.last() == null ? last(stop, words) : words.say("visits.why.never", last(stop, words));
            case LACKING -> words.say("visits.why.lacking", lacks(stop, round, words));
            case THIS_QUARTER -> words.say("visits.why.quarter", last(stop, words));
        };
    }

    static String skipReason(String code, Catalogue catalogue, Words words) {
        return catalogue
                .skipReason(code)
                .map(reason -> reason.name(words.locale()))
                .orElse(code);
    }

    /** 2 VNeID mức 2, 1 Chữ ký số: how many persons lack what. */
    private static String lacks(Stop stop, Round round, Words words) {
        return round.wanted().stream()
                .filter(type -> stop.lacks().containsKey(type.code()))
                .limit(MOST_ACCOUNTS)
                .map(type -> words.say(
                        "visits.why.account",
                        stop.lacks().getOrDefault(type.code(), 0),
                        type.shortName(words.locale())))
                .collect(Collectors.joining(", "));
    }

    /** Hẹn 17:30 hôm nay; Quá hẹn 2 ngày (19:00, 20/11/2026). */
    static String due(Stop stop, Round round, Words words) {
        Instant at = stop.followUpAt();
        if (at == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(Days.of(at), round.day());
        return days > 0
                ? words.say("visits.why.overdue", days, words.vn().moment(at))
                : words.say("visits.why.today", words.vn().time(at));
    }

    private static String last(Stop stop, Words words) {
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
