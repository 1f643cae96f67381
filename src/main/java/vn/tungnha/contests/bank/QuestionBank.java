package vn.tungnha.contests.bank;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;

/** The bank: read by whoever organises under its owner, written by officials of the owner. */
@Service
@RequiredArgsConstructor
@Transactional
public class QuestionBank {

    /** Those who keep questions of their place. */
    public static final List<Role> KEEPERS =
            List.of(Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER);

    /** Everybody's, those of one's own places, and those of the places above them. */
    private static final String SEEN = """
            (q.unit_id is null or :everything or q.unit_id in (%s)
             or exists (select from unit_closure up where up.ancestor_id = q.unit_id and up.descendant_id = any(:roots)
                        and :today between up.valid_from and up.valid_to))""".formatted(ScopeSql.INSIDE);

    private static final String ASKED_FOR = """
             and (cast(:topic as text) is null or q.topic = :topic) and q.text ilike all(:words)
             and (:retired or q.retired_at is null)""";

    private final QuestionRows rows;
    private final QuestionRules rules;
    private final ScopeGuard guard;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Which questions to list.
     *
     * @param topic null = of any
     * @param words of the question as they are written
     */
    public record Query(@Nullable String topic, String words, boolean retired) {}

    @Transactional(readOnly = true)
    public PageOf<Question> list(Query query, CurrentUser user, Paging paging) {
        long total = bind(jdbc.sql("select count(*) from quiz_question q where " + SEEN + ASKED_FOR), query, user)
                .query(Long.class)
                .single();
        List<Question> items = bind(jdbc.sql(QuestionRows.SELECT + SEEN + ASKED_FOR + """
                                 order by q.topic, q.text, q.id limit :size offset :offset"""), query, user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(QuestionRows::question)
                .list();
        return PageOf.of(items, paging, total);
    }

    @Transactional(readOnly = true)
    public Question get(UUID id) {
        return rows.find(id, today()).orElseThrow(() -> new NotFound("question", id));
    }

    @Transactional(readOnly = true)
    public List<Question> all(Collection<UUID> ids) {
        return rows.all(ids, today());
    }

    @Transactional(readOnly = true)
    public boolean mayKeep(@Nullable Long unit, CurrentUser user) {
        CurrentUser keeper = user.as(KEEPERS);
        return unit == null ? keeper.has(Role.ADMIN) : guard.covers(keeper.scope(), Data.FIGURES, unit);
    }

    public UUID add(UUID id, QuestionCommand told, CurrentUser user) {
        if (rows.find(id, today()).isPresent()) {
            requireKeep(get(id).unitId(), user);
            return id;
        }
        requireKeep(told.unitId(), user);
        rules.check(told);
        rows.add(id, told, user.accountId(), clock.instant());
        audit("quiz-question.added", id, told.unitId(), null, told);
        return id;
    }

    /** Only while no contest has asked it: what has been answered must stay what it was. */
    public void edit(UUID id, int version, QuestionCommand told, CurrentUser user) {
        rows.lock(id);
        Question before = kept(id, user);
        rules.check(told);
        if (before.asked() > 0) {
            throw new RuleBroken("contests.error.asked");
        }
        rows.edit(id, version, told);
        audit("quiz-question.edited", id, before.unitId(), before, told);
    }

    /** Drawn no more; the contests that ask it go on asking it. */
    public void retire(UUID id, CurrentUser user) {
        Question before = kept(id, user);
        rows.retire(id, clock.instant());
        audit("quiz-question.retired", id, before.unitId(), before, null);
    }

    public void restore(UUID id, CurrentUser user) {
        Question before = kept(id, user);
        rows.retire(id, null);
        audit("quiz-question.restored", id, before.unitId(), null, before);
    }

    /** The same words under the same owner, as a file may bring them twice. */
    @Transactional(readOnly = true)
    public boolean has(@Nullable Long unit, String text) {
        return jdbc.sql("""
                        select exists (select from quiz_question q
                                       where lower(q.text) = lower(:text) and q.unit_id is not distinct from cast(:unit as bigint))""")
                .param("text", text.strip())
                .param("unit", unit, Types.BIGINT)
                .query(Boolean.class)
                .single();
    }

    private Question kept(UUID id, CurrentUser user) {
        Question question = get(id);
        requireKeep(question.unitId(), user);
        return question;
    }

    private void requireKeep(@Nullable Long unit, CurrentUser user) {
        if (!mayKeep(unit, user)) {
            throw new OutOfScope("unit", unit == null ? 0L : unit);
        }
    }

    private StatementSpec bind(StatementSpec statement, Query query, CurrentUser user) {
        return ScopeSql.bind(statement, user.scope(), Data.FIGURES, today())
                .param("topic", query.topic(), Types.VARCHAR)
                .param("words", words(query.words()))
                .param("retired", query.retired());
    }

    private static String[] words(String typed) {
        return List.of(typed.strip().split("\\s+")).stream()
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private void audit(String action, UUID id, @Nullable Long unit, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(new Audited(action, "quiz-question", id.toString(), unit, before, after, null));
    }
}
