package vn.tungnha.visits.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.chart.Ring;
import vn.tungnha.visits.Outcome;
import vn.tungnha.visits.OutcomeLabel;
import vn.tungnha.visits.Round;
import vn.tungnha.visits.Stop;
import vn.tungnha.visits.VisitRow;
import vn.tungnha.visits.VisitStatus;
import vn.tungnha.visits.VisitView;

/**
 * What was sent today, and what comes next.
 *
 * @param receipt of the visit just saved, else null
 */
record SentPage(
        String subtitle,
        @Nullable ReceiptPart receipt,
        String total,
        List<SentLine> lines,
        Ring ring,
        String left,
        @Nullable String nextId,
        @Nullable String nextAddress) {

    record ReceiptPart(
            String id, String title, String text, @Nullable String attention) {}

    record SentLine(String id, String address, String what, boolean good, boolean attention) {}

    static SentPage of(
            @Nullable VisitView sent, List<VisitRow> today, Round round, List<OutcomeLabel> outcomes, Words words) {
        List<Stop> next = round.next();
        return new SentPage(
                words.vn().weekdayAndDay(round.day()),
                sent == null ? null : receipt(sent, words),
                words.say("visits.sent.total", today.size()),
                today.stream().map(row -> line(row, outcomes, words)).toList(),
                Ring.of(
                        round.done(),
                        round.planned(),
                        round.done() + "/" + round.planned(),
                        "",
                        words.say("visits.today.ring", round.done(), round.planned())),
                next.isEmpty() ? words.say("visits.today.done") : words.say("visits.sent.left", next.size()),
                next.isEmpty() ? null : next.get(0).id().toString(),
                next.isEmpty()
                        ? null
                        : words.say(
                                "visits.sent.next",
                                Words.address(next.get(0).alley(), next.get(0).number())));
    }

    private static ReceiptPart receipt(VisitView sent, Words words) {
        String address = Words.shortAddress(sent.alley(), sent.number());
        String place = sent.place() == null ? words.say("visits.sent.ward") : sent.place();
        return new ReceiptPart(
                sent.id().toString(),
                words.say("visits.saved", address),
                words.say("visits.sent.received", place, words.vn().time(sent.receivedAt())),
                attention(sent, words));
    }

    /** Why the ward will look at it, in words; null when it need not. */
    static @Nullable String attention(VisitView visit, Words words) {
        VisitView.Other other = visit.other();
        if (other != null) {
            return doubled(other, words);
        }
        return visit.attention().isEmpty()
                ? null
                : words.say("visits.attention." + visit.attention().iterator().next());
    }

    static String doubled(VisitView.Other other, Words words) {
        return words.say(
                "visits.attention.DOUBLE.who",
                other.by() == null ? words.say("visits.attention.someone") : other.by(),
                words.vn().time(other.at()));
    }

    static SentLine line(VisitRow row, List<OutcomeLabel> outcomes, Words words) {
        boolean withdrawn = row.status() == VisitStatus.WITHDRAWN;
        String what = withdrawn
                ? words.say("visits.status.WITHDRAWN")
                : row.activated() > 0
                        ? words.say("visits.sent.accounts", row.activated())
                        : label(row.outcome(), outcomes, words);
        return new SentLine(
                row.id().toString(),
                Words.address(row.alley(), row.number()),
                what,
                !withdrawn,
                !row.attention().isEmpty() && !withdrawn);
    }

    static String label(Outcome outcome, List<OutcomeLabel> outcomes, Words words) {
        return outcomes.stream()
                .filter(one -> one.code() == outcome)
                .map(one -> one.name(words.locale()))
                .findFirst()
                .orElse(outcome.name());
    }
}
