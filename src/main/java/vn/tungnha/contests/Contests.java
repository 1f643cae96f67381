package vn.tungnha.contests;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;

/** Contests: planned, opened to players, closed, and opened again where somebody closed too early. */
@Service
@RequiredArgsConstructor
@Transactional
public class Contests {

    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_NOTE = 2000;
    private static final int CODES = 1_000_000;
    private static final int TRIES = 20;

    private final ContestRows rows;
    private final ContestAccess access;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Whoever asks: its address has let them in. */
    @Transactional(readOnly = true)
    public ContestView get(UUID id) {
        return rows.find(id, today()).orElseThrow(() -> new NotFound("contest", id));
    }

    /** By the six digits somebody typed or scanned; what is only planned is not there yet. */
    @Transactional(readOnly = true)
    public ContestView byCode(String code) {
        return rows.byCode(code, today())
                .filter(contest -> !contest.planned())
                .orElseThrow(() -> new NotFound("contest", code));
    }

    @Transactional(readOnly = true)
    public boolean mayRun(ContestView contest, CurrentUser user) {
        return access.mayRun(contest.unitId(), contest.teamId(), user);
    }

    @Transactional(readOnly = true)
    public boolean mayName(ContestView contest, CurrentUser user) {
        return access.mayName(contest.unitId(), contest.teamId(), user);
    }

    /** Open ones first, then those that come, then by day. */
    @Transactional(readOnly = true)
    public PageOf<ContestView> list(CurrentUser user, Paging paging) {
        long total = access.bind(jdbc.sql("select count(*) from contest c where " + ContestAccess.SEEN), user)
                .query(Long.class)
                .single();
        List<ContestView> items = access.bind(jdbc.sql(ContestRows.SELECT + ContestAccess.SEEN + """
                                 order by array_position(array['OPEN', 'PLANNED', 'CLOSED'], c.state), c.first_day desc, c.id
                                limit :size offset :offset"""), user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ContestRows::view)
                .list();
        return PageOf.of(items, paging, total);
    }

    /** Open or coming ones that somebody with a team may enter: of the team, or of a place around it. */
    @Transactional(readOnly = true)
    public List<ContestView> forTeams(CurrentUser user) {
        return jdbc.sql(ContestRows.SELECT + """
                        c.state <> 'CLOSED' and (c.team_id = any(:teams) or exists (
                            select from team_area s join unit_closure x on x.descendant_id = s.village_id
                               and x.ancestor_id = c.unit_id and :today between x.valid_from and x.valid_to
                            where s.team_id = any(:teams) and :today between s.valid_from and s.valid_to))
                        order by c.state = 'OPEN' desc, c.first_day, c.id limit 50""")
                .param("teams", user.scope().teams().toArray(Long[]::new))
                .param("today", today())
                .query(ContestRows::view)
                .list();
    }

    /** @param id made by whoever plans it, so that sending the form again plans it once */
    public UUID plan(UUID id, ContestCommand told, CurrentUser user) {
        if (rows.find(id, today()).isPresent()) {
            run(id, user);
            return id;
        }
        access.requireRun(told.unit(), told.team(), user);
        check(told);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String code = "%06d".formatted(random.nextInt(CODES));
            if (rows.add(id, code, random.nextLong(), told, user.accountId(), now())) {
                audit("contest.planned", get(id), null, told);
                return id;
            }
        }
        throw new IllegalStateException("no free code after " + TRIES + " tries");
    }

    /** Who enters and what is asked of them is settled once it is open: nobody is told one thing and shown another. */
    public void edit(UUID id, int version, ContestCommand told, CurrentUser user) {
        rows.lock(id);
        ContestView before = run(id, user);
        check(told);
        if (!before.planned() && !sameRules(before, told)) {
            throw new RuleBroken("contests.error.open-already");
        }
        rows.edit(id, version, told);
        audit("contest.edited", before, before, told);
    }

    public void open(UUID id, CurrentUser user) {
        rows.lock(id);
        ContestView before = run(id, user);
        if (before.questions() == 0) {
            throw new RuleBroken("contests.error.no-questions");
        }
        if (before.state() != ContestState.OPEN) {
            if (before.closed()) {
                resume(before);
            }
            rows.turn(id, ContestState.OPEN, now());
            audit(before.closed() ? "contest.reopened" : "contest.opened", before, before.state(), ContestState.OPEN);
        }
    }

    /** Ends the round that is running, if there is one. */
    public void close(UUID id, CurrentUser user) {
        rows.lock(id);
        ContestView before = run(id, user);
        if (!before.open()) {
            throw new RuleBroken("contests.error.not-open");
        }
        Instant now = now();
        jdbc.sql("""
                        update contest_round set ended_at = :now
                        where contest_id = :id and started_at is not null and ended_at is null""").param("now", now.atOffset(ZoneOffset.UTC)).param("id", id).update();
        rows.turn(id, ContestState.CLOSED, now);
        audit("contest.closed", before, ContestState.OPEN, ContestState.CLOSED);
    }

    /** The round that was ended by closing goes on. */
    private void resume(ContestView contest) {
        jdbc.sql("""
                        update contest_round r set ended_at = null from contest c
                        where c.id = :id and r.contest_id = c.id and r.ended_at = c.closed_at""").param("id", contest.id()).update();
    }

    /** One that the caller runs. */
    public ContestView run(UUID id, CurrentUser user) {
        ContestView contest = get(id);
        access.requireRun(contest.unitId(), contest.teamId(), user);
        return contest;
    }

    private static boolean sameRules(ContestView before, ContestCommand told) {
        return before.entrants() == told.entrants()
                && before.sides() == told.sides()
                && before.fullNames() == told.fullNames()
                && before.namesShown() == told.namesShown()
                && before.phones() == told.phones();
    }

    private static void check(ContestCommand told) {
        if (told.name().isBlank()) {
            throw RuleBroken.at("name", "contests.error.missing");
        }
        if (told.name().length() > LONGEST_NAME) {
            throw RuleBroken.at("name", "contests.error.too-long", LONGEST_NAME);
        }
        if (told.note() != null && told.note().length() > LONGEST_NOTE) {
            throw RuleBroken.at("note", "contests.error.too-long", LONGEST_NOTE);
        }
        if (told.lastDay().isBefore(told.firstDay())) {
            throw RuleBroken.at("lastDay", "contests.error.days");
        }
        if (told.namesShown() && !told.fullNames()) {
            throw RuleBroken.at("namesShown", "contests.error.names-shown");
        }
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void audit(String action, ContestView contest, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(
                new Audited(action, "contest", contest.id().toString(), contest.unitId(), before, after, null));
    }
}
