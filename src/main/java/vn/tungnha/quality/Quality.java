package vn.tungnha.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.quality.Found.CheckView;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** What should be looked at again in a place, and that somebody looked and found it right. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Quality {

    private static final int LONGEST_REASON = 300;

    private final Checks checks;
    private final Units units;
    private final ScopeGuard guard;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The communes of a place: itself, or all under it. */
    public List<UnitView> communes(UnitView place) {
        LocalDate today = Days.today(clock);
        return place.level() == UnitLevel.COMMUNE ? List.of(place) : units.under(place.id(), UnitLevel.COMMUNE, today);
    }

    /** What the checks find in these communes of a place; the place is what the reader must be allowed to see. */
    @Transactional
    public Found in(UnitView place, List<UnitView> communes, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, place.id());
        return counted(communes.stream().map(UnitView::id).collect(Collectors.toSet()), check -> true);
    }

    /** What a province or another unit above the communes reported itself. */
    @Transactional
    public Found reportedBy(UnitView place, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, place.id());
        return counted(Set.of(place.id()), CheckView::above);
    }

    /** What lies in the villages of the reader's own teams, or was done by these; nobody else's names. */
    public Found ofTeams(CurrentUser user) {
        Scope scope = user.as(Role.TEAM_LEADER).scope();
        Set<Long> villages = scope.roots(Data.PEOPLE);
        Found found = checks.in(
                jdbc.sql("""
                                select distinct c.ancestor_id from unit_closure c
                                join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                                where c.descendant_id = any(:villages) and :today between c.valid_from and c.valid_to
                                """)
                        .param("villages", villages.toArray(Long[]::new))
                        .param("today", Days.today(clock))
                        .query(Long.class)
                        .set(),
                CheckView::teams);
        return new Found(
                found.checks(),
                found.open().stream()
                        .flatMap(it -> it.fault().within(villages, scope.teams()).stream())
                        .map(fault -> new Found.Item(fault, null))
                        .toList());
    }

    /** How much was open in the reader's own wards, or in what the own province reported, when last looked through. */
    public int waiting(CurrentUser user) {
        return jdbc.sql("select coalesce(sum(open), 0) from quality_count where commune_id = any(:own)")
                .param("own", mending(user).toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    /** Looks through every commune that has a team and every province that reports, so that the menu knows of it. */
    @Transactional
    @Scheduled(initialDelay = 3, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    void lookThrough() {
        counted(
                jdbc.sql("""
                        select distinct c.ancestor_id from team t
                        join team_area a on a.team_id = t.id and a.home and :today between a.valid_from and a.valid_to
                        join unit_closure c on c.descendant_id = a.village_id and :today between c.valid_from and c.valid_to
                        join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                        where :today between t.established_on and t.ended_on
                        """)
                        .param("today", Days.today(clock))
                        .query(Long.class)
                        .set(),
                check -> true);
        counted(
                jdbc.sql("select distinct r.unit_id from reported_value r join unit u on u.id = r.unit_id"
                                + " and u.level = 'PROVINCE' where r.replaced_at is null")
                        .query(Long.class)
                        .set(),
                CheckView::above);
    }

    private Found counted(Set<Long> communes, Predicate<CheckView> which) {
        Found found = checks.in(communes, which);
        Map<Long, Long> open = found.open().stream()
                .collect(Collectors.groupingBy(it -> it.fault().communeId(), Collectors.counting()));
        Long[] sorted = communes.stream().sorted().toArray(Long[]::new);
        jdbc.sql("""
                        insert into quality_count (commune_id, open)
                        select commune, open from unnest(cast(:communes as bigint[]), cast(:open as bigint[])) as c (commune, open)
                        on conflict (commune_id) do update set open = excluded.open
                        """)
                .param("communes", sorted)
                .param(
                        "open",
                        Arrays.stream(sorted)
                                .map(it -> open.getOrDefault(it, 0L))
                                .toArray(Long[]::new))
                .update();
        return found;
    }

    /**
     * Notes that a fault is none, for as long as it stays as it is.
     *
     * @throws Stale when it is no longer what was seen
     */
    @Transactional
    public void accept(
            long commune, String check, String subject, String mark, @Nullable String reason, CurrentUser user) {
        Predicate<CheckView> which = requireTheirs(commune, user);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw RuleBroken.at("reason", "quality.error.reason", LONGEST_REASON);
        }
        boolean seen = checks.in(List.of(commune), which).open().stream()
                .map(Found.Item::fault)
                .anyMatch(it -> it.check().equals(check)
                        && it.subject().equals(subject)
                        && it.mark().equals(mark));
        if (!seen) {
            throw new Stale("fault", subject);
        }
        jdbc.sql("""
                        update quality_acceptance set ended_at = :at
                        where commune_id = :commune and check_code = :check and subject = :subject and ended_at is null
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("commune", commune)
                .param("check", check)
                .param("subject", subject)
                .update();
        jdbc.sql("""
                        insert into quality_acceptance (check_code, commune_id, subject, mark, reason, accepted_by, accepted_at)
                        values (:check, :commune, :subject, :mark, :reason, :by, :at)
                        """)
                .param("check", check)
                .param("commune", commune)
                .param("subject", subject)
                .param("mark", mark)
                .param("reason", why)
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        counted(Set.of(commune), which);
        audit("quality.accepted", check, subject, commune, null, Map.of("mark", mark), why);
    }

    @Transactional
    public void reopen(long id, CurrentUser user) {
        var row = jdbc.sql("""
                        update quality_acceptance set ended_at = :at
                        where id = :id and ended_at is null and (:everything or commune_id = any(:wards))
                        returning commune_id, check_code, subject, mark
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("everything", user.scope().everything())
                .param("wards", mending(user).toArray(Long[]::new))
                .query()
                .listOfRows();
        if (row.isEmpty()) {
            throw new NotFound("acceptance", id);
        }
        var was = row.get(0);
        long unit = Objects.requireNonNull((Long) was.get("commune_id"));
        counted(Set.of(unit), which(unit));
        audit(
                "quality.reopened",
                String.valueOf(was.get("check_code")),
                String.valueOf(was.get("subject")),
                unit,
                Map.of("mark", String.valueOf(was.get("mark"))),
                null,
                null);
    }

    /** Whose word it is: the ward's of its own, the province's of what it reported itself. */
    private Predicate<CheckView> requireTheirs(long unit, CurrentUser user) {
        if (isCommune(unit)) {
            guard.require(user.scope(), Data.PEOPLE, unit);
        } else {
            guard.require(user.as(Role.ADMIN, Role.PROVINCE_OFFICER).scope(), Data.FIGURES, unit);
        }
        return which(unit);
    }

    private Predicate<CheckView> which(long unit) {
        return isCommune(unit) ? check -> true : CheckView::above;
    }

    private boolean isCommune(long unit) {
        return units.get(unit, Days.today(clock)).level() == UnitLevel.COMMUNE;
    }

    private static Set<Long> mending(CurrentUser user) {
        Set<Long> own = new HashSet<>(user.scope().people());
        own.addAll(user.as(Role.PROVINCE_OFFICER).scope().figures());
        return own;
    }

    private void audit(
            String action,
            String check,
            String subject,
            @Nullable Long commune,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        events.publishEvent(new Audited(action, "quality", check + " " + subject, commune, before, after, reason));
    }
}
