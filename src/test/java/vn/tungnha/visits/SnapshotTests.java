package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.reports.StatementCount;

@Tag("slow")
@SharedApplication
class SnapshotTests {

    private static final int FULL_AT_MOST = 110 * 1024;
    private static final int REFRESH_AT_MOST = 12 * 1024;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private Visits visits;

    @Autowired
    private Rounds rounds;

    @Autowired
    private JsonMapper json;

    private FieldFixture field;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
    }

    @Test
    void holdsWhatAVisitNeeds() {
        Instant at = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        visits.record(
                field.aVisit()
                        .at(at)
                        .activating(field.adult, "E_ID_L2")
                        .note("Gọi 0905 123 456 trước khi đến")
                        .command(),
                field.leader());

        JsonNode told = snapshot("");

        assertThat(told.at("/team/name").asString()).isEqualTo("Tổ 33");
        assertThat(told.at("/lastAlley").asString()).isEqualTo("Kiệt 112 Hải Phòng");
        assertThat(told.at("/types/0/code").asString()).isEqualTo("E_ID_L2");
        JsonNode house = told.at("/alleys/0/households/0");
        assertThat(house.at("/v").asString()).isEqualTo(field.villageCode());
        assertThat(house.at("/st").asString()).isEqualTo("MET");
        assertThat(house.at("/la").asString()).isEqualTo(at.toString());
        assertThat(house.at("/ln").asString()).isEqualTo("Gọi … trước khi đến");
        assertThat(house.has("f")).isFalse();
        JsonNode householder = house.at("/p/0");
        assertThat(householder.get(0).asString()).isEqualTo(packed(field.adult));
        assertThat(householder.get(1).asString()).isEqualTo("Nguyễn Văn Sáu");
        assertThat(householder.get(4).asInt()).isOne();
        assertThat(householder.get(5).asString()).startsWith("a...");
        assertThat(house.at("/p/2/1").isNull()).as("a child is never named").isTrue();
    }

    @Test
    void namesNobodyUnderFourteenWhateverTheRegisterSays() {
        jdbc.sql("update resident set name = 'Trần Bé Út', birth_year = extract(year from now()) - 10 where id = ?")
                .param(field.child)
                .update();

        assertThat(text("")).doesNotContain("Bé Út").contains(packed(field.child));
    }

    @Test
    void cutsALongNoteShort() {
        visits.record(field.aVisit().note("Nhà có chó. ".repeat(30)).command(), field.leader());

        assertThat(snapshot("").at("/alleys/0/households/0/ln").asString())
                .hasSize(200)
                .endsWith("…");
    }

    @Test
    void holdsNothingOfOtherPlaces() {
        FieldFixture elsewhere = FieldFixture.in(jdbc);
        jdbc.sql("update household set number = 'nhà hàng xóm' where id = ?")
                .param(elsewhere.household)
                .update();
        jdbc.sql("update resident set phone_last3 = '789', phone_cipher = 'x', citizen_last4 = '4321' where id = ?")
                .param(field.adult)
                .update();

        assertThat(text(""))
                .contains(packed(field.household))
                .doesNotContain(packed(elsewhere.household), packed(elsewhere.adult), "hàng xóm")
                .as("no part of a number, other than by chance within an id")
                .doesNotContainPattern("(?<![\\w-])[*•.]*(789|4321)(?![\\w-])");
        assertThat(get("/field/snapshot?team=" + elsewhere.team, "")).hasStatus(404);
    }

    @Test
    void tellsWhoeverHasNoTeamThatThereIsNothing() {
        UUID official = new TestAccounts(jdbc).account("canbo-" + UUID.randomUUID(), Role.WARD_OFFICER, field.ward);

        assertThat(mvc.get()
                        .uri("/field/snapshot")
                        .with(authentication(TestAccounts.signedIn(logins, official)))
                        .exchange())
                .hasStatus(204)
                .body()
                .isEmpty();
    }

    @Test
    void leavesOutAHouseholdThatMovedAway() {
        field.moveOn(LocalDate.now().minusDays(1));

        assertThat(text("")).doesNotContain(packed(field.household));
    }

    @Test
    void sendsOnlyTheAlleysThatChanged() {
        neighbours(4, 3);
        String hashes = hashes(snapshot(""));
        assertThat(alleysSent(snapshot(hashes))).isEmpty();

        visits.record(field.aVisit().command(), field.leader());

        assertThat(alleysSent(snapshot(hashes))).containsExactly("Kiệt 112 Hải Phòng");
    }

    @Test
    void answersNotModifiedOnlyToAPhoneThatHasEverything() {
        MvcTestResult first = get("/field/snapshot", "");
        String mark = first.getResponse().getHeader(HttpHeaders.ETAG);
        String hashes = hashes(json.readTree(body(first)));

        assertThat(mark).startsWith("W/");
        assertThat(get("/field/snapshot?have=" + hashes, mark)).hasStatus(304);
        assertThat(get("/field/snapshot", mark)).hasStatusOk();
        visits.record(field.aVisit().command(), field.leader());
        assertThat(get("/field/snapshot?have=" + hashes, mark)).hasStatusOk();
    }

    @Test
    void putsFirstWhomThePagePutsFirst() {
        neighbours(5, 8);
        visits.record(field.aVisit().outcome(Outcome.ABSENT).command(), field.leader());

        List<String> next = new ArrayList<>();
        snapshot("").at("/next").forEach(id -> next.add(id.asString()));

        List<String> page = rounds.today(field.team, field.leader()).next().stream()
                .map(stop -> packed(stop.id()))
                .toList();
        assertThat(page).hasSize(Round.PLAN - 1);
        assertThat(next).hasSize(40).startsWith(page.toArray(String[]::new));
    }

    @Test
    void costsLittleOnASlowLine() throws IOException {
        List<UUID> houses = neighbours(20, 15);
        told(houses);
        String full = text("");
        JsonNode before = json.readTree(full);

        for (int i = 0; i < 3; i++) {
            visits.record(
                    field.aVisit()
                            .at(houses.get(i * 40))
                            .at(Instant.now())
                            .about("E_ID")
                            .command(),
                    field.leader());
        }
        String refresh = text(hashes(before));

        assertThat(gzip(full)).isLessThan(FULL_AT_MOST);
        assertThat(alleysSent(json.readTree(refresh))).hasSize(3);
        assertThat(gzip(refresh)).isLessThan(REFRESH_AT_MOST);
    }

    @Test
    void asksTheDatabaseTheSameNumberOfTimesForAnyTeam() {
        text("");
        int few = StatementCount.during(() -> text(""));
        neighbours(20, 15);

        assertThat(StatementCount.during(() -> text(""))).isEqualTo(few).isLessThan(25);
    }

    /** Some alleys with as many households each, of three to four people; answers their ids in walking order. */
    private List<UUID> neighbours(int alleys, int each) {
        jdbc.sql("""
                        with made as (
                            insert into household (id, version, kind, village_id, alley, number, sort_key, search, status,
                                                   registered_on, created_at)
                            select gen_random_uuid(), 0, 'HOUSEHOLD', :village, 'Kiệt ' || (200 + a * 7) || ' Hải Phòng',
                                   (n * 2) || case when n % 4 = 0 then '/' || n else '' end,
                                   to_char(1000 + a, '0000') || to_char(n, '0000'), '', 'ACTIVE', '2024-01-01', now()
                            from generate_series(1, :alleys) a, generate_series(1, :each) n returning id, sort_key),
                        placed as (
                            insert into household_placement (household_id, village_id) select id, :village from made),
                        living as (insert into resident (id, version, household_id, name, birth_year, sex, householder, status, created_at)
                        select gen_random_uuid(), 0, id,
                               (array['Nguyễn','Trần','Lê','Phạm','Huỳnh','Võ','Đặng','Bùi'])[1 + (r * 7 + ascii(substr(id::text, 3))) % 8]
                               || ' ' || (array['Văn','Thị','Minh','Ngọc','Thanh'])[1 + (r + ascii(substr(id::text, 5))) % 5]
                               || ' ' || (array['Sáu','Lài','Hòa','Thủy','Dũng','Tuấn','Hạnh','Bông','Phúc','Khỏe','An'])[1 + (r * 3 + ascii(substr(id::text, 7))) % 11],
                               1940 + (r * 17 + ascii(substr(id::text, 2))) % 65, case r % 2 when 0 then 'MALE' else 'FEMALE' end,
                               r = 1, 'PRESENT', now()
                        from made, generate_series(1, 3 + (ascii(substr(id::text, 1)) % 3) / 2) r
                        returning id, household_id)
                        insert into residence (resident_id, household_id, stay, valid_from)
                        select id, household_id, 'PERMANENT', '2024-01-01' from living
                        """)
                .param("village", field.village)
                .param("alleys", alleys)
                .param("each", each)
                .update();
        return jdbc.sql("select id from household where village_id = ? and id <> ? order by sort_key")
                .params(field.village, field.household)
                .query(UUID.class)
                .list();
    }

    /** Every fifth household has been met this quarter, with what came of it. */
    private void told(List<UUID> houses) {
        for (int i = 0; i < houses.size(); i++) {
            if (i % 5 == 1) {
                UUID adult = jdbc.sql("select id from resident where household_id = ? and householder")
                        .param(houses.get(i))
                        .query(UUID.class)
                        .single();
                visits.record(
                        field.aVisit()
                                .at(houses.get(i))
                                .at(Instant.now().minus(i % 40, ChronoUnit.MINUTES))
                                .note(i % 10 == 1 ? "Hẹn cuối tuần làm tiếp, nhà thứ " + i : null)
                                .telling(adult, "E_ID_L2", i % 2 == 0 ? Result.ACTIVATED : Result.NOT_YET)
                                .command(),
                        field.leader());
            }
        }
    }

    private static List<String> alleysSent(JsonNode told) {
        List<String> sent = new ArrayList<>();
        told.at("/alleys").forEach(alley -> {
            if (alley.has("households")) {
                sent.add(alley.get("key").asString());
            }
        });
        return sent;
    }

    private static String packed(UUID id) {
        byte[] bytes = HexFormat.of().parseHex(id.toString().replace("-", ""));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hashes(JsonNode told) {
        return told.at("/alleys")
                .valueStream()
                .map(alley -> alley.get("hash").asString())
                .collect(Collectors.joining(","));
    }

    private JsonNode snapshot(String have) {
        return json.readTree(text(have));
    }

    private String text(String have) {
        MvcTestResult answer = get("/field/snapshot?have=" + have, "");
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String url, String mark) {
        return mvc.get()
                .uri(url)
                .header(HttpHeaders.IF_NONE_MATCH, mark)
                .with(authentication(TestAccounts.signedIn(logins, field.leaderAccount)))
                .exchange();
    }

    private static int gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }
}
