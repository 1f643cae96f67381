package vn.tungnha.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;

/** Which days a reported period covers and when it is due: a setting of the province, dated. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class ReportCalendar {

    private static final int MOST_DAYS = 60;

    /** Where a province has set nothing. */
    private static final CalendarView USUAL = new CalendarView(Days.SINCE_EVER, Days.FOREVER, CutOff.CALENDAR, 3, 5);

    private final JdbcClient jdbc;
    private final ScopeGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The period of that name in the province a unit belongs to. */
    public ReportPeriod of(Period named, long unitId) {
        CalendarView calendar = inForce(unitId, named.last());
        CutOff cutOff = calendar.cutOff();
        LocalDate last = cutOff.last(named);
        return new ReportPeriod(
                named,
                cutOff.first(named),
                last,
                last.plusDays(calendar.teamDays()),
                last.plusDays(calendar.wardDays()));
    }

    /** The month people are working on: the last one until its wards are due, then the present one. */
    public ReportPeriod current(long unitId) {
        LocalDate today = Days.today(clock);
        Period present = inForce(unitId, today).cutOff().monthOf(today);
        ReportPeriod before = of(present.previous(), unitId);
        return today.isAfter(before.wardDue()) ? of(present, unitId) : before;
    }

    /** Days around a period that its neighbours count as well, or that none counts, after the cut-off was changed. */
    public List<Seam> seams(ReportPeriod period, long unitId) {
        Period named = period.named();
        if (named.grain() == Period.Grain.CUMULATIVE) {
            return List.of();
        }
        return Stream.of(
                        Seam.between(of(named.previous(), unitId).last(), period.first()),
                        Seam.between(period.last(), of(named.next(), unitId).first()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The latest month that is over. */
    public ReportPeriod lastOver(long unitId) {
        LocalDate today = Days.today(clock);
        return of(inForce(unitId, today).cutOff().monthOf(today).previous(), unitId);
    }

    /** Settings of a province, the latest first. */
    public List<CalendarView> history(long provinceId, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, provinceId);
        return jdbc.sql("""
                        select valid_from, valid_to, cut_off, team_days, ward_days from reporting_calendar
                        where province_id = :province order by valid_from desc
                        """)
                .param("province", provinceId)
                .query(CalendarView.class)
                .list();
    }

    /**
     * Sets it from a month on; earlier periods stay as they were cut.
     *
     * @throws RuleBroken when a period cut the old way is already locked from then on, or the days make no sense
     */
    @Transactional
    public void set(CalendarCommand command, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, command.provinceId());
        check(command);
        LocalDate from = command.from().atDay(1);
        requireNothingLocked(command.provinceId(), from);
        requireKnown(command);
        CalendarView before = inForce(command.provinceId(), YearMonth.from(from).atEndOfMonth());
        jdbc.sql("delete from reporting_calendar where province_id = :province and valid_from >= :from")
                .param("province", command.provinceId())
                .param("from", from)
                .update();
        jdbc.sql("update reporting_calendar set valid_to = :last where province_id = :province and valid_to >= :from")
                .param("province", command.provinceId())
                .param("from", from)
                .param("last", from.minusDays(1))
                .update();
        jdbc.sql("""
                        insert into reporting_calendar (province_id, valid_from, cut_off, team_days, ward_days)
                        values (:province, :from, :cutOff, :teamDays, :wardDays)
                        """)
                .param("province", command.provinceId())
                .param("from", from)
                .param("cutOff", command.cutOff().name())
                .param("teamDays", command.teamDays())
                .param("wardDays", command.wardDays())
                .update();
        events.publishEvent(new Audited(
                "calendar.set",
                "reporting-calendar",
                command.from().toString(),
                command.provinceId(),
                said(before.cutOff(), before.teamDays(), before.wardDays()),
                said(command.cutOff(), command.teamDays(), command.wardDays()),
                null));
    }

    private static Map<String, Object> said(CutOff cutOff, int teamDays, int wardDays) {
        return Map.of("cutOff", cutOff, "teamDays", teamDays, "wardDays", wardDays);
    }

    private static void check(CalendarCommand command) {
        if (command.teamDays() < 0 || command.teamDays() > MOST_DAYS) {
            throw RuleBroken.at("teamDays", "closing.error.days", MOST_DAYS);
        }
        if (command.wardDays() < command.teamDays() || command.wardDays() > MOST_DAYS) {
            throw RuleBroken.at("wardDays", "closing.error.ward-days", MOST_DAYS);
        }
    }

    private void requireNothingLocked(long provinceId, LocalDate from) {
        boolean locked = jdbc.sql("""
                        select exists (select from period_lock l
                            join unit_closure c on c.descendant_id = l.unit_id and l.last_day between c.valid_from and c.valid_to
                            where c.ancestor_id = :province and l.last_day >= :from)
                        """)
                .param("province", provinceId)
                .param("from", from)
                .query(Boolean.class)
                .single();
        if (locked) {
            throw RuleBroken.at("from", "closing.error.locked-since");
        }
    }

    private void requireKnown(CalendarCommand command) {
        Period month = Period.month(command.from());
        LocalDate before = of(month.previous(), command.provinceId()).last();
        Seam.between(before, command.cutOff().first(month))
                .filter(seam -> !command.sure())
                .ifPresent(seam -> {
                    throw RuleBroken.at(
                            "sure",
                            seam.twice() ? "closing.error.counted-twice" : "closing.error.not-counted",
                            seam.first(),
                            seam.last());
                });
    }

    private CalendarView inForce(long unitId, LocalDate on) {
        return jdbc.sql("""
                        select r.valid_from, r.valid_to, r.cut_off, r.team_days, r.ward_days
                        from unit_closure c join reporting_calendar r on r.province_id = c.ancestor_id
                        where c.descendant_id = :unit and :on between r.valid_from and r.valid_to
                        order by c.valid_to desc limit 1
                        """)
                .param("unit", unitId)
                .param("on", on)
                .query(CalendarView.class)
                .optional()
                .orElse(USUAL);
    }
}
