package vn.tungnha.households;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.households.likeness.Likeness;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/**
 * One person in two wards. Whoever asks learns only that there may be somebody; the other ward sees its own person and says
 * whether they have moved. If so, they move with their history.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class Presences {

    /** More in a day is no longer asking about newcomers. */
    private static final int A_DAY = 50;

    private static final String COMMUNE = """
            (select c.ancestor_id from unit_closure c join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
             where c.descendant_id = %s and :today between c.valid_from and c.valid_to limit 1)""";

    private final JdbcClient jdbc;
    private final AlikeRows rows;
    private final Doubles doubles;
    private final Households households;
    private final HouseholdPlaces places;
    private final ResidentWrites residents;
    private final ResidentMerging merging;
    private final HouseholdTrail trail;
    private final Clock clock;

    /**
     * Asks the wards where somebody very much alike is in the register; whether there was any.
     *
     * @throws RuleBroken when enough was asked this day; the trail keeps that too
     */
    @Transactional(noRollbackFor = RuleBroken.class)
    public boolean ask(UUID resident, CurrentUser user) {
        AlikePerson.Entry ours = doubles.entry(resident, user);
        Instant now = clock.instant();
        int asked = jdbc.sql("select count(*) from presence_asking where asked_by = ? and asked_at > ?")
                .params(user.accountId(), Timestamp.from(now.minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
        boolean refused = asked >= A_DAY;
        trail.lookedElsewhere(ours.id(), ours.where(), refused);
        if (refused) {
            throw new RuleBroken("doubles.error.enough-asked", A_DAY);
        }
        jdbc.sql("insert into presence_asking (ours, asked_by, asked_at) values (?, ?, ?)")
                .params(ours.id(), user.accountId(), Timestamp.from(now))
                .update();
        List<AlikePerson.Entry> theirs = rows.outside(ours.described(), ours.id(), user).stream()
                .filter(entry -> entry.status() == ResidentStatus.PRESENT)
                .map(entry -> new AlikePerson(entry, Likeness.of(ours.described(), entry.described())))
                .filter(alike -> alike.likeness().strength() == Likeness.Strength.STRONG)
                .sorted(Comparator.comparing(AlikePerson::likeness))
                .limit(3)
                .map(AlikePerson::entry)
                .toList();
        theirs.forEach(entry -> jdbc.sql("""
                        insert into presence_question (id, ours, theirs, asking, asked, asked_by, asked_at)
                        select :id, :ours, :theirs, %s, %s, :by, :now
                        on conflict (ours, theirs) where answer is null do nothing""".formatted(COMMUNE.formatted(":here"), COMMUNE.formatted(":there")))
                .param("id", UUID.randomUUID())
                .param("ours", ours.id())
                .param("theirs", entry.id())
                .param("here", ours.where())
                .param("there", entry.where())
                .param("today", Days.today(clock))
                .param("by", user.accountId())
                .param("now", Timestamp.from(now))
                .update());
        return !theirs.isEmpty();
    }

    /** What became of questions about somebody; the other ward is not named. */
    @Transactional(readOnly = true)
    public List<Asked> asked(UUID resident, CurrentUser user) {
        UUID ours = households.resident(resident, user).id();
        return jdbc.sql(
                        "select asked_at, answer, moved_on from presence_question where ours = :ours or (theirs = :ours and answer = 'MOVED') order by asked_at desc, id")
                .param("ours", ours)
                .query((row, n) -> new Asked(
                        row.getTimestamp("asked_at").toInstant(),
                        row.getString("answer"),
                        row.getObject("moved_on", LocalDate.class)))
                .list();
    }

    /** What other wards ask about people of the reader's. */
    @Transactional(readOnly = true)
    public List<Question> waiting(CurrentUser user) {
        return places.bind(jdbc.sql("""
                        select q.id, r.id as resident, r.household_id, r.name, r.birth_year, h.alley || ' ' || h.number as address,
                               v.full_name as ward, q.asked_at
                        from presence_question q
                        join resident r on r.id = resident_kept(q.theirs)
                        join household h on h.id = r.household_id
                        left join lateral (select full_name from unit_version where unit_id = q.asking order by valid_from desc limit 1) v on true
                        where q.answer is null and %s
                        order by q.asked_at, q.id limit 100""".formatted(ScopeSql.covers("h.village_id"))), user)
                .query((row, n) -> new Question(
                        row.getObject("id", UUID.class),
                        row.getObject("household_id", UUID.class),
                        row.getString("name"),
                        row.getObject("birth_year", Integer.class),
                        row.getString("address"),
                        row.getString("ward"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    /** @param day first day at the new place, for those who moved */
    public void answer(UUID question, Answer answer, @Nullable LocalDate day, CurrentUser user) {
        Row row = jdbc.sql("select ours, theirs from presence_question where id = ? and answer is null for update")
                .param(question)
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new NotFound("question", question));
        ResidentView theirs = households.resident(row.theirs(), user);
        LocalDate from = day == null ? Days.today(clock) : day;
        jdbc.sql(
                        "update presence_question set answer = :answer, moved_on = :day, answered_by = :by, answered_at = :now where id = :id")
                .param("answer", answer.name())
                .param("day", answer == Answer.MOVED ? from : null, java.sql.Types.DATE)
                .param("by", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", question)
                .update();
        trail.answered(theirs.id(), theirs.householdId(), answer.name());
        if (answer == Answer.MOVED) {
            move(row.ours(), theirs, from, user);
        }
    }

    /** The stay here ends, the one there begins, and the two entries are one: the older, with its history. */
    private void move(UUID ours, ResidentView theirs, LocalDate from, CurrentUser user) {
        Row there = jdbc.sql(
                        "select id as ours, household_id as theirs from resident where id = ? and status = 'PRESENT'")
                .param(ours)
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new RuleBroken("doubles.error.question-gone"));
        residents.move(theirs.id(), theirs.version(), there.theirs(), Stay.PERMANENT, from);
        List<AlikePerson.Entry> both =
                List.copyOf(rows.all(Set.of(ours, theirs.id())).values());
        int oursVersion = version(both, ours);
        merging.merge(
                new MergeCommand(ours, oursVersion, theirs.id(), version(both, theirs.id()), Set.of(), null), user);
    }

    private static int version(List<AlikePerson.Entry> entries, UUID id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow()
                .version();
    }

    /** What a ward can say. */
    public enum Answer {
        MOVED,
        HERE,
        UNKNOWN
    }

    public record Asked(
            Instant at, @Nullable String answer, @Nullable LocalDate movedOn) {}

    public record Question(
            UUID id,
            UUID household,
            @Nullable String name,
            @Nullable Integer birthYear,
            String address,
            @Nullable String ward,
            Instant at) {}

    private record Row(UUID ours, UUID theirs) {}
}
