package vn.tungnha.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.allowances.Duty;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.Counters;
import vn.tungnha.notices.NoticeBox;
import vn.tungnha.shared.Command;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.visits.FieldFixture;

/** Whoever was at an activity counts once, where it was or where they live; nobody is counted twice or silently. */
@SharedApplication
class ActivitiesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    private Activities activities;

    @Autowired
    private Attendance attendance;

    @Autowired
    private ActivityFiles files;

    @Autowired
    private ActivityLog log;

    @Autowired
    private ActivityDuties duties;

    @Autowired
    private DoorTokens doors;

    @Autowired
    private NoticeBox notices;

    @Autowired
    private Counters counters;

    @Autowired
    private List<Command> commands;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;

    @BeforeEach
    void aWard() {
        field = FieldFixture.in(jdbc);
        counters.refill();
    }

    @Test
    void countsThoseNamedAndTheHeadsBesideThemApart() {
        UUID id = plan("TRAINING");
        attendance.signUp(id, Set.of(member("MEMBER")), field.leader());
        attendance.signUpResident(id, field.adult, field.leader());
        attendance.mark(id, people(id), people(id), ActivityPerson.Marked.LIST, field.leader());

        assertThat(counted("ATTENDANCE_NAMED", "DAY")).isEqualTo(2);
        assertThat(counted("PERSONS_TRAINED", "MONTH")).isOne();
        assertThat(counted("ACTIVITIES_HELD", "DAY")).isZero();

        close(id, 12);
        assertThat(counted("ACTIVITIES_HELD", "DAY")).isOne();
        assertThat(counted("CLASSES_HELD", "DAY")).isOne();
        assertThat(counted("SATURDAYS_HELD", "DAY")).isZero();
        assertThat(counted("ATTENDANCE_COUNTED", "DAY")).isEqualTo(12);
        assertThat(counted("ATTENDANCE_NAMED", "DAY")).isEqualTo(2);
        assertThat(teamCounted("ATTENDANCE_COUNTED")).isEqualTo(12);
        equalsTheRecount();

        attendance.mark(id, people(id), Set.of(), ActivityPerson.Marked.PAPER, field.officer());
        assertThat(counted("ATTENDANCE_NAMED", "DAY")).isZero();
        assertThat(counted("PERSONS_TRAINED", "ALL")).isZero();
        equalsTheRecount();
    }

    @Test
    void countsAPersonTrainedTwiceOnceAPeriod() {
        for (int i = 0; i < 2; i++) {
            UUID id = plan("TRAINING");
            attendance.signUpResident(id, field.adult, field.officer());
            attendance.mark(id, people(id), people(id), ActivityPerson.Marked.PAPER, field.officer());
        }
        assertThat(counted("PERSONS_TRAINED", "MONTH")).isOne();
        assertThat(counted("PERSONS_TRAINED", "YEAR")).isOne();
        assertThat(counted("ATTENDANCE_NAMED", "DAY")).isEqualTo(2);
        equalsTheRecount();
    }

    @Test
    void notesMembersAsTrainedOnceTheClassWasHeldAndNeverMovesTheDay() {
        UUID learner = member("MEMBER");
        UUID id = plan("TRAINING");
        attendance.assign(id, Set.of(member("LEADER")), field.leader());
        attendance.signUp(id, Set.of(learner), field.leader());
        attendance.mark(id, people(id), people(id), ActivityPerson.Marked.LIST, field.leader());
        assertThat(trainedOn(learner)).isNull();

        close(id, null);
        assertThat(trainedOn(learner)).isEqualTo(TODAY);
        assertThat(trainedOn(member("LEADER"))).as("who taught").isNull();
        assertThat(teamCounted("MEMBERS_TRAINED_KNOWN")).isOne();
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'member.trained' and subject_id = ?")
                        .param(String.valueOf(field.team))
                        .query(Long.class)
                        .single())
                .isOne();

        LocalDate before = TODAY.minusDays(40);
        UUID earlier = activities.plan(UUID.randomUUID(), told("TRAINING", before), field.officer());
        attendance.signUp(earlier, Set.of(learner), field.officer());
        attendance.mark(earlier, people(earlier), people(earlier), ActivityPerson.Marked.PAPER, field.officer());
        close(earlier, null);
        assertThat(trainedOn(learner)).isEqualTo(TODAY);
        equalsTheRecount();
    }

    @Test
    void takesBackWhatACancelledActivityCounted() {
        UUID id = plan("OUTREACH");
        attendance.signUp(id, Set.of(member("MEMBER")), field.leader());
        attendance.mark(id, people(id), people(id), ActivityPerson.Marked.LIST, field.leader());
        assertThat(counted("ATTENDANCE_NAMED", "DAY")).isOne();

        activities.cancel(id, "mưa lớn", field.leader());

        assertThat(counted("ATTENDANCE_NAMED", "DAY")).isZero();
        equalsTheRecount();
        assertThatThrownBy(() -> close(id, 1)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void leavesToTheDeskWhatTheDeskCounted() {
        UUID id = plan("HELP_DESK");
        UUID desk = UUID.randomUUID();
        jdbc.sql("""
                        insert into desk (id, team_id, village_id, name, held_on, started_at, created_at)
                        values (?, ?, ?, 'Một cửa', ?, now(), now())""").params(desk, field.team, field.village, TODAY).update();
        UUID count = UUID.randomUUID();
        jdbc.sql(
                        "insert into desk_count (id, desk_id, counted_at, body_hash, received_at) values (?, ?, now(), '', now())")
                .params(count, desk)
                .update();
        jdbc.sql("insert into desk_turns values (?, 'E_ID', 9)").param(count).update();
        counters.refill();

        assertThatThrownBy(() -> close(id, 9))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.getKey())
                        .isEqualTo("activities.error.counted-at-desk"));
        close(id, null);

        assertThat(counted("GUIDED_UNNAMED", "DAY")).isEqualTo(9);
        assertThat(counted("ATTENDANCE_COUNTED", "DAY")).isZero();
        assertThat(counted("SATURDAYS_HELD", "DAY")).isOne();
        UUID second = plan("HELP_DESK");
        close(second, 4);
        assertThat(counted("ATTENDANCE_COUNTED", "DAY")).isEqualTo(4);
        equalsTheRecount();
    }

    @Test
    void opensTheDoorOnTheDayOnlyAndForItsOwnCode() {
        UUID id = plan("TRAINING");
        String code = doors.of(activities.get(id));
        UUID later = activities.plan(UUID.randomUUID(), told("TRAINING", TODAY.plusDays(1)), field.officer());

        attendance.checkIn(id, code, field.leader());
        attendance.checkIn(id, code, field.leader());

        assertThat(attendance.of(id, field.leader()))
                .extracting(ActivityPerson::how)
                .containsExactly(ActivityPerson.Marked.QR);
        assertThat(counted("ATTENDANCE_NAMED", "DAY")).isOne();
        assertThatThrownBy(() -> attendance.checkIn(id, doors.of(activities.get(later)), field.leader()))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> attendance.checkIn(later, doors.of(activities.get(later)), field.leader()))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void keepsToItsPlaceItsSeatsAndWhoMayBeNamed() {
        UUID id = activities.plan(
                UUID.randomUUID(),
                new ActivityCommand(
                        "TRAINING",
                        "Lớp nhỏ",
                        "Nhà văn hóa",
                        field.team,
                        null,
                        Set.of(),
                        null,
                        TODAY,
                        LocalTime.MIN,
                        LocalTime.MAX,
                        1),
                field.officer());
        assertThatThrownBy(() -> activities.cancel(id, "x", field.stranger())).isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> plan(field.stranger())).isInstanceOf(OutOfScope.class);
        assertThat(log.between(TODAY, TODAY, null, field.stranger())).isEmpty();
        assertThat(log.between(TODAY, TODAY, null, field.leader()))
                .extracting(ActivityView::id)
                .contains(id);
        attendance.signUpResident(id, field.adult, field.officer());
        assertThatThrownBy(() -> attendance.signUp(id, Set.of(member("MEMBER")), field.officer()))
                .isInstanceOfSatisfying(
                        RuleBroken.class, full -> assertThat(full.getKey()).isEqualTo("activities.error.full"));
        assertThatThrownBy(() -> attendance.signUp(id, Set.of(UUID.randomUUID()), field.officer()))
                .isInstanceOf(RuleBroken.class);
        assertThat(attendance.of(id, field.officer()))
                .extracting(ActivityPerson::name)
                .containsExactly("Nguyễn Văn Sáu");
        assertThat(attendance.of(id, field.stranger()))
                .extracting(ActivityPerson::name, ActivityPerson::place)
                .containsExactly(tuple(null, null));
        assertThatThrownBy(() ->
                        activities.close(id, 99, new ActivityOutcome(null, null, null, null, null), field.officer()))
                .isInstanceOf(Stale.class);
    }

    @Test
    void storesPhotosOnlyWithConsentAndWithoutWhatTheCameraWrote() {
        UUID id = plan("FESTIVAL");
        byte[] photo = TestPhotos.withPlace();
        assertThatThrownBy(() -> files.photo(id, "Ngày hội", photo, false, field.leader()))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.getField())
                        .isEqualTo("consent"));
        assertThatThrownBy(() -> files.photo(id, "Ngày hội", new byte[] {1, 2, 3}, true, field.leader()))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(
                        () -> files.file(id, "Bài giảng", "MZ....".getBytes(StandardCharsets.US_ASCII), field.leader()))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> files.link(id, "x", "javascript:alert(1)", field.leader()))
                .isInstanceOf(RuleBroken.class);

        files.photo(id, "Ngày hội", photo, true, field.leader());
        files.link(id, "Bài giảng", "https://binhdanhocvuso.gov.vn", field.leader());

        assertThat(files.of(id)).extracting(ActivityFile::title).containsExactly("Bài giảng", "Ngày hội");
        byte[] kept = files.content(id, files.of(id).get(1).id()).bytes();
        assertThat(TestPhotos.text(photo)).contains("GPS-15.9");
        assertThat(TestPhotos.text(kept)).doesNotContain("GPS-15.9");
    }

    @Test
    void remindsWhoIsOnDutyAndWhoHasToCloseIt() {
        UUID id = plan("HELP_DESK");
        attendance.assign(id, Set.of(member("LEADER")), field.leader());
        assertThat(notices.of(field.leader(), Locale.forLanguageTag("vi")))
                .anyMatch(told -> told.notice().url().equals("/field/activities/" + id));

        LocalDate past = TODAY.minusDays(3);
        UUID open = activities.plan(UUID.randomUUID(), told("OUTREACH", past), field.officer());
        assertThat(notices.of(field.officer(), Locale.forLanguageTag("vi")))
                .anyMatch(told -> told.notice().url().equals("/activities/" + open));
    }

    @Test
    void tellsWhoWasOnDutyOnWhichDayAndWhetherItWasPlanned() {
        UUID member = member("MEMBER");
        UUID id = plan("HELP_DESK");
        attendance.assign(id, Set.of(member, member("LEADER")), field.leader());
        UUID only = attendance.of(id, field.leader()).stream()
                .filter(one -> member.equals(one.member()))
                .findFirst()
                .orElseThrow()
                .id();
        attendance.mark(id, people(id), Set.of(only), ActivityPerson.Marked.LIST, field.leader());
        UUID meeting = plan("TEAM_MEETING");
        attendance.signUp(meeting, Set.of(member), field.leader());
        attendance.mark(meeting, people(meeting), people(meeting), ActivityPerson.Marked.LIST, field.leader());

        assertThat(duties.of(Set.of(field.team), TODAY, TODAY))
                .containsExactly(new Duty(field.team, member, TODAY, "HELP_DESK", id, "Buổi của tổ 33", false));
        jdbc.sql("update activity set created_at = now() - interval '2 days' where id = ?")
                .param(id)
                .update();
        assertThat(duties.of(Set.of(field.team), TODAY, TODAY))
                .extracting(Duty::planned)
                .containsExactly(true);
        activities.cancel(id, "mưa", field.leader());
        assertThat(duties.of(Set.of(field.team), TODAY, TODAY)).isEmpty();
    }

    private UUID plan(String kind) {
        return activities.plan(UUID.randomUUID(), told(kind, TODAY), field.leader());
    }

    private void plan(CurrentUser user) {
        activities.plan(UUID.randomUUID(), told("OUTREACH", TODAY), user);
    }

    private ActivityCommand told(String kind, LocalDate day) {
        return new ActivityCommand(
                kind,
                "Buổi của tổ 33",
                "Nhà văn hóa",
                field.team,
                null,
                Set.of(),
                null,
                day,
                LocalTime.MIN,
                LocalTime.of(23, 59),
                null);
    }

    private void close(UUID id, Integer others) {
        activities.close(
                id,
                activities.get(id).version(),
                new ActivityOutcome(others, 5, 1, 0, "Bà con rất vui"),
                field.officer());
    }

    private Set<UUID> people(UUID id) {
        return Set.copyOf(attendance.of(id, field.leader()).stream()
                .map(ActivityPerson::id)
                .toList());
    }

    private UUID member(String role) {
        return jdbc.sql("select id from team_member where team_id = ? and role = ?")
                .params(field.team, role)
                .query(UUID.class)
                .single();
    }

    private LocalDate trainedOn(UUID member) {
        return jdbc.sql("select trained_on from team_member where id = ?")
                .param(member)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
    }

    private long counted(String measure, String grain) {
        return sum("figure_daily", "unit_id", measure, grain, field.village);
    }

    private long teamCounted(String measure) {
        return sum("team_figure_daily", "team_id", measure, "DAY", field.team);
    }

    private long sum(String table, String place, String measure, String grain, long id) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from %s f join measure m on m.id = f.measure_id
                        where m.code = :measure and f.grain = :grain and f.%s = :id""".formatted(table, place))
                .params(Map.of("measure", measure, "grain", grain, "id", id))
                .query(Long.class)
                .single();
    }

    private void equalsTheRecount() {
        var out = new ByteArrayOutputStream();
        Command reconcile = commands.stream()
                .filter(one -> one.name().equals("reconcile"))
                .findFirst()
                .orElseThrow();
        assertThat(reconcile.run(List.of(), new PrintStream(out, true)))
                .as(out.toString())
                .isZero();
        assertThat(counted("ATTENDANCE_COUNTED", "DAY"))
                .isEqualTo(naive("coalesce(sum(a.others), 0) from activity a", ""));
        assertThat(counted("ACTIVITIES_HELD", "DAY"))
                .isEqualTo(naive("count(*) from activity a", " and a.state = 'HELD'"));
        assertThat(counted("ATTENDANCE_NAMED", "DAY"))
                .isEqualTo(naive(
                        "count(*) from activity a join activity_person p on p.activity_id = a.id",
                        " and p.present_at is not null and not p.on_duty"));
    }

    /** From the rows themselves, without the views. */
    private long naive(String what, String and) {
        return jdbc.sql("select " + what + " where a.village_id = ? and a.state <> 'CANCELLED'" + and)
                .param(field.village)
                .query(Long.class)
                .single();
    }
}
