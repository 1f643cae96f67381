package vn.tungnha.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.notices.Notice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.TestUnits;

@SharedApplication
class HandoversTests {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Autowired
    private Handovers handovers;

    @Autowired
    private HandoverNotices notices;

    @Autowired
    private Teams teams;

    @Autowired
    private TestUnits units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private LifeFixture ward;

    @BeforeEach
    void plant() {
        ward = new LifeFixture(units, teams, jdbc);
    }

    @Test
    void handsOverWhatIsOpenAndKeepsItAsItWasTakenOver() {
        promise("Kiệt 112", "14");
        household("Kiệt 112", "16");
        jdbc.sql(
                        "insert into device (account_id, id, first_seen_at, last_seen_at, unsent) values (?, ?, now(), now(), 3)")
                .params(ward.leaderAccount, UUID.randomUUID())
                .update();
        teams.changeLeader(ward.team, ward.member, today(), ward.officer);

        Handover handover = handovers.of(ward.team).get(0);
        assertThat(handover.former()).isEqualTo("Trần Thị Hoa");
        assertThat(handover.successor()).isEqualTo("Đỗ Minh Khang");
        assertThat(handover.from()).isEqualTo(today());

        HandoverPack pack = handovers.pack(handover);
        assertThat(pack.followUps()).extracting(HandoverPack.FollowUp::place).containsExactly("14, Kiệt 112");
        assertThat(pack.toDo()).containsExactly(new HandoverPack.Alley("Kiệt 112", 2, 2));
        assertThat(pack.unsent()).isEqualTo(3);
        assertThat(pack.reports()).isNotEmpty();
        assertThat(handovers.paper(handover).text())
                .contains(
                        "Trần Thị Hoa", "HẸN THĂM LẠI CÒN MỞ: 1", "https://zalo.me/g/to33", "Việc máy báo còn giữ: 3");

        assertThatThrownBy(() -> handovers.confirm(ward.team, handover.id(), ward.teamLeader(ward.leaderAccount)))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> handovers.confirm(ward.team, handover.id(), ward.officer))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> handovers.get(ward.team, handover.id(), ward.neighbour))
                .isInstanceOf(OutOfScope.class);
        assertThat(told(ward.memberAccount)).contains("Mời nhận bàn giao từ Trần Thị Hoa: bấm để đọc và xác nhận");
        assertThat(told(ward.leaderAccount)).contains("Chờ Đỗ Minh Khang xác nhận nhận bàn giao");

        handovers.confirm(ward.team, handover.id(), ward.teamLeader(ward.memberAccount));

        Handover confirmed = handovers.of(ward.team).get(0);
        assertThat(confirmed.confirmed()).isNotNull();
        byte[] kept = handovers.file(confirmed, "pdf");
        assertThat(new String(kept, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        household("Kiệt 200", "1");
        assertThat(handovers.file(confirmed, "pdf")).isEqualTo(kept);
        assertThat(told(ward.leaderAccount)).contains("Đỗ Minh Khang đã nhận bàn giao");
        assertThat(notices.of(ward.officer, VIETNAMESE))
                .extracting(Notice::title)
                .contains("Đỗ Minh Khang đã nhận bàn giao từ Trần Thị Hoa");
        assertThatThrownBy(() -> handovers.confirm(ward.team, handover.id(), ward.teamLeader(ward.memberAccount)))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void findsWhoLedLastAndForgetsWhatIsOvertaken() {
        teams.removeMember(
                ward.leader,
                teams.member(ward.leader, ward.officer).version(),
                today().minusDays(30),
                null,
                ward.officer);
        teams.changeLeader(ward.team, ward.member, today().plusDays(5), ward.officer);

        assertThat(handovers.of(ward.team)).extracting(Handover::former).containsExactly("Trần Thị Hoa");

        UUID line = teams.members(ward.team, today()).get(0).id();
        assertThat(line).isEqualTo(ward.member);
        assertThat(handovers.of(ward.team)).hasSize(1);
    }

    private List<String> told(UUID account) {
        return notices.of(ward.teamLeader(account), VIETNAMESE).stream()
                .map(Notice::title)
                .toList();
    }

    private void promise(String alley, String number) {
        jdbc.sql("""
                        insert into visit (id, version, status, household_id, team_id, visited_at, visited_on, outcome, follow_up_at,
                                           received_at, body_hash)
                        values (gen_random_uuid(), 0, 'RECORDED', ?, ?, ?, ?, 'FOLLOW_UP', ?, now(), '')""")
                .params(
                        household(alley, number),
                        ward.team,
                        today().minusDays(3).atStartOfDay().atOffset(ZoneOffset.UTC),
                        today().minusDays(3),
                        today().minusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }

    private UUID household(String alley, String number) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into household (id, version, kind, village_id, alley, number, sort_key, search, status,
                                               registered_on, created_at)
                        values (?, 0, 'HOUSEHOLD', ?, ?, ?, ?, '', 'ACTIVE', '2024-01-01', now())""")
                .params(id, ward.tree.village(), alley, number, alley + number)
                .update();
        return id;
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
