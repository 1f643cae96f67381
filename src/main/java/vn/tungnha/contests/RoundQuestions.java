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

/** What a round asks: drawn or chosen before it begins, and taken out of the count where it turns out to be wrong. */
@Service
@RequiredArgsConstructor
@Transactional
public class RoundQuestions {

    static final int MOST = 100;

    private static final int LONGEST_REASON = 200;
    private static final Paging WHOLE_BANK = new Paging(0, 1000);

    private final ContestLocks locks;
    private final RoundRows rows;
    private final QuestionBank bank;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A question of a round; {@code why} it was annulled, null while it counts. */
    public record Asked(Question question, @Nullable String why, int answers, int right) {}

    @Transactional(readOnly = true)
    public List<Asked> of(UUID round) {
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

    /** Exactly these, out of what the organiser may use. */
    public void choose(UUID contest, UUID round, Collection<UUID> questions, CurrentUser user) {
        ContestView held = locks.changeable(contest, user);
        rows.waiting(contest, round);
        Set<UUID> chosen = new HashSet<>(questions);
        if (chosen.size() > MOST) {
            throw new RuleBroken("contests.error.too-many-questions", MOST);
        }
        Set<UUID> known = new HashSet<>();
        of(round).forEach(asked -> known.add(asked.question().id()));
        usable(null, user).forEach(question -> known.add(question.id()));
        if (!known.containsAll(chosen)) {
            throw new NotFound("question", "of another place");
        }
        jdbc.sql("delete from contest_question where round_id = ?").param(round).update();
        ask(round, chosen);
        audit("contest.questions-chosen", held, chosen.size(), null);
    }

    /** All answers to it count for nobody: its key was wrong, or its words. */
    public void annul(UUID contest, UUID round, UUID question, String reason, CurrentUser user) {
        ContestView held = locks.locked(contest, user);
        rows.get(contest, round);
        if (reason.isBlank()) {
            throw RuleBroken.at("reason", "contests.error.missing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw RuleBroken.at("reason", "contests.error.too-long", LONGEST_REASON);
        }
        mark(round, question, clock.instant().truncatedTo(ChronoUnit.MICROS), reason.strip());
        audit("contest.question-annulled", held, question, reason.strip());
    }

    public void restore(UUID contest, UUID round, UUID question, CurrentUser user) {
        ContestView held = locks.locked(contest, user);
        rows.get(contest, round);
        mark(round, question, null, null);
        audit("contest.question-restored", held, question, null);
    }

    /** By the contest's own seed, out of those no other round of it asks: who repeats the draw gets the same. */
    List<UUID> draw(ContestView contest, RoundCommand told, CurrentUser user) {
        if (told.draw() == 0) {
            return List.of();
        }
        Set<UUID> taken = new HashSet<>();
        rows.of(contest.id()).forEach(round -> of(round.id())
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

    void ask(UUID round, Collection<UUID> questions) {
        jdbc.sql("insert into contest_question (round_id, question_id) select :round, q from unnest(:questions) as q")
                .param("round", round)
                .param("questions", questions.toArray(UUID[]::new))
                .update();
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

    private void audit(String action, ContestView contest, Object after, @Nullable String why) {
        events.publishEvent(
                new Audited(action, "contest", contest.id().toString(), contest.unitId(), null, after, why));
    }
}
