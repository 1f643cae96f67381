package vn.tungnha.contests;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.contests.bank.Question;
import vn.tungnha.contests.bank.QuestionBank;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;

/** The rounds of a contest: their questions, when they begin and end, and questions that turned out to be wrong. */
@Service
@RequiredArgsConstructor
@Transactional
public class ContestRounds {

    private static final int LONGEST_NAME = 80;
    private static final int MOST_QUESTIONS = 100;
    private static final Paging WHOLE_BANK = new Paging(0, 1000);

    private final Contests contests;
    private final ContestRows contestRows;
    private final RoundRows rows;
    private final QuestionBank bank;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A question of a round; {@code why} it was annulled, null while it counts. */
    public record Asked(Question question, @Nullable String why, int answers, int right) {}

    @Transactional(readOnly = true)
    public List<RoundView> of(UUID contest) {
        return rows.of(contest);
    }

    @Transactional(readOnly = true)
    public RoundView get(UUID contest, UUID round) {
        return rows.find(contest, round).orElseThrow(() -> new NotFound("round", round));
    }

    @Transactional(readOnly = true)
    public Optional<RoundView> running(UUID contest) {
        return rows.of(contest).stream()
                .filter(round -> round.runs(clock.instant()))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public List<Asked> questions(UUID round) {
        record Row(UUID questionId, @Nullable String annulReason, int answers, int correct) {}
        List<Row> asked = jdbc.sql("""
                        select x.question_id, x.annul_reason, count(a.answered_at) as answers,
                               count(a.answered_at) filter (where a.correct) as correct
                        from contest_question x
                        left join contest_answer a on a.round_id = x.round_id and a.question_id = x.question_id
                        where x.round_id = ? group by x.question_id, x.annul_reason""").param(round).query(Row.class).list();
        return bank.all(asked.stream().map(Row::questionId).toList()).stream()
                .map(question -> asked.stream()
                        .filter(row -> row.questionId().equals(question.id()))
                        .map(row -> new Asked(question, row.annulReason(), row.answers(), row.correct()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** @param id made by whoever adds it, so that sending the form again adds it once */
    public void add(UUID contest, UUID id, RoundCommand told, CurrentUser user) {
        ContestView held = changeable(contest, user);
        if (rows.find(contest, id).isPresent()) {
            return;
        }
        check(told);
        List<UUID> drawn = draw(held, told, user);
        jdbc.sql("""
                        insert into contest_round (id, contest_id, position, name, seconds, minutes, points)
                        select :id, :contest, 1 + coalesce(max(position), 0), :name, :seconds, :minutes, :points
                        from contest_round where contest_id = :contest""")
                .param("id", id)
                .param("contest", contest)
                .param("name", told.name().strip())
                .param("seconds", told.seconds())
                .param("minutes", told.minutes(), Types.INTEGER)
                .param("points", told.points())
                .update();
        ask(id, drawn);
        audit("contest.round-added", held, null, told);
    }

    /** Only before it has begun. */
    public void remove(UUID contest, UUID round, CurrentUser user) {
        ContestView held = changeable(contest, user);
        RoundView before = waiting(contest, round);
        jdbc.sql("delete from contest_question where round_id = ?").param(round).update();
        jdbc.sql("delete from contest_round where id = ?").param(round).update();
        audit("contest.round-removed", held, before, null);
    }

    /** Exactly these, out of what the organiser may use. */
    public void choose(UUID contest, UUID round, Collection<UUID> questions, CurrentUser user) {
        ContestView held = changeable(contest, user);
        waiting(contest, round);
        Set<UUID> chosen = new HashSet<>(questions);
        if (chosen.size() > MOST_QUESTIONS) {
            throw new RuleBroken("contests.error.too-many-questions", MOST_QUESTIONS);
        }
        Set<UUID> known = new HashSet<>();
        questions(round).forEach(asked -> known.add(asked.question().id()));
        usable(null, user).forEach(question -> known.add(question.id()));
        if (!known.containsAll(chosen)) {
            throw new NotFound("question", "of another place");
        }
        jdbc.sql("delete from contest_question where round_id = ?").param(round).update();
        ask(round, chosen);
        audit("contest.questions-chosen", held, null, chosen.size());
    }

    public void start(UUID contest, UUID round, CurrentUser user) {
        ContestView held = changeable(contest, user);
        if (!held.open()) {
            throw new RuleBroken("contests.error.not-open");
        }
        if (running(contest).isPresent()) {
            throw new RuleBroken("contests.error.round-runs");
        }
        if (waiting(contest, round).questions() == 0) {
            throw new RuleBroken("contests.error.no-questions");
        }
        jdbc.sql("update contest_round set started_at = :now where id = :round")
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("round", round)
                .update();
        audit("contest.round-started", held, null, round);
    }

    /** Ending it twice changes nothing. */
    public void end(UUID contest, UUID round, CurrentUser user) {
        ContestView held = changeable(contest, user);
        if (get(contest, round).runs(clock.instant())) {
            jdbc.sql("update contest_round set ended_at = :now where id = :round")
                    .param("now", now().atOffset(ZoneOffset.UTC))
                    .param("round", round)
                    .update();
            audit("contest.round-ended", held, null, round);
        }
    }

    /** All answers to it count for nobody: its key was wrong, or its words. */
    public void annul(UUID contest, UUID round, UUID question, String reason, CurrentUser user) {
        ContestView held = locked(contest, user);
        get(contest, round);
        if (reason.isBlank()) {
            throw RuleBroken.at("reason", "contests.error.missing");
        }
        if (reason.length() > 200) {
            throw RuleBroken.at("reason", "contests.error.too-long", 200);
        }
        mark(round, question, now(), reason.strip());
        events.publishEvent(new Audited(
                "contest.question-annulled",
                "contest",
                contest.toString(),
                held.unitId(),
                null,
                question,
                reason.strip()));
    }

    public void restore(UUID contest, UUID round, UUID question, CurrentUser user) {
        ContestView held = locked(contest, user);
        get(contest, round);
        mark(round, question, null, null);
        audit("contest.question-restored", held, null, question);
    }

    private void mark(UUID round, UUID question, @Nullable Instant at, @Nullable String reason) {
        int changed = jdbc.sql("""
                        update contest_question set annulled_at = :at, annul_reason = :reason
                        where round_id = :round and question_id = :question""")
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", reason, Types.VARCHAR)
                .param("round", round)
                .param("question", question)
                .update();
        if (changed == 0) {
            throw new NotFound("question", question);
        }
    }

    /** By the contest's own seed, out of those no other round of it asks: who repeats the draw gets the same. */
    private List<UUID> draw(ContestView contest, RoundCommand told, CurrentUser user) {
        if (told.draw() == 0) {
            return List.of();
        }
        Set<UUID> taken = new HashSet<>();
        rows.of(contest.id()).forEach(round -> questions(round.id())
                .forEach(asked -> taken.add(asked.question().id())));
        List<UUID> free = new ArrayList<>(usable(told.topic(), user).stream()
                .map(Question::id)
                .filter(id -> !taken.contains(id))
                .sorted()
                .toList());
        if (free.size() < told.draw()) {
            throw RuleBroken.at("draw", "contests.error.too-few", free.size());
        }
        Collections.shuffle(free, new Random(contest.seed() + taken.size()));
        return free.subList(0, told.draw());
    }

    private List<Question> usable(@Nullable String topic, CurrentUser user) {
        return bank.list(new QuestionBank.Query(topic, "", false), user, WHOLE_BANK)
                .items();
    }

    private void ask(UUID round, Collection<UUID> questions) {
        jdbc.sql("insert into contest_question (round_id, question_id) select :round, q from unnest(:questions) as q")
                .param("round", round)
                .param("questions", questions.toArray(UUID[]::new))
                .update();
    }

    private static void check(RoundCommand told) {
        if (told.name().isBlank()) {
            throw RuleBroken.at("name", "contests.error.missing");
        }
        if (told.name().length() > LONGEST_NAME) {
            throw RuleBroken.at("name", "contests.error.too-long", LONGEST_NAME);
        }
        within("seconds", told.seconds(), 5, 600);
        within("points", told.points(), 1, 1000);
        within("draw", told.draw(), 0, MOST_QUESTIONS);
        if (told.minutes() != null) {
            within("minutes", told.minutes(), 1, 20160);
        }
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw RuleBroken.at(field, "contests.error.between", least, most);
        }
    }

    private RoundView waiting(UUID contest, UUID round) {
        RoundView view = get(contest, round);
        if (!view.waiting()) {
            throw new RuleBroken("contests.error.round-begun");
        }
        return view;
    }

    private ContestView locked(UUID contest, CurrentUser user) {
        contestRows.lock(contest);
        return contests.run(contest, user);
    }

    private ContestView changeable(UUID contest, CurrentUser user) {
        ContestView held = locked(contest, user);
        if (held.closed()) {
            throw new RuleBroken("contests.error.closed");
        }
        return held;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void audit(String action, ContestView contest, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(
                new Audited(action, "contest", contest.id().toString(), contest.unitId(), before, after, null));
    }
}
