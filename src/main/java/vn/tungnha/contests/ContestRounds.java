package vn.tungnha.contests;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.RuleBroken;

/** The rounds of a contest: one after the other, each begun and ended by hand or by its minutes. */
@Service
@RequiredArgsConstructor
@Transactional
public class ContestRounds {

    private static final int LONGEST_NAME = 80;

    private final ContestLocks locks;
    private final RoundRows rows;
    private final RoundQuestions questions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional(readOnly = true)
    public List<RoundView> of(UUID contest) {
        return rows.of(contest);
    }

    @Transactional(readOnly = true)
    public RoundView get(UUID contest, UUID round) {
        return rows.get(contest, round);
    }

    @Transactional(readOnly = true)
    public Optional<RoundView> running(UUID contest) {
        return rows.of(contest).stream()
                .filter(round -> round.runs(clock.instant()))
                .findFirst();
    }

    /** @param id made by whoever adds it, so that sending the form again adds it once */
    public void add(UUID contest, UUID id, RoundCommand told, CurrentUser user) {
        ContestView held = locks.changeable(contest, user);
        if (rows.find(contest, id).isPresent()) {
            return;
        }
        check(told);
        List<UUID> drawn = questions.draw(held, told, user);
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
        questions.ask(id, drawn);
        audit("contest.round-added", held, null, told);
    }

    /** Only before it has begun. */
    public void remove(UUID contest, UUID round, CurrentUser user) {
        ContestView held = locks.changeable(contest, user);
        RoundView before = rows.waiting(contest, round);
        jdbc.sql("delete from contest_question where round_id = ?").param(round).update();
        jdbc.sql("delete from contest_round where id = ?").param(round).update();
        audit("contest.round-removed", held, before, null);
    }

    public void start(UUID contest, UUID round, CurrentUser user) {
        ContestView held = locks.changeable(contest, user);
        if (!held.open()) {
            throw new RuleBroken("contests.error.not-open");
        }
        if (running(contest).isPresent()) {
            throw new RuleBroken("contests.error.round-runs");
        }
        if (rows.waiting(contest, round).questions() == 0) {
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
        ContestView held = locks.changeable(contest, user);
        if (get(contest, round).runs(clock.instant())) {
            jdbc.sql("update contest_round set ended_at = :now where id = :round")
                    .param("now", now().atOffset(ZoneOffset.UTC))
                    .param("round", round)
                    .update();
            audit("contest.round-ended", held, null, round);
        }
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
        within("draw", told.draw(), 0, RoundQuestions.MOST);
        if (told.minutes() != null) {
            within("minutes", told.minutes(), 1, 20160);
        }
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw RuleBroken.at(field, "contests.error.between", least, most);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void audit(String action, ContestView contest, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(
                new Audited(action, "contest", contest.id().toString(), contest.unitId(), before, after, null));
    }
}
