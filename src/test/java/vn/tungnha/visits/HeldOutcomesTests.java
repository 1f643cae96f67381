package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;

/** Whatever cannot be booked as told is kept, said in plain words, and decided by somebody. */
@SharedApplication
class HeldOutcomesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private ApplicationEventPublisher events;

    private final LocalDate today = LocalDate.now(Days.ZONE);
    private FieldFixture field;
    private Phone phone;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        phone = new Phone(mvc, logins, field.leaderAccount).seenAt(ago(7));
    }

    @Test
    void keepsTheCorrectionOfAVisitThatWasWithdrawnMeanwhile() {
        VisitCommand visit = field.aVisit().command();
        phone.sends(visit);
        phone.device(UUID.randomUUID()).withdraws(visit.id());
        UUID request = UUID.randomUUID();
        VisitCommand anew = field.aVisit()
                .id(visit.id())
                .at(visit.visitedAt())
                .note("Gặp cả nhà")
                .command();

        assertThat(phone.corrects(request, 1, anew))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.held", it -> assertThat(it).isEqualTo(true))
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo("WITHDRAWN"));
        assertThat(get("/visits/held/" + request)).bodyText().contains("đã bị rút", "Ghi lại lượt thăm", "Gặp cả nhà");
        assertThat(decide(request, "AS_TOLD", "version", "0")).hasRedirectedUrl("/visits?show=ATTENTION");

        assertThat(text("select status from visit where id = ?", visit.id())).isEqualTo("CORRECTED");
        assertThat(text("select note from visit where id = ?", visit.id())).isEqualTo("Gặp cả nhà");
        assertThat(phone.asks(request)).bodyJson().hasPathSatisfying("$[0].status", it -> assertThat(it)
                .isEqualTo("CORRECTED"));
        assertThat(post("/visits/held/" + request + "/reopening")).hasStatus3xxRedirection();
        assertThat(text("select status from visit where id = ?", visit.id())).isEqualTo("WITHDRAWN");
    }

    @Test
    void letsTheWardChooseAVillageForANewHousehold() {
        long other = field.moveOn(today.minusDays(30));
        field.closeVillage(today.minusDays(3));
        UUID fresh = UUID.randomUUID();
        VisitCommand visit = field.aVisit()
                .at(ago(1))
                .founding(fresh, field.villageCode(), "21")
                .command();

        assertHeld(phone.sends(visit), "VILLAGE_CLOSED");
        assertThat(get("/visits/held/" + visit.id())).bodyText().contains("name=\"village\"", "value=\"X" + other);
        assertThat(decide(visit.id(), "AS_TOLD", "version", "0"))
                .as("no village chosen")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(decide(visit.id(), "AS_TOLD", "version", "0", "village", "X" + other))
                .hasRedirectedUrl("/visits?show=ATTENTION");

        assertThat(text("select village_id::text from household where id = ?", fresh))
                .isEqualTo(String.valueOf(other));
        assertThat(phone.asks(visit.id())).bodyJson().hasPathSatisfying("$[0].status", it -> assertThat(it)
                .isEqualTo("RECORDED"));
    }

    @Test
    void putsANewHouseholdOfAVillageSplitSinceIntoThePartTheWardChooses() {
        LocalDate split = today.minusDays(3);
        long part = field.splitVillage(split).get(1);
        UUID fresh = UUID.randomUUID();
        VisitCommand visit = field.aVisit()
                .at(ago(5))
                .founding(fresh, field.villageCode(), "21")
                .command();

        assertHeld(phone.sends(visit), "VILLAGE_CLOSED");
        assertThat(get("/visits/held/" + visit.id()))
                .bodyText()
                .contains("value=\"X" + part + '"')
                .doesNotContain("value=\"" + field.villageCode() + '"');
        assertThat(decide(visit.id(), "AS_TOLD", "version", "0", "village", "X" + part))
                .hasRedirectedUrl("/visits?show=ATTENTION");

        assertThat(jdbc.sql("""
                                select village_id, valid_from from household_placement where household_id = ?
                                order by valid_from""")
                        .param(fresh)
                        .query((row, n) -> row.getLong(1) + " " + row.getString(2))
                        .list())
                .containsExactly(field.village + " 1900-01-01", part + " " + split);
        assertThat(text("select village_id::text from household where id = ?", fresh))
                .isEqualTo(String.valueOf(part));
        assertThat(jdbc.sql("select sum(amount) from figure_daily where grain = 'DAY' and unit_id = ? and measure_id = "
                                + "(select id from measure where code = 'VISITS')")
                        .param(field.village)
                        .query(Integer.class)
                        .single())
                .as("counted where it was that day")
                .isEqualTo(1);
        assertThat(phone.asks(visit.id())).bodyJson().hasPathSatisfying("$[0].status", it -> assertThat(it)
                .isEqualTo("RECORDED"));
    }

    @Test
    void asksTheWardToAddNewPeopleOfAHouseholdThatHasMovedAway() {
        FieldFixture other = FieldFixture.in(jdbc);
        field.moveTo(other.village, today.minusDays(2));
        VisitCommand visit = field.aVisit()
                .at(ago(1))
                .command()
                .withNewResidents(List.of(new VisitCommand.NewResident(
                        UUID.randomUUID(), "Đỗ Văn Mới", 1990, "MALE", false, null, null, null)));

        assertHeld(phone.sends(visit), "NEWCOMER");
        assertThat(text("select count(*)::text from visit where id = ?", visit.id()))
                .isEqualTo("0");
    }

    @Test
    void offersTheTeamsThatMayHaveDoneItWhereTheToldOneHadEnded() {
        field.dissolveTeam(today.minusDays(3));
        VisitCommand visit = field.aVisit().at(ago(1)).command();
        assertHeld(phone.sends(visit), "TEAM_ENDED");
        long other = jdbc.sql("""
                        insert into team (version, name, number, kind, search, status, established_on)
                        values (0, 'Tổ 34', 34, (select code from team_kind order by position limit 1), 'to 34',
                                'ACTIVE', '2023-11-29') returning id
                        """).query(Long.class).single();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2023-11-29')")
                .params(other, field.village)
                .update();

        assertThat(get("/visits/held/" + visit.id())).bodyText().contains("Tổ 34");
        assertThat(decide(visit.id(), "AS_TOLD", "version", "0", "team", String.valueOf(other)))
                .hasStatus3xxRedirection();
        assertThat(text("select team_id::text from visit where id = ?", visit.id()))
                .isEqualTo(String.valueOf(other));
    }

    @Test
    void storesWhatARevokedPhoneStillHadAndSaysSo() {
        UUID device = UUID.randomUUID();
        jdbc.sql("""
                        insert into device (account_id, id, first_seen_at, last_seen_at, revoked_at)
                        values (?, ?, now(), now(), now())
                        """).params(field.leaderAccount, device).update();
        VisitCommand visit = field.aVisit().command();

        assertThat(phone.device(device).sends(visit))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .hasPathSatisfying("$.held", it -> assertThat(it).isEqualTo(false))
                .hasPathSatisfying("$.receipt.status", it -> assertThat(it).isEqualTo("NEEDS_ATTENTION"))
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo("REVOKED"));
        assertThat(text("select attention from visit where id = ?", visit.id())).isEqualTo("REVOKED");
    }

    @Test
    void takesAccountsAndTopicsThatWereSwitchedOffMeanwhile() {
        FormerWords.in(jdbc, events);
        VisitCommand visit = field.aVisit()
                .about(FormerWords.TOPIC)
                .activating(field.adult, FormerWords.ACCOUNT_TYPE)
                .command();

        assertThat(phone.sends(visit)).hasStatus(HttpStatus.CREATED);
        assertThat(text("select account_type from activation where visit_id = ?", visit.id()))
                .isEqualTo(FormerWords.ACCOUNT_TYPE);
    }

    @Test
    void namesHouseholdsInAClash() {
        UUID mine = field.anotherHousehold("16");
        UUID theirs = field.anotherHousehold("18");
        VisitCommand visit = field.aVisit().command();
        phone.sends(visit);
        phone.corrects(UUID.randomUUID(), 1, visit.atHousehold(theirs));

        assertThat(phone.corrects(UUID.randomUUID(), 1, visit.atHousehold(mine)))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .hasPathSatisfying("$.fields[0].mine", it -> assertThat(it).isEqualTo("K112/16 Hải Phòng"))
                .hasPathSatisfying("$.fields[0].theirs", it -> assertThat(it).isEqualTo("K112/18 Hải Phòng"));
    }

    @Test
    void takesTheLaterOfTwoTellingsAsTheUsualAnswerByWhenTheyWereTold() {
        VisitCommand visit = field.aVisit().command();
        phone.sends(visit);
        phone.corrects(UUID.randomUUID(), 1, visit.withNote("Bản của tổ phó"));

        assertThat(phone.storedAt(ago(1)).corrects(UUID.randomUUID(), 1, visit.withNote("Bản cũ nằm trên máy")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .hasPathSatisfying("$.fields[0].choice", it -> assertThat(it).isEqualTo("theirs"));
    }

    @Test
    void knowsAClockThatWasSetBackBeforeSending() {
        Instant wrong = Instant.now().plus(5, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        VisitCommand visit =
                field.aVisit().at(wrong.minus(20, ChronoUnit.MINUTES)).command();

        assertThat(phone.storedAt(wrong).sends(visit))
                .hasStatus(HttpStatus.CREATED)
                .bodyText()
                .contains("CLOCK");

        Instant stored = jdbc.sql("select visited_at from visit where id = ?")
                .param(visit.id())
                .query(Instant.class)
                .single();
        assertThat(stored)
                .isBetween(
                        Instant.now().minus(22, ChronoUnit.MINUTES),
                        Instant.now().minus(18, ChronoUnit.MINUTES));
    }

    private static void assertHeld(MvcTestResult answer, String reason) {
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying("$.held", it -> assertThat(it).isEqualTo(true))
                .hasPathSatisfying("$.notes[0].code", it -> assertThat(it).isEqualTo(reason));
    }

    private MvcTestResult decide(UUID held, String choice, String... more) {
        String[] fields = new String[more.length + 2];
        fields[0] = "choice";
        fields[1] = choice;
        System.arraycopy(more, 0, fields, 2, more.length);
        return post("/visits/held/" + held + "/decision", fields);
    }

    private String text(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(String.class).single();
    }

    private static Instant ago(int days) {
        return Instant.now().minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    private MvcTestResult get(String url) {
        return mvc.get()
                .uri(url)
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)))
                .exchange();
    }

    private MvcTestResult post(String url, String... fields) {
        var request = mvc.post()
                .uri(url)
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
