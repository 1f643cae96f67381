package vn.tungnha.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.SortKeys;

/** A small ward by raw SQL: one village, one team of two, one household of three, and somebody from elsewhere. */
public class FieldFixture {

    static final int BIRTH_YEAR_CHILD = LocalDate.now().getYear() - 15;

    public final long ward;
    public final long village;
    public final long team;
    final UUID household = UUID.randomUUID();
    public final UUID adult = UUID.randomUUID();
    final UUID elder = UUID.randomUUID();
    final UUID child = UUID.randomUUID();
    final UUID leaderMember = UUID.randomUUID();
    final UUID otherMember = UUID.randomUUID();
    public final UUID leaderAccount = UUID.randomUUID();
    final UUID memberAccount = UUID.randomUUID();
    public final UUID officerAccount = UUID.randomUUID();
    private final JdbcClient jdbc;
    private final TestAccounts accounts;

    private FieldFixture(JdbcClient jdbc) {
        this.jdbc = jdbc;
        ward = unit("COMMUNE");
        village = unit("VILLAGE");
        closure(ward, village);
        for (UUID account : List.of(leaderAccount, memberAccount, officerAccount)) {
            account(account);
        }
        accounts = new TestAccounts(jdbc);
        team = jdbc.sql("""
                        insert into team (version, name, number, kind, search, status, established_on)
                        values (0, 'Tổ 33', 33, (select code from team_kind order by position limit 1), 'to 33',
                                'ACTIVE', '2023-11-29') returning id
                        """).query(Long.class).single();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2023-11-29')")
                .params(team, village)
                .update();
        accounts.assign(leaderAccount, Role.TEAM_LEADER, null, team, Days.SINCE_EVER, Days.FOREVER);
        accounts.assign(memberAccount, Role.TEAM_MEMBER, null, team, Days.SINCE_EVER, Days.FOREVER);
        accounts.assign(officerAccount, Role.WARD_OFFICER, ward, null, Days.SINCE_EVER, Days.FOREVER);
        member(leaderMember, leaderAccount, "LEADER", "Nguyễn Thị Hoa");
        member(otherMember, memberAccount, "MEMBER", "Trần Văn Dũng");
        jdbc.sql("""
                        insert into household (id, version, kind, village_id, alley, number, sort_key, search, status,
                                               registered_on, created_at)
                        values (?, 0, 'HOUSEHOLD', ?, 'Kiệt 112 Hải Phòng', 'K112/14', '0112 0014', 'k112/14 hai phong',
                                'ACTIVE', '2024-01-01', now())
                        """).params(household, village).update();
        jdbc.sql("insert into household_placement (household_id, village_id) values (?, ?)")
                .params(household, village)
                .update();
        resident(adult, "Nguyễn Văn Sáu", LocalDate.now().getYear() - 40, true);
        resident(elder, "Lê Thị Lài", 1961, false);
        resident(child, null, BIRTH_YEAR_CHILD, false);
    }

    public static FieldFixture in(JdbcClient jdbc) {
        return new FieldFixture(jdbc);
    }

    /** One more household of the same village, with one named adult. */
    public UUID another(String alley, String number) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into household (id, version, kind, village_id, alley, number, sort_key, search, status,
                                               registered_on, created_at)
                        values (?, 0, 'HOUSEHOLD', ?, ?, ?, ?, '', 'ACTIVE', '2024-01-01', now())
                        """)
                .params(id, village, alley, number, SortKeys.walking(alley, number))
                .update();
        jdbc.sql("insert into household_placement (household_id, village_id) values (?, ?)")
                .params(id, village)
                .update();
        jdbc.sql("""
                        insert into resident (id, version, household_id, name, birth_year, householder, status, created_at)
                        values (?, 0, ?, 'Hồ Thị Tám', 1970, true, 'PRESENT', now())
                        """).params(UUID.randomUUID(), id).update();
        return id;
    }

    public CurrentUser leader() {
        return user(leaderAccount, Role.TEAM_LEADER, Set.of(village), Set.of(team));
    }

    CurrentUser member() {
        return user(memberAccount, Role.TEAM_MEMBER, Set.of(village), Set.of(team));
    }

    public CurrentUser officer() {
        return user(officerAccount, Role.WARD_OFFICER, Set.of(ward), Set.of());
    }

    public CurrentUser stranger() {
        return user(officerAccount, Role.WARD_OFFICER, Set.of(unit("COMMUNE")), Set.of());
    }

    UUID administrator() {
        return accounts.account("a" + UUID.randomUUID(), Role.ADMIN, null);
    }

    /** Whoever approves and locks for the ward. */
    public CurrentUser chairman() {
        UUID account = accounts.account("c" + UUID.randomUUID(), Role.WARD_LEADER, ward);
        return user(account, Role.WARD_LEADER, Set.of(ward), Set.of());
    }

    String villageCode() {
        return "X" + village;
    }

    /** The household goes to another village, which is returned. */
    long moveOn(LocalDate day) {
        long elsewhere = unit("VILLAGE");
        closure(ward, elsewhere);
        jdbc.sql("update household_placement set valid_to = ? where household_id = ?")
                .params(day.minusDays(1), household)
                .update();
        jdbc.sql("insert into household_placement (household_id, village_id, valid_from) values (?, ?, ?)")
                .params(household, elsewhere, day)
                .update();
        jdbc.sql("update household set village_id = ? where id = ?")
                .params(elsewhere, household)
                .update();
        return elsewhere;
    }

    /** The household goes to a village of somewhere else. */
    void moveTo(long elsewhere, LocalDate day) {
        jdbc.sql("update household_placement set valid_to = ? where household_id = ?")
                .params(day.minusDays(1), household)
                .update();
        jdbc.sql("insert into household_placement (household_id, village_id, valid_from) values (?, ?, ?)")
                .params(household, elsewhere, day)
                .update();
        jdbc.sql("update household set village_id = ? where id = ?")
                .params(elsewhere, household)
                .update();
    }

    /** The village goes into a new one, which is returned; the ward gives it to the same team. */
    long mergeVillage(LocalDate day) {
        long heir = unit("VILLAGE");
        closure(ward, heir);
        closeVillage(day);
        jdbc.sql("insert into unit_lineage values (?, ?, ?, '9999-12-31', 1, true)")
                .params(village, heir, day)
                .update();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, false, ?)")
                .params(team, heir, day)
                .update();
        return heir;
    }

    /** Two new villages take its place, half of it each; the ward gives both to the same team. */
    List<Long> splitVillage(LocalDate day) {
        closeVillage(day);
        List<Long> parts = List.of(unit("VILLAGE"), unit("VILLAGE"));
        for (long part : parts) {
            closure(ward, part);
            jdbc.sql("insert into unit_lineage values (?, ?, ?, '9999-12-31', 0.5, false)")
                    .params(village, part, day)
                    .update();
            jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, false, ?)")
                    .params(team, part, day)
                    .update();
        }
        return parts;
    }

    /** From this day on the village is no more. */
    void closeVillage(LocalDate day) {
        LocalDate last = day.minusDays(1);
        jdbc.sql("update unit set valid_to = ? where id = ?")
                .params(last, village)
                .update();
        jdbc.sql("update unit_version set valid_to = ? where unit_id = ?")
                .params(last, village)
                .update();
        jdbc.sql("update unit_closure set valid_to = ? where descendant_id = ?")
                .params(last, village)
                .update();
        jdbc.sql("update unit_lineage set valid_to = ? where from_id = ? and to_id = from_id")
                .params(last, village)
                .update();
    }

    /** Another household in the same alley, with nobody in it yet. */
    UUID anotherHousehold(String number) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into household (id, version, kind, village_id, alley, number, sort_key, search, status,
                                               registered_on, created_at)
                        values (?, 0, 'HOUSEHOLD', ?, 'Kiệt 112 Hải Phòng', ?, ?, ?, 'ACTIVE', '2024-01-01', now())
                        """)
                .params(id, village, number, "0112 " + number, "k112/" + number + " hai phong")
                .update();
        jdbc.sql("insert into household_placement (household_id, village_id) values (?, ?)")
                .params(id, village)
                .update();
        return id;
    }

    /** Nhập hộ: everybody moves into the other household on this day. */
    void join(UUID other, LocalDate day) {
        for (UUID resident : List.of(adult, elder, child)) {
            moveResident(resident, other, day);
        }
        jdbc.sql("update household set status = 'ENDED', ended_on = ?, end_reason = 'JOINED' where id = ?")
                .params(day.minusDays(1), household)
                .update();
    }

    void moveResident(UUID resident, UUID other, LocalDate day) {
        jdbc.sql("update residence set valid_to = ?, end_reason = 'MOVED' where resident_id = ?")
                .params(day.minusDays(1), resident)
                .update();
        jdbc.sql("insert into residence (resident_id, household_id, stay, valid_from) values (?, ?, 'PERMANENT', ?)")
                .params(resident, other, day)
                .update();
        jdbc.sql("update resident set household_id = ? where id = ?")
                .params(other, resident)
                .update();
    }

    void gone(UUID resident, String how, LocalDate lastDay) {
        jdbc.sql("update residence set valid_to = ?, end_reason = ? where resident_id = ? and valid_to = '9999-12-31'")
                .params(lastDay, how, resident)
                .update();
        jdbc.sql("update resident set status = ? where id = ?")
                .params(how, resident)
                .update();
    }

    /** The team goes into another, which is returned; the leader goes along. */
    long mergeTeam(LocalDate day) {
        long heir = jdbc.sql("""
                        insert into team (version, name, number, kind, search, status, established_on)
                        values (0, 'Tổ 34', 34, (select code from team_kind order by position limit 1), 'to 34',
                                'ACTIVE', '2023-11-29') returning id
                        """).query(Long.class).single();
        dissolveTeam(day);
        jdbc.sql("update team set status = 'MERGED', merged_into_id = ? where id = ?")
                .params(heir, team)
                .update();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, ?)")
                .params(heir, village, day)
                .update();
        accounts.assign(leaderAccount, Role.TEAM_LEADER, null, heir, day, Days.FOREVER);
        return heir;
    }

    /** Another team that has always worked in the village. */
    long anotherTeam() {
        long other = jdbc.sql("""
                        insert into team (version, name, number, kind, search, status, established_on)
                        values (0, 'Tổ 35', 35, (select code from team_kind order by position limit 1), 'to 35',
                                'ACTIVE', '2023-11-29') returning id
                        """).query(Long.class).single();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2023-11-29')")
                .params(other, village)
                .update();
        return other;
    }

    void dissolveTeam(LocalDate day) {
        LocalDate last = day.minusDays(1);
        jdbc.sql("update team set status = 'DISSOLVED', ended_on = ? where id = ?")
                .params(last, team)
                .update();
        jdbc.sql("update team_area set valid_to = ? where team_id = ?")
                .params(last, team)
                .update();
        leave(last);
    }

    /** The leader leaves after this day. */
    void leave(LocalDate lastDay) {
        jdbc.sql("update assignment set valid_to = ? where account_id = ?")
                .params(lastDay, leaderAccount)
                .update();
        jdbc.sql("update team_member set left_on = ? where account_id = ?")
                .params(lastDay, leaderAccount)
                .update();
    }

    /** An account that works in the team beside its leader. */
    UUID memberAccount() {
        accounts.assign(memberAccount, Role.TEAM_MEMBER, null, team, Days.SINCE_EVER, Days.FOREVER);
        return memberAccount;
    }

    public VisitBuilder aVisit() {
        return new VisitBuilder();
    }

    private static CurrentUser user(UUID account, Role role, Set<Long> roots, Set<Long> teams) {
        return new CurrentUser(
                account, account.toString(), "Bà Hoa", Set.of(role), new Scope(false, roots, roots, Set.of(), teams));
    }

    private long unit(String level) {
        long id = jdbc.sql("insert into unit (level) values (?) returning id")
                .param(level)
                .query(Long.class)
                .single();
        closure(id, id);
        jdbc.sql("insert into unit_lineage values (?, ?, '1900-01-01', '9999-12-31', 1, true)")
                .params(id, id)
                .update();
        jdbc.sql("""
                        insert into unit_version (unit_id, code, name, full_name, kind, search)
                        values (?, ?, 'Thanh Khê', 'Phường Thanh Khê', (select code from unit_kind where level = ? limit 1), '')
                        """).params(id, "X" + id, level).update();
        return id;
    }

    private void closure(long ancestor, long descendant) {
        jdbc.sql("insert into unit_closure values (?, ?, ?, '1900-01-01', '9999-12-31')")
                .params(ancestor, descendant, ancestor == descendant ? 0 : 1)
                .update();
    }

    private void account(UUID id) {
        jdbc.sql("""
                        insert into account (id, version, username, display_name, must_change_password, enabled, created_at)
                        values (?, 0, ?, 'Bà Hoa', false, true, now())
                        """).params(id, id.toString()).update();
    }

    private void member(UUID id, UUID account, String role, String name) {
        jdbc.sql("""
                        insert into team_member (id, version, team_id, name, sort_key, role, account_id, joined_on)
                        values (?, 0, ?, ?, '', ?, ?, '2023-11-29')
                        """).params(id, team, name, role, account).update();
    }

    private void resident(UUID id, String name, int birthYear, boolean householder) {
        jdbc.sql("""
                        insert into resident (id, version, household_id, name, birth_year, householder, status, created_at)
                        values (?, 0, ?, ?, ?, ?, 'PRESENT', now())
                        """)
                .param(id)
                .param(household)
                .param(name)
                .param(birthYear)
                .param(householder)
                .update();
        jdbc.sql(
                        "insert into residence (resident_id, household_id, stay, valid_from) values (?, ?, 'PERMANENT', '2024-01-01')")
                .params(id, household)
                .update();
    }

    /** An hour ago, but today: whoever tests in the first hour after midnight means the same day. */
    static Instant lately() {
        Instant hourAgo = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Instant midnight = Days.of(Instant.now()).atStartOfDay(Days.ZONE).toInstant();
        return hourAgo.isBefore(midnight) ? midnight : hourAgo;
    }

    /** A visit of an hour ago that met somebody, unless told otherwise. */
    public class VisitBuilder {

        private UUID id = UUID.randomUUID();
        private UUID where = household;
        private Instant at = lately();
        private Outcome outcome = Outcome.MET;
        private String note;
        private Instant followUpAt;
        private VisitCommand.NewHousehold fresh;
        private final List<UUID> members = new ArrayList<>();
        private final List<String> topics = new ArrayList<>();
        private final List<VisitCommand.Activation> activations = new ArrayList<>();

        public VisitBuilder id(UUID id) {
            this.id = id;
            return this;
        }

        public VisitBuilder at(Instant at) {
            this.at = at;
            return this;
        }

        VisitBuilder at(UUID otherHousehold) {
            where = otherHousehold;
            return this;
        }

        VisitBuilder outcome(Outcome outcome) {
            this.outcome = outcome;
            return this;
        }

        VisitBuilder note(String note) {
            this.note = note;
            return this;
        }

        VisitBuilder by(UUID member) {
            members.add(member);
            return this;
        }

        VisitBuilder about(String topic) {
            topics.add(topic);
            return this;
        }

        public VisitBuilder activating(UUID resident, String accountType) {
            return telling(resident, accountType, Result.ACTIVATED);
        }

        VisitBuilder telling(UUID resident, String accountType, Result result) {
            return telling(resident, accountType, result, null);
        }

        VisitBuilder telling(UUID resident, String accountType, Result result, String reason) {
            activations.add(new VisitCommand.Activation(resident, accountType, result, reason));
            return this;
        }

        public VisitBuilder atHousehold(UUID other) {
            where = other;
            return this;
        }

        VisitBuilder founding(UUID newcomer, String villageCode, String number) {
            where = newcomer;
            fresh = new VisitCommand.NewHousehold(villageCode, null, "Kiệt 112 Hải Phòng", number, null, 0);
            return this;
        }

        public VisitBuilder followUpAt(Instant moment) {
            followUpAt = moment;
            return this;
        }

        public VisitCommand command() {
            return new VisitCommand(
                    id,
                    where,
                    team,
                    members,
                    at,
                    outcome,
                    topics,
                    List.of(),
                    0,
                    activations,
                    followUpAt,
                    null,
                    note,
                    fresh,
                    List.of());
        }
    }
}
