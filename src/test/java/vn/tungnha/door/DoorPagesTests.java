package vn.tungnha.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Seals;
import vn.tungnha.visits.FieldFixture;

/** The citizen's door, from the form of somebody without login to the answer, without any script. */
@SharedApplication
class DoorPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final String SCRIPT = "<script>alert(1)</script> http://vi-du.example";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private Seals keys;

    @Autowired
    private Alleys alleys;

    @Autowired
    private Erasure erasure;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private FieldFixture field;
    private String ward;
    private String address;

    @BeforeEach
    void aWard() {
        field = FieldFixture.in(jdbc);
        ward = code(field.ward);
        address = "198.51.100." + ADDRESSES.incrementAndGet();
    }

    @Test
    void findsTheTeamByItsAlleyWithoutTellingOfHouses() {
        for (int house = 1; house <= 3; house++) {
            field.another("Kiệt 778 Quang Trung", String.valueOf(house));
        }
        field.another("Ngõ Vắng Nhà", "5");
        alleys.refresh();
        assertThat(mvc.get().uri("/public?q=K778/2 Quang Trung"))
                .hasStatusOk()
                .bodyText()
                .contains("/public/teams/" + field.team, "Kiệt 778 Quang Trung", "Nguyễn Thị Hoa");
        assertThat(mvc.get().uri("/public?q=K778/99 Quang Trung"))
                .bodyText()
                .as("a house that is not registered is found just as well")
                .contains("/public/teams/" + field.team);
        assertThat(mvc.get().uri("/public?q=Ngõ Vắng Nhà"))
                .bodyText()
                .as("an alley of one house")
                .doesNotContain("/public/teams/" + field.team);
        assertThat(mvc.get().uri("/public?ward=" + ward)).hasRedirectedUrl("/public/units/" + ward);
        assertThat(mvc.get().uri("/public/units/" + ward))
                .hasStatusOk()
                .bodyText()
                .contains("/public/teams/" + field.team);
        assertThat(mvc.get().uri("/public/units/khong-co")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/public/teams/987654321")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showsATelephoneOnlyWhileItsOwnerAgrees() {
        UUID leader = member("LEADER");
        jdbc.sql("update team_member set phone = '0905123987' where id = ?")
                .param(leader)
                .update();
        String page = "/public/teams/" + field.team;
        assertThat(mvc.get().uri(page)).hasStatusOk().bodyText().doesNotContain("0905123987", "0905 123 987");
        assertThat(get(field.officerAccount, "/teams/" + field.team))
                .bodyText()
                .contains("/members/" + leader + "/public-phone");
        assertThat(post(field.officerAccount, "/members/" + leader + "/public-phone", "day", TODAY.plusDays(1)))
                .hasRedirectedUrl("/teams/" + field.team);
        assertThat(mvc.get().uri(page)).bodyText().as("agreed tomorrow").doesNotContain("0905 123 987");
        post(field.officerAccount, "/members/" + leader + "/public-phone", "day", TODAY, "how", "WRITTEN");
        assertThat(mvc.get().uri(page)).bodyText().contains("tel:0905123987", "0905 123 987");
        post(field.officerAccount, "/members/" + leader + "/public-phone/removal");
        assertThat(mvc.get().uri(page)).bodyText().doesNotContain("0905 123 987");
    }

    @Test
    void takesARequestToTheTeamAndTheAnswerBack() {
        String token = token();
        MvcTestResult sent = ask(token, "words", SCRIPT);
        assertThat(sent).hasStatus(HttpStatus.FOUND);
        String track = sent.getResponse().getRedirectedUrl();
        assertThat(track).startsWith("/public/track?code=");
        assertThat(sent.getResponse().getCookies()).isEmpty();
        assertThat(ask(token, "words", "sửa lại").getResponse().getRedirectedUrl())
                .as("the same form again")
                .isEqualTo(track);
        UUID id = id(token);
        assertThat(jdbc.sql("select count(*) from citizen_request where ward_id = ?")
                        .param(field.ward)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql(
                                "select phone_last3 || ' ' || coalesce(encode(phone_cipher, 'escape'), '') from citizen_request where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("456 ")
                .doesNotContain("0905123456");
        assertThat(mvc.get().uri(track))
                .hasStatusOk()
                .bodyText()
                .contains("Đã giao cho tổ")
                .doesNotContain("Lê Thị Sen")
                .doesNotContainPattern("(?<![\\w-])0905");

        assertThat(get(field.officerAccount, "/requests"))
                .bodyText()
                .contains("/requests/" + id, "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(get(field.officerAccount, "/lists/requests/table.csv"))
                .bodyText()
                .contains("Lê Thị Sen")
                .doesNotContain("0905123456");
        assertThat(get(field.leaderAccount, "/field"))
                .bodyText()
                .contains("/field/requests/" + id, "K112/14 Hải Phòng");
        assertThat(get(field.leaderAccount, "/notices")).bodyText().contains("Người dân gửi tổ: Hẹn tổ đến nhà");
        assertThat(get(field.officerAccount, "/notices")).bodyText().contains("1 yêu cầu của người dân đang chờ");
        assertThat(get(field.leaderAccount, "/field/requests/" + id))
                .bodyText()
                .contains("tel:0905123456", "&lt;script&gt;")
                .doesNotContain("href=\"http://vi-du.example");
        assertThat(post(field.leaderAccount, "/field/requests/" + id + "/answer", "version", 0))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hãy ghi nội dung.");
        assertThat(post(
                        field.leaderAccount,
                        "/field/requests/" + id + "/arrival",
                        "version",
                        0,
                        "words",
                        "Tổ đã đến, VNeID dùng được rồi."))
                .hasRedirectedUrl("/field/requests");
        assertThat(mvc.get().uri(track)).bodyText().contains("Tổ đã đến, VNeID dùng được rồi.");
        assertThat(mvc.get().uri("/public/track?code=0000-0000-0000-0"))
                .hasStatusOk()
                .bodyText()
                .contains("Không có yêu cầu nào với mã này.");
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatWasTyped() {
        assertThat(postPublic(
                        "/public/request",
                        "ward",
                        ward,
                        "token",
                        token(),
                        "name",
                        "Sen",
                        "phone",
                        "123",
                        "words",
                        SCRIPT))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hãy ghi số nhà, kiệt, đường", "Hãy đánh dấu đồng ý", "value=\"Sen\"", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(ask(token(), "phone", "123")).bodyText().contains("Số điện thoại gồm 10 chữ số");
        assertThat(ask(token(), "words", "a".repeat(1001)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Tối đa 1.000 chữ cái.");
        assertThat(ask(token(), "village", "X-khong-co")).bodyText().contains("Hãy chọn lại khu dân cư");
        assertThat(ask(token(), "website", "http://vi-du.example")).bodyText().contains("Ô cuối phải để trống");
        assertThat(ask(new FormTokens(keys, clock).issue())).bodyText().contains("Gửi hơi nhanh");
        assertThat(ask("bịa ra")).bodyText().contains("Đơn này mở đã lâu");
        assertThat(received()).isZero();
    }

    @Test
    void letsTheWardAssignMergePutAwayAndFetchBack() {
        long other = jdbc.sql("""
                        insert into team (version, name, number, kind, search, status, established_on)
                        values (0, 'Tổ 34', 34, (select code from team_kind order by position limit 1), 'to 34', 'ACTIVE', '2023-11-29')
                        returning id""").query(Long.class).single();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2023-11-29')")
                .params(other, field.village)
                .update();
        String first = token();
        String second = token();
        ask(first);
        String secondTrack = ask(second).getResponse().getRedirectedUrl();
        String one = "/requests/" + id(first);
        String two = "/requests/" + id(second);
        assertThat(state(first)).as("two teams serve the village").isEqualTo("NEW");
        assertThat(get(field.officerAccount, one)).bodyText().contains("Tổ 34", "1 yêu cầu khác đang chờ");
        assertThat(post(field.officerAccount, one + "/assignment", "version", 0, "team", other))
                .hasRedirectedUrl(one);
        assertThat(post(field.officerAccount, one + "/assignment", "version", 0, "team", field.team))
                .as("somebody was faster")
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(get(field.leaderAccount, "/field/requests/" + id(first)))
                .as("another team's")
                .hasStatus(HttpStatus.NOT_FOUND);
        post(field.officerAccount, two + "/merger", "version", 0, "into", id(first));
        assertThat(state(second)).isEqualTo("MERGED");
        assertThat(mvc.get().uri(secondTrack)).bodyText().contains("Tổ 34");
        post(field.officerAccount, two + "/reopening", "version", 1);
        assertThat(state(second)).isEqualTo("NEW");
        post(field.officerAccount, two + "/spam", "version", 2);
        assertThat(state(second)).isEqualTo("SPAM");
        assertThat(get(field.officerAccount, "/requests")).bodyText().doesNotContain(two);
        assertThat(get(field.officerAccount, "/requests?show=AWAY")).bodyText().contains(two);
        post(field.officerAccount, two + "/reopening", "version", 3);
        post(field.officerAccount, two + "/refusal", "version", 4, "reason", "Ngoài địa bàn phường.");
        assertThat(mvc.get().uri(secondTrack)).bodyText().contains("Ngoài địa bàn phường.");
        assertThat(jdbc.sql("select count(*) from audit_entry where subject_id = ?")
                        .param(id(second).toString())
                        .query(Integer.class)
                        .single())
                .as("lines of the trail")
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void publishesAnAnswerOnlyWithConsentAndATick() {
        String quiet = token();
        String open = token();
        postPublic("/public/suggest", "ward", ward, "token", quiet, "words", "Xin kê thêm ghế.");
        postPublic(
                "/public/suggest",
                "ward",
                ward,
                "token",
                open,
                "words",
                "Tôi là Sen, xin thêm buổi tối.",
                "publish",
                "true");
        for (String token : new String[] {quiet, open}) {
            post(
                    field.officerAccount,
                    "/requests/" + id(token) + "/answer",
                    "version",
                    0,
                    "answer",
                    "Phường đã ghi nhận.");
        }
        assertThat(mvc.get().uri("/public/answers?unit=" + ward)).bodyText().doesNotContain("Phường đã ghi nhận.");
        assertThat(post(
                        field.officerAccount,
                        "/requests/" + id(quiet) + "/publication",
                        "version",
                        1,
                        "show",
                        "true",
                        "publicWords",
                        "Xin ghế"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        post(
                field.officerAccount,
                "/requests/" + id(open) + "/publication",
                "version",
                1,
                "show",
                "true",
                "publicWords",
                "Xin thêm buổi tối.");
        assertThat(mvc.get().uri("/public/answers?unit=" + ward))
                .bodyText()
                .contains("Xin thêm buổi tối.", "Phường đã ghi nhận.")
                .doesNotContain("Tôi là Sen", "Xin kê thêm ghế");
        post(field.officerAccount, "/requests/" + id(open) + "/publication", "version", 2);
        assertThat(mvc.get().uri("/public/answers?unit=" + ward)).bodyText().doesNotContain("Xin thêm buổi tối.");
    }

    @Test
    void erasesWhoAskedOnceItsTimeIsOver() {
        String old = token();
        String young = token();
        for (String token : new String[] {old, young}) {
            ask(token);
            post(field.officerAccount, "/requests/" + id(token) + "/answer", "version", 0, "answer", "Đã gọi bà Sen.");
        }
        jdbc.sql("update citizen_request set settled_at = settled_at - interval '91 days' where id = ?")
                .param(id(old))
                .update();
        erasure.run();
        erasure.run();
        assertThat(personal(old)).isEmpty();
        assertThat(personal(young)).contains("Lê Thị Sen");
        assertThat(get(field.officerAccount, "/requests?show=ALL"))
                .hasStatusOk()
                .bodyText()
                .contains("Đã xóa thông tin cá nhân theo thời hạn");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'request.erased'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void givesPostersACodeThatLeadsToTheirPage() throws Exception {
        assertThat(decoded("/public/teams/" + field.team + "/poster"))
                .isEqualTo("http://localhost/public/teams/" + field.team);
        assertThat(decoded("/public/units/" + ward + "/poster")).isEqualTo("http://localhost/public/units/" + ward);
        String url = "https://dichvucong.gov.vn/thu-tuc?ma=" + ward;
        jdbc.sql(
                        "insert into public_procedure (code, name, search, field, level, url) values (?, 'Thử', 'thu', 'Thử', 'FULL', ?)")
                .params("T." + ward, url)
                .update();
        assertThat(decoded("/public/procedures/T." + ward)).isEqualTo(url);
        assertThat(mvc.get().uri("/public/procedures?q=thử")).bodyText().contains("/public/procedures/T." + ward);
    }

    @Test
    void showsWarningsWhereTheyAreMeant() {
        UUID id = UUID.randomUUID();
        assertThat(post(field.officerAccount, "/warnings", "id", id, "unit", field.ward, "title", "", "words", "w"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(
                        field.officerAccount,
                        "/warnings",
                        "id",
                        id,
                        "unit",
                        field.ward,
                        "title",
                        "Giả danh " + ward,
                        "words",
                        SCRIPT,
                        "advice",
                        "Gác máy",
                        "source",
                        "Công an phường",
                        "issuedOn",
                        TODAY))
                .hasRedirectedUrl("/warnings");
        assertThat(mvc.get().uri("/public/warnings?unit=" + ward))
                .bodyText()
                .contains("Giả danh " + ward)
                .doesNotContain("<script>alert");
        FieldFixture elsewhere = FieldFixture.in(jdbc);
        assertThat(mvc.get().uri("/public/warnings?unit=" + code(elsewhere.ward)))
                .bodyText()
                .doesNotContain("Giả danh " + ward);
        assertThat(post(elsewhere.officerAccount, "/warnings/" + id + "/showing"))
                .hasStatus(HttpStatus.NOT_FOUND);
        post(field.officerAccount, "/warnings/" + id + "/showing", "shown", "false");
        assertThat(mvc.get().uri("/public/warnings?unit=" + ward)).bodyText().doesNotContain("Giả danh " + ward);
    }

    /** Everybody gets the same page, so that it can be kept; who is signed in is not asked. */
    @Test
    void keepsPublicPagesAMinuteAndFormsNever() {
        MvcTestResult page = mvc.get().uri("/public/units/" + ward).exchange();
        String tag = page.getResponse().getHeader("ETag");
        assertThat(tag).isNotNull();
        assertThat(page.getResponse().getHeader("Cache-Control")).contains("max-age=60");
        assertThat(page.getResponse().getCookies()).isEmpty();
        assertThat(page.getRequest().getSession(false)).isNull();
        assertThat(mvc.get().uri("/public/units/" + ward).header("If-None-Match", tag))
                .hasStatus(HttpStatus.NOT_MODIFIED);
        for (String form :
                new String[] {"/public/request?unit=" + ward, "/public/suggest?unit=" + ward, "/public/track"}) {
            assertThat(mvc.get().uri(form).exchange().getResponse().getHeader("Cache-Control"))
                    .as(form)
                    .contains("no-store");
        }
        for (String path : new String[] {
            "/public",
            "/public/desks",
            "/public/desks?unit=" + ward,
            "/public/how-to",
            "/public/how-to/scam-warning",
            "/public/procedures",
            "/public/warnings",
            "/public/answers",
            "/public/data",
            "/public/privacy",
            "/public/request",
            "/public/suggest",
            "/public/data/figures.json?province=khong",
            "/robots.txt"
        }) {
            MvcTestResult each = mvc.get().uri(path).exchange();
            assertThat(each.getResponse().getStatus()).as(path).isIn(200, 404);
            assertThat(each.getResponse().getContentAsByteArray().length)
                    .as(path)
                    .isLessThan(60_000);
        }
        assertThat(mvc.get().uri("/public/units/" + ward))
                .bodyText()
                .contains(
                        "<link rel=\"canonical\" href=\"http://localhost/public/units/" + ward + "\"",
                        "<meta name=\"description\"");
        assertThat(mvc.get().uri("/sitemap.xml"))
                .bodyText()
                .contains("/public/teams/" + field.team)
                .doesNotContain("/requests");
    }

    private String decoded(String path) throws Exception {
        String body = mvc.get().uri(path).exchange().getResponse().getContentAsString();
        Matcher svg = Pattern.compile(
                        "<svg class=\"door-qr\"[^>]*viewBox=\"0 0 (\\d+) \\d+\".*?<path d=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(body);
        assertThat(svg.find()).as(path).isTrue();
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(drawn(svg.group(2), Integer.parseInt(svg.group(1))))))
                .getText();
    }

    /** As a camera sees it: eight points a module. */
    private static LuminanceSource drawn(String path, int size) {
        int scale = 8;
        byte[] light = new byte[size * scale * size * scale];
        Arrays.fill(light, (byte) 255);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(path);
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * scale;
            int y = Integer.parseInt(run.group(2)) * scale;
            for (int row = y; row < y + scale; row++) {
                Arrays.fill(
                        light,
                        row * size * scale + x,
                        row * size * scale + x + Integer.parseInt(run.group(3)) * scale,
                        (byte) 0);
            }
        }
        return new LuminanceSource(size * scale, size * scale) {
            @Override
            public byte[] getRow(int y, byte[] row) {
                return Arrays.copyOfRange(light, y * getWidth(), (y + 1) * getWidth());
            }

            @Override
            public byte[] getMatrix() {
                return light;
            }
        };
    }

    /** Everything a request needs, and what is told besides. */
    private MvcTestResult ask(String token, String... besides) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ward", ward);
        fields.put("village", code(field.village));
        fields.put("token", token);
        fields.put("name", "Lê Thị Sen");
        fields.put("phone", "0905 123 456");
        fields.put("address", "K112/14 Hải Phòng");
        fields.put("wanted", "sáng Thứ Bảy");
        fields.put("words", "Giúp cài VNeID");
        fields.put("agreed", "true");
        for (int at = 0; at < besides.length; at += 2) {
            fields.put(besides[at], besides[at + 1]);
        }
        return postPublic(
                "/public/request",
                fields.entrySet().stream()
                        .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                        .toArray());
    }

    /** From an address of its own each time, so that limits are met only where they are meant. */
    private MvcTestResult postPublic(String path, Object... fields) {
        var request = mvc.post().uri(path).with(sent -> {
            sent.setRemoteAddr("203.0.113." + ADDRESSES.incrementAndGet() + "." + address);
            return sent;
        });
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(String.valueOf(fields[at]), String.valueOf(fields[at + 1]));
        }
        return request.exchange();
    }

    private MvcTestResult get(UUID account, String path) {
        return mvc.get()
                .uri(path)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(UUID account, String path, Object... fields) {
        var request = mvc.post()
                .uri(path)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(String.valueOf(fields[at]), String.valueOf(fields[at + 1]));
        }
        return request.exchange();
    }

    /** Of a form that was opened a minute ago. */
    private String token() {
        return new FormTokens(keys, Clock.offset(clock, Duration.ofMinutes(-1))).issue();
    }

    private static UUID id(String token) {
        return UUID.fromString(token.substring(0, 36));
    }

    private String state(String token) {
        return jdbc.sql("select state from citizen_request where id = ?")
                .param(id(token))
                .query(String.class)
                .single();
    }

    private String personal(String token) {
        return jdbc.sql(
                        "select concat(name, phone_last3, address, wanted, words, answer) from citizen_request where id = ?")
                .param(id(token))
                .query(String.class)
                .single();
    }

    private int received() {
        return jdbc.sql("select count(*) from citizen_request where ward_id = ?")
                .param(field.ward)
                .query(Integer.class)
                .single();
    }

    private UUID member(String role) {
        return jdbc.sql("select id from team_member where team_id = ? and role = ?")
                .params(field.team, role)
                .query(UUID.class)
                .single();
    }

    private String code(long unit) {
        return jdbc.sql("select code from unit_version where unit_id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }
}
