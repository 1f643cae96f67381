package vn.tungnha.contests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.contests.PlayView.Step;
import vn.tungnha.contests.bank.Question;
import vn.tungnha.contests.bank.QuestionBank;
import vn.tungnha.shared.RuleBroken;

/**
 * Hands out questions one by one and takes each answer once. Time runs on our clock, from when a question was handed to this
 * player: a slow phone or a wrong clock neither helps nor harms.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class Play {

    /** For the line: an answer sent in time may come in later than it was sent. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private final ContestRounds rounds;
    private final QuestionBank bank;
    private final JdbcClient jdbc;
    private final Clock clock;

    private record Handed(
            UUID question,
            Instant at,
            @Nullable Instant answeredAt,
            Set<Integer> picked,
            boolean correct,
            boolean late,
            boolean annulled) {}

    /** Where the player stands in the round that is running, or in the one that ended while a question was open. */
    @Transactional(readOnly = true)
    public PlayView of(ContestView contest, EntryView entry) {
        if (!contest.open()) {
            return PlayView.waiting();
        }
        return rounds.running(contest.id())
                .map(round -> in(contest, round, entry))
                .orElseGet(PlayView::waiting);
    }

    private PlayView in(ContestView contest, RoundView round, EntryView entry) {
        List<UUID> order = order(contest, round, entry);
        List<Handed> handed = handed(entry.id(), round.id());
        if (handed.isEmpty()) {
            return PlayView.beginning(round, order.size());
        }
        Handed last = handed.get(handed.size() - 1);
        Instant until = until(round, last.at());
        boolean open = last.answeredAt() == null && clock.instant().isBefore(until.plus(GRACE));
        boolean more = !new HashSet<>(handed.stream().map(Handed::question).toList()).containsAll(order);
        return new PlayView(
                open ? Step.ASKED : more ? Step.ANSWERED : Step.FINISHED,
                round,
                bank.get(last.question()),
                handed.size(),
                Math.max(handed.size(), order.size()),
                until,
                last.picked(),
                last.correct(),
                last.late(),
                last.annulled());
    }

    /** Hands out the next question; while one is open that one stays. */
    public void next(ContestView contest, EntryView entry) {
        RoundView round = playable(contest, entry);
        PlayView now = in(contest, round, entry);
        if (now.step() == Step.ASKED || now.step() == Step.FINISHED) {
            return;
        }
        Set<UUID> before = new HashSet<>(
                handed(entry.id(), round.id()).stream().map(Handed::question).toList());
        order(contest, round, entry).stream()
                .filter(question -> !before.contains(question))
                .findFirst()
                .ifPresent(question -> jdbc.sql("""
                                insert into contest_answer (entry_id, round_id, question_id, handed_at)
                                values (:entry, :round, :question, :now) on conflict do nothing""")
                        .param("entry", entry.id())
                        .param("round", round.id())
                        .param("question", question)
                        .param("now", now().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /**
     * Takes the answer to a question that was handed out; the first one stays, whatever is sent again. Past the time and its
     * grace, or after the round, it is kept as late and counts as no answer.
     */
    public void answer(ContestView contest, EntryView entry, UUID roundId, UUID questionId, Set<Integer> picked) {
        lock(entry);
        RoundView round = rounds.get(contest.id(), roundId);
        Handed handed = handed(entry.id(), roundId).stream()
                .filter(it -> it.question().equals(questionId))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("contests.error.not-handed"));
        if (handed.answeredAt() != null) {
            return;
        }
        Question question = bank.get(questionId);
        Set<Integer> known = new HashSet<>(
                question.choices().stream().map(Question.Choice::position).toList());
        if (picked.isEmpty() || !known.containsAll(picked)) {
            throw RuleBroken.at("picked", "contests.error.pick");
        }
        Instant now = now();
        Instant until = until(round, handed.at());
        boolean late = now.isAfter(until.plus(GRACE));
        long taken = Math.min(
                Duration.between(handed.at(), now).toMillis(),
                Duration.between(handed.at(), until).toMillis());
        jdbc.sql("""
                        update contest_answer set answered_at = :now, picked = :picked, correct = :correct, late = :late, millis = :millis
                        where entry_id = :entry and round_id = :round and question_id = :question and answered_at is null""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("picked", picked.stream().sorted().toArray(Integer[]::new))
                .param("correct", !late && question.isRight(picked))
                .param("late", late)
                .param("millis", Math.max(0, taken))
                .param("entry", entry.id())
                .param("round", roundId)
                .param("question", questionId)
                .update();
    }

    private RoundView playable(ContestView contest, EntryView entry) {
        lock(entry);
        if (!contest.open()) {
            throw new RuleBroken("contests.error.not-open");
        }
        Optional<RoundView> running = rounds.running(contest.id());
        return running.orElseThrow(() -> new RuleBroken("contests.error.no-round"));
    }

    /** Two taps on one button are one after the other. */
    private void lock(EntryView entry) {
        boolean removed = jdbc.sql("select removed_at is not null from contest_entry where id = ? for update")
                .param(entry.id())
                .query(Boolean.class)
                .single();
        if (removed) {
            throw new RuleBroken("contests.error.removed");
        }
    }

    /** Whatever ends first: the time for this question or the round. */
    private static Instant until(RoundView round, Instant handed) {
        Instant own = handed.plusSeconds(round.seconds());
        Instant end = round.until();
        return end != null && end.isBefore(own) ? end : own;
    }

    private List<UUID> order(ContestView contest, RoundView round, EntryView entry) {
        List<UUID> questions = jdbc.sql(
                        "select question_id from contest_question where round_id = ? and annulled_at is null")
                .param(round.id())
                .query(UUID.class)
                .list();
        return QuestionOrder.of(contest.seed() + round.position(), entry.id(), questions);
    }

    private List<Handed> handed(UUID entry, UUID round) {
        return jdbc.sql("""
                        select a.*, x.annulled_at is not null as annulled from contest_answer a
                        join contest_question x on x.round_id = a.round_id and x.question_id = a.question_id
                        where a.entry_id = ? and a.round_id = ? order by a.handed_at, a.question_id""").params(entry, round).query(Play::handed).list();
    }

    private static Handed handed(ResultSet row, int n) throws SQLException {
        return new Handed(
                row.getObject("question_id", UUID.class),
                row.getTimestamp("handed_at").toInstant(),
                ContestRows.moment(row.getTimestamp("answered_at")),
                row.getArray("picked") == null
                        ? Set.of()
                        : new HashSet<>(
                                Arrays.asList((Integer[]) row.getArray("picked").getArray())),
                row.getBoolean("correct"),
                row.getBoolean("late"),
                row.getBoolean("annulled"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
