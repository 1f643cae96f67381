package vn.tungnha.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;
import vn.tungnha.units.TestUnits;

@Tag("slow")
@SharedApplication
class ImportUndoTests {

    private static final Map<String, String> WHY = Map.of("reason", "Gửi nhầm tệp");
    private static final String HEAD = "Tổ;Đường;Số nhà;Chủ hộ;Họ tên;Năm sinh\n";
    private static final String PEOPLE = HEAD
            + "Tổ 1;Kiệt 112;14;Lê Thị Lài;Lê Thị Lài;1961\n"
            + "Tổ 1;Kiệt 112;14;Lê Thị Lài;Lê Minh Tâm;1990\n"
            + "Tổ 1;Kiệt 112;16;Trần Văn Ba;Trần Văn Ba;1955\n";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outlooks outlooks;

    @Autowired
    private ImportJobs jobs;

    private TestUnits.Tree tree;
    private Sent sent;

    @BeforeEach
    void plant() {
        tree = units.tree();
        sent = new Sent(mvc, officer());
    }

    @Test
    void takesHouseholdsAndTheirPeopleBackAndTheFiguresWithThem() {
        UUID job = sent.stored("households", PEOPLE);
        assertThat(booked("REGISTERED_HOUSEHOLDS")).isEqualTo(2);

        assertThat(sent.page(job, "/undo")).contains("2 hộ", "3 người", "Không có gì phải giữ lại");
        assertThat(sent.post(job, "/undo", WHY)).hasStatus3xxRedirection();

        assertThat(sent.page(job, "")).contains("Đã gỡ: 2 hộ, 3 người", "Gửi nhầm tệp");
        assertThat(households()).isZero();
        assertThat(booked("REGISTERED_HOUSEHOLDS")).isZero();
        assertThat(trail("import.undone", job.toString())).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'resident.taken-back' and unit_id = ?")
                        .param(tree.village())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(sent.stored("households", PEOPLE)).isNotNull();
        assertThat(households()).isEqualTo(2);
    }

    @Test
    void keepsAHouseholdThatSomebodyChangedSinceWithAllItsPeopleAndNamesIt() {
        UUID job = sent.stored("households", PEOPLE);
        jdbc.sql("update resident set version = version + 1 where name = 'Lê Minh Tâm' and household_id in"
                        + " (select id from household where village_id = ?)")
                .param(tree.village())
                .update();

        assertThat(sent.page(job, "/undo")).contains("1 hộ", "1 người", "Lê Minh Tâm", "Đã có người sửa sau khi nhập");
        sent.post(job, "/undo", WHY);

        assertThat(sent.page(job, "")).contains("Đã gỡ: 1 hộ, 1 người", "Giữ lại 3", "Lê Minh Tâm");
        assertThat(households()).isEqualTo(1);
        assertThat(booked("REGISTERED_HOUSEHOLDS")).isEqualTo(1);
    }

    @Test
    void takesOnlyTheNewcomerOfAKnownHouseholdBackAndLeavesItsHouseholder() {
        sent.stored("households", PEOPLE);
        UUID job = sent.stored("households", HEAD + "Tổ 1;Kiệt 112;14;Võ Thị Mai;Võ Thị Mai;1970\n");
        assertThat(heads()).containsExactly("Lê Thị Lài", "Trần Văn Ba");

        sent.post(job, "/undo", WHY);

        assertThat(households()).isEqualTo(2);
        assertThat(heads()).containsExactly("Lê Thị Lài", "Trần Văn Ba");
        assertThat(people()).doesNotContain("Võ Thị Mai").contains("Lê Minh Tâm");
    }

    @Test
    void takesTeamsWithTheirMembersBackUnlessOneOfThemWasChanged() {
        String file = "Tên tổ CNSCĐ;Tổ dân phố phụ trách;Ngày quyết định;Họ tên thành viên;Vai trò\n"
                + "Tổ CN 1;Tổ 1;29/11/2023;Lê Thị Lài;Tổ trưởng\n"
                + "Tổ CN 1;Tổ 1;29/11/2023;Lê Minh Tâm;Thành viên\n"
                + "Tổ CN 2;Tổ 2;29/11/2023;Trần Văn Ba;Tổ trưởng\n";
        UUID job = sent.stored("teams", file);
        assertThat(teams()).containsExactly("Tổ CN 1", "Tổ CN 2");
        jdbc.sql("update team_member set version = version + 1 where name = 'Trần Văn Ba' and team_id in"
                        + " (select team_id from team_area where village_id = any(?))")
                .param(tree.villages().get(0).toArray(Long[]::new))
                .update();

        sent.post(job, "/undo", WHY);

        assertThat(teams()).containsExactly("Tổ CN 2");
        assertThat(sent.page(job, "")).contains("Đã gỡ: 1 tổ, 2 thành viên", "Trần Văn Ba");
    }

    @Test
    void takesMembersBackAndLeavesTheirTeam() {
        sent.stored(
                "teams",
                "Tên tổ CNSCĐ;Tổ dân phố phụ trách;Ngày quyết định;Họ tên thành viên;Vai trò\n"
                        + "Tổ CN 1;Tổ 1;29/11/2023;Lê Thị Lài;Tổ trưởng\n");
        UUID job = sent.stored("members", "Tên tổ CNSCĐ;Họ tên thành viên\nTổ CN 1;Lê Minh Tâm\n");
        assertThat(members()).contains("Lê Minh Tâm");

        sent.post(job, "/undo", WHY);

        assertThat(members()).containsExactly("Lê Thị Lài");
        assertThat(teams()).containsExactly("Tổ CN 1");
    }

    @Test
    void takesVillagesBackUnlessSomethingStandsAtThem() {
        UUID job = sent.stored("units", "Tên tổ;Loại\nTổ 91;\nTổ 92;\n");
        sent.stored("households", HEAD + "Tổ dân phố 92;Kiệt 1;1;Lê Thị Lài;Lê Thị Lài;1961\n");

        assertThat(sent.page(job, "/undo")).contains("Đã có hộ dân");
        sent.post(job, "/undo", WHY);

        assertThat(villages()).doesNotContain("Tổ dân phố 91").contains("Tổ dân phố 92");
        assertThat(jdbc.sql("select count(*) from unit_closure c join unit_version v on v.unit_id = c.descendant_id"
                                + " where c.ancestor_id = ? and v.full_name like '%91'")
                        .param(tree.commune())
                        .query(Integer.class)
                        .single())
                .isZero();
        sent.stored("units", "Tên tổ;Loại\nTổ 91;\n");
        assertThat(villages()).contains("Tổ dân phố 91");
    }

    @Test
    void putsReportedValuesBackAsTheyWereAndLeavesThoseChangedSince() {
        String measure = jdbc.sql("select code from measure where source = 'REPORTED' order by position limit 1")
                .query(String.class)
                .single();
        String head = "Đơn vị;Kỳ;Số liệu;Giá trị;Nguồn;Ngày lấy số\n";
        sent.stored("reported-values", head + row("2025-08", measure, 10));
        UUID job = sent.stored(
                "reported-values",
                head + row("2025-08", measure, 11) + row("2025-09", measure, 12) + row("2025-10", measure, 13));
        sent.stored("reported-values", head + row("2025-10", measure, 14));
        assertThat(reported()).isEqualTo(Map.of("2025-08", 11, "2025-09", 12, "2025-10", 14));

        sent.post(job, "/undo", WHY);

        assertThat(reported()).isEqualTo(Map.of("2025-08", 10, "2025-10", 14));
        assertThat(sent.page(job, "")).contains("2 số báo cáo", "2025-10");
    }

    @Test
    void givesTargetsBackAsTheyWere() {
        String indicator = "E_ID_L2_ACTIVATED";
        String head = "Đơn vị;Chỉ số;Kỳ;Loại;Mức giao;Lý do\n";
        sent.stored("targets", head + target(indicator, "2031", 50));
        UUID job = sent.stored("targets", head + target(indicator, "2031", 60) + target(indicator, "2032", 70));
        assertThat(targets()).isEqualTo(Map.of("2031", 60, "2032", 70));

        sent.post(job, "/undo", WHY);

        assertThat(targets()).isEqualTo(Map.of("2031", 50));
    }

    @Test
    void tellsHowFarItIsInsteadOfKeepingAnybodyWaiting() {
        UUID account = new TestAccounts(jdbc).account("undo" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        UUID job = new Sent(mvc, authentication(TestAccounts.signedIn(logins, account))).stored("households", PEOPLE);
        Set<Long> ward = Set.of(tree.commune());
        CurrentUser user = new CurrentUser(
                account, "x", "X", Set.of(Role.WARD_OFFICER), new Scope(false, ward, ward, Set.of(), Set.of()));
        ImportJob stored = jobs.require(job, user);

        Outlooks.Known first = outlooks.of(stored, user, Locale.ROOT, Duration.ZERO);
        Outlooks.Known later = outlooks.of(stored, user, Locale.ROOT, Duration.ofSeconds(20));

        assertThat(first.outlook()).isNull();
        assertThat(later.outlook()).isNotNull().satisfies(it -> assertThat(it.goes())
                .isEqualTo(5));
        assertThat(later.seen()).isEqualTo(5);
    }

    @Test
    void doublesNothingWhenTheSameFileComesTwice() {
        sent.stored(
                "teams",
                "Tên tổ CNSCĐ;Tổ dân phố phụ trách;Ngày quyết định;Họ tên thành viên;Vai trò\n"
                        + "Tổ CN 1;Tổ 1;29/11/2023;Lê Thị Lài;Tổ trưởng\n");
        String members = "Tên tổ CNSCĐ;Họ tên thành viên\nTổ CN 1;Lê Minh Tâm\nTổ CN 1;Võ Thị Mai\n";
        sent.stored("members", members);
        twice("members", members);
        assertThat(members()).containsExactly("Lê Minh Tâm", "Lê Thị Lài", "Võ Thị Mai");

        String measure = jdbc.sql("select code from measure where source = 'REPORTED' order by position limit 1")
                .query(String.class)
                .single();
        String values = "Đơn vị;Kỳ;Số liệu;Giá trị;Nguồn;Ngày lấy số\n" + row("2025-08", measure, 10);
        sent.stored("reported-values", values);
        twice("reported-values", values);
        assertThat(jdbc.sql("select count(*) from reported_value where unit_id = ?")
                        .param(tree.commune())
                        .query(Integer.class)
                        .single())
                .as("versions of the value")
                .isEqualTo(1);
    }

    @Test
    void entersInTheLedgerWhatItTakesOutOfALockedPeriod() {
        UUID job = sent.stored("households", PEOPLE);
        YearMonth month = YearMonth.now(Days.ZONE);
        long lock = jdbc.sql("insert into period_lock (unit_id, period, first_day, last_day, version, locked_at)"
                        + " values (?, ?, ?, ?, 1, now()) returning id")
                .params(tree.commune(), month.toString(), month.atDay(1), month.atEndOfMonth())
                .query(Long.class)
                .single();

        sent.post(job, "/undo", WHY);

        assertThat(households()).isZero();
        assertThat(jdbc.sql("""
                                select coalesce(sum(c.amount), 0) from late_entry e join late_change c on c.late_entry_id = e.id
                                join measure m on m.id = c.measure_id and m.basis = 'REGISTERED_HOUSEHOLDS' where e.lock_id = ?""").param(lock).query(Integer.class).single()).isEqualTo(-2);
    }

    private void twice(String kind, String file) {
        UUID job = sent.csv(kind, file);
        sent.post(job, "/storing?partial=true", Map.of());
    }

    @Test
    void asksForAReasonAndTakesNothingBackWithoutOne() {
        UUID job = sent.stored("households", PEOPLE);

        assertThat(sent.post(job, "/undo", Map.of("reason", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("Mời ghi lý do");
        assertThat(households()).isEqualTo(2);
    }

    @Test
    void refusesAfterThirtyDaysAndToAnybodyElse() {
        UUID job = sent.stored("households", PEOPLE);
        assertThat(new Sent(mvc, officer()).get(job, "/undo")).hasStatus(404);
        assertThat(new Sent(mvc, officer()).post(job, "/undo", WHY)).hasStatus(404);
        jdbc.sql("update import_job set finished_at = finished_at - interval '31 days' where id = ?")
                .param(job)
                .update();

        assertThat(sent.post(job, "/undo", WHY)).hasStatus(422);
        assertThat(sent.page(job, "")).doesNotContain("/undo\"");
        assertThat(households()).isEqualTo(2);
    }

    private String row(String period, String measure, int amount) {
        return "Cầu Mây;" + period + ";" + measure + ";" + amount + ";Cổng dịch vụ công;30/11/2025\n";
    }

    private String target(String indicator, String period, int amount) {
        return code(tree.village()) + ";" + indicator + ";" + period + ";Tỷ lệ;" + amount + ";Kế hoạch\n";
    }

    private String code(long unit) {
        return jdbc.sql("select code from unit_version where unit_id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }

    private RequestPostProcessor officer() {
        return signedIn(Role.WARD_OFFICER);
    }

    private RequestPostProcessor signedIn(Role role) {
        UUID account = new TestAccounts(jdbc).account("undo" + UUID.randomUUID(), role, tree.commune());
        return authentication(TestAccounts.signedIn(logins, account));
    }

    private int households() {
        return jdbc.sql("select count(*) from household where village_id = ?")
                .param(tree.village())
                .query(Integer.class)
                .single();
    }

    private List<String> people() {
        return names("select r.name from resident r join household h on h.id = r.household_id where h.village_id = ?");
    }

    private List<String> heads() {
        return names("select r.name from resident r join household h on h.id = r.household_id"
                + " where h.village_id = ? and r.householder order by r.name");
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).param(tree.village()).query(String.class).list();
    }

    private List<String> teams() {
        return jdbc.sql("select distinct t.name from team t join team_area a on a.team_id = t.id"
                        + " where a.village_id = any(?) order by t.name")
                .param(tree.villages().get(0).toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    private List<String> members() {
        return jdbc.sql("select m.name from team_member m join team_area a on a.team_id = m.team_id"
                        + " where a.village_id = any(?) order by m.name")
                .param(tree.villages().get(0).toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    private List<String> villages() {
        return jdbc.sql("select v.full_name from unit_version v join unit_parent p on p.unit_id = v.unit_id"
                        + " where p.parent_id = ?")
                .param(tree.commune())
                .query(String.class)
                .list();
    }

    private Map<String, Integer> reported() {
        return byPeriod(
                "select period, amount from reported_value where unit_id = ? and replaced_at is null"
                        + " and amount is not null",
                tree.commune());
    }

    private Map<String, Integer> targets() {
        return byPeriod("select period, amount from target where unit_id = ? and replaced_at is null", tree.village());
    }

    private Map<String, Integer> byPeriod(String sql, long unit) {
        Map<String, Integer> amounts = new HashMap<>();
        jdbc.sql(sql).param(unit).query(row -> {
            amounts.put(row.getString("period"), row.getInt("amount"));
        });
        return amounts;
    }

    private int trail(String action, String id) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and subject_id = ?")
                .params(action, id)
                .query(Integer.class)
                .single();
    }

    private long booked(String basis) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where m.basis = :basis and f.unit_id = :unit and f.grain = 'DAY'""")
                .param("basis", basis)
                .param("unit", tree.village())
                .query(Long.class)
                .single();
    }
}
