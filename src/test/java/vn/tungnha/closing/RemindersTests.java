package vn.tungnha.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.closing.Reminder.Sort;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.visits.FieldFixture;

@SharedApplication
class RemindersTests {

    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    private Reminders reminders;

    @Autowired
    private TeamReports reports;

    @Autowired
    private PeriodLocks locks;

    @Autowired
    private EndedWards endings;

    @Autowired
    private ReportCalendar calendar;

    @Autowired
    private Units units;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;
    private CurrentUser leader;
    private ReportPeriod period;

    @BeforeEach
    void aWardWithAMonthBehindIt() {
        field = FieldFixture.in(jdbc);
        leader = field.leader();
        period = calendar.lastOver(field.ward);
    }

    @Test
    void goesWithTheReportFromTheTeamToTheWard() {
        assertThat(reminders.ofTeams(leader))
                .extracting(Reminder::sort, Reminder::place)
                .containsExactly(tuple(Sort.TEAM_HAND_IN, field.team));
        assertThat(sorts()).containsExactly(Sort.WARD_MISSING, Sort.WARD_LOCK);
        assertThat(reminders.waiting(field.officer()))
                .as("the ward's own month")
                .isOne();

        handIn(null);

        assertThat(reminders.ofTeams(leader)).isEmpty();
        assertThat(sorts()).containsExactly(Sort.WARD_APPROVE, Sort.WARD_LOCK);
        assertThat(reminders.waiting(field.officer())).isEqualTo(2);

        reports.giveBack(field.team, period.named(), "Thiếu một buổi", field.officer());

        assertThat(reminders.ofTeams(leader)).extracting(Reminder::sort).containsExactly(Sort.TEAM_MEND);
        assertThat(reminders.waiting(field.officer())).isOne();

        handIn(reports.get(field.team, period.named(), leader).version());
        reports.approve(List.of(field.team), period.named(), field.officer());
        assertThat(sorts()).containsExactly(Sort.WARD_LOCK);

        locks.lock(field.ward, period, 0, null, field.chairman());
        assertThat(sorts()).isEmpty();
        assertThat(reminders.waiting(field.chairman())).isZero();
    }

    @Test
    void asksWhatTookAWardOverForTheMonthsTheWardOwedAndNotForItsOwnBeforeItsTime() {
        long heir = heirFrom(period.last().plusDays(1));
        UnitView founded = units.get(heir, Days.FOREVER);

        CurrentUser everywhere = everywhere();
        assertThat(reminders.of(founded, everywhere))
                .extracting(Reminder::sort, Reminder::place)
                .containsExactly(tuple(Sort.WARD_MISSING, field.ward), tuple(Sort.WARD_LOCK, field.ward));
        Reminder lock = reminders.of(founded, everywhere).get(1);
        ReminderWords words = new ReminderWords(messages, units, Clock.system(Days.ZONE));
        assertThat(words.url(founded, lock))
                .isEqualTo("/reports?unit=X" + field.ward + "@" + period.last() + "&period="
                        + period.named().code());
        assertThat(words.due(founded, lock, VI)).startsWith("Phường Thanh Khê · ");
    }

    @Test
    void asksForTheDaysOfAWardThatEndedWithinTheMonthAndForNoReportsOfTeams() {
        LocalDate last = period.first().plusDays(8);
        UnitView founded = units.get(heirFrom(last.plusDays(1)), Days.FOREVER);

        assertThat(reminders.of(founded, everywhere()))
                .filteredOn(it -> it.place() == field.ward)
                .extracting(Reminder::sort, it -> it.period().last(), it -> it.period()
                        .wardDue())
                .containsExactly(tuple(Sort.WARD_LOCK, last, period.wardDue()));
        assertThat(endings.within(field.ward, period.first(), period.last()))
                .extracting(UnitView::id)
                .containsExactly(field.ward);

        locks.lock(field.ward, period.until(last), 0, null, field.chairman());

        assertThat(reminders.of(founded, everywhere()))
                .extracting(Reminder::place)
                .containsOnly(founded.id());
    }

    /** What carries the ward and its village from a day on. */
    private long heirFrom(LocalDate day) {
        long heir = jdbc.sql("insert into unit (level, valid_from) values ('COMMUNE', ?) returning id")
                .param(day)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into unit_version (unit_id, code, name, full_name, kind, search, valid_from)
                        values (?, ?, 'Thanh An', 'Phường Thanh An', 'PHUONG', '', ?)
                        """).params(heir, "R" + heir, day).update();
        jdbc.sql("update unit set valid_to = ? where id = ?")
                .params(day.minusDays(1), field.ward)
                .update();
        jdbc.sql("update unit_closure set valid_to = ? where ancestor_id = ?")
                .params(day.minusDays(1), field.ward)
                .update();
        jdbc.sql("insert into unit_closure values (?, ?, 0, ?, ?), (?, ?, 1, ?, ?)")
                .params(heir, heir, day, Days.FOREVER, heir, field.village, day, Days.FOREVER)
                .update();
        jdbc.sql("delete from unit_lineage where from_id = ?").param(field.ward).update();
        jdbc.sql(
                        "insert into unit_lineage (from_id, to_id, weight, exact, valid_from, valid_to) values (?, ?, 1, true, ?, ?), (?, ?, 1, true, ?, ?)")
                .params(field.ward, heir, day, Days.FOREVER, heir, heir, day, Days.FOREVER)
                .update();
        return heir;
    }

    private static CurrentUser everywhere() {
        return new CurrentUser(
                UUID.randomUUID(),
                "quantri",
                "Quản trị",
                Set.of(Role.ADMIN),
                new Scope(true, Set.of(), Set.of(), Set.of(), Set.of()));
    }

    @Test
    void remindsNobodyElse() {
        assertThat(reminders.waiting(leader)).as("a team approves nothing").isZero();
        assertThat(reminders.ofTeams(field.officer())).isEmpty();
        UnitView ward = units.get(field.ward, period.last());
        assertThatThrownBy(() -> reminders.of(ward, field.stranger())).isInstanceOf(OutOfScope.class);
    }

    @Test
    void saysHowManyDaysAreLeft() {
        LocalDate first = LocalDate.of(2026, 10, 1);
        LocalDate last = LocalDate.of(2026, 10, 31);
        ReportPeriod october = new ReportPeriod(
                Period.parse("2026-10").orElseThrow(), first, last, last.plusDays(3), last.plusDays(5));
        Reminder owed = new Reminder(Sort.TEAM_HAND_IN, 1, october, 1, 1);

        assertThat(said(owed, "2026-10-31")).isEqualTo("Kỳ 10/2026: còn 3 ngày, chưa nộp");
        assertThat(said(owed, "2026-11-03")).isEqualTo("Kỳ 10/2026: hôm nay là hạn cuối, chưa nộp");
        assertThat(said(owed, "2026-11-04")).isEqualTo("Kỳ 10/2026: quá hạn 1 ngày, chưa nộp");
        assertThat(said(new Reminder(Sort.WARD_MISSING, 1, october, 3, 33), "2026-11-01"))
                .isEqualTo("Kỳ 10/2026: còn 2 ngày, 3/33 tổ chưa nộp");
        assertThat(said(new Reminder(Sort.WARD_LOCK, 1, october, 1, 1), "2026-11-01"))
                .as("wards have until their own day")
                .isEqualTo("Kỳ 10/2026: còn 4 ngày, chưa khóa");
    }

    private String said(Reminder reminder, String today) {
        Clock then = Clock.fixed(
                LocalDate.parse(today).atTime(9, 0).atZone(Days.ZONE).toInstant(), Days.ZONE);
        return new ReminderWords(messages, units, then).title(reminder, VI);
    }

    private List<Sort> sorts() {
        return reminders.of(units.get(field.ward, Days.today(Clock.systemUTC())), field.officer()).stream()
                .map(Reminder::sort)
                .toList();
    }

    private void handIn(Integer version) {
        reports.write(field.team, period.named(), version, new ReportText(null, null, null), true, leader);
    }
}
