package vn.tungnha.markets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collections;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.QrCode;
import vn.tungnha.visits.FieldFixture;

/** Markets as their people see and send them, without any script. */
@SharedApplication
class MarketPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;
    private UUID market;

    @BeforeEach
    void aMarket() {
        field = FieldFixture.in(jdbc);
        market = UUID.randomUUID();
        assertThat(post(
                        field.officerAccount,
                        "/markets",
                        "id",
                        market,
                        "kind",
                        "MARKET",
                        "name",
                        "Chợ Thử " + market,
                        "address",
                        "Đường Thử",
                        "village",
                        field.village))
                .hasRedirectedUrl("/markets/" + market);
    }

    @Test
    void keepsWhatWasTypedAndNamesTheField() {
        assertThat(post(field.officerAccount, "/markets", "kind", "MARKET", "name", "", "address", "Đường Thử"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hãy chọn thôn, tổ dân phố.", "Đường Thử");
        assertThat(post(
                        field.leaderAccount,
                        "/markets/" + market + "/stalls",
                        "line",
                        "A",
                        "number",
                        "",
                        "phone",
                        "12"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hãy ghi vào ô này.", "value=\"A\"");
    }

    @Test
    void walksFromStallToStallAndShowsTheCoverageAtTheDesk() {
        String first = stall("A", "1");
        String second = stall("A", "2");
        assertThat(post(field.leaderAccount, "/field/markets/" + market + "/rounds", "round", UUID.randomUUID()))
                .hasRedirectedUrl("/field/markets/" + market);
        assertThat(post(
                        field.leaderAccount,
                        "/field/stalls/" + first,
                        "visit",
                        UUID.randomUUID(),
                        "outcome",
                        "MET",
                        "ways",
                        "QR:MOMO",
                        "ways",
                        "CARD"))
                .hasRedirectedUrl("/field/stalls/" + second);
        assertThat(post(
                        field.leaderAccount,
                        "/field/stalls/" + second,
                        "visit",
                        UUID.randomUUID(),
                        "outcome",
                        "MET",
                        "ways",
                        "E_INVOICE"))
                .hasRedirectedUrl("/field/markets/" + market);

        assertThat(get(field.leaderAccount, "/field/markets/" + market))
                .hasStatusOk()
                .bodyText()
                .contains("đã tới 2/2 quầy", "1/2 quầy không tiền mặt");
        assertThat(get(field.officerAccount, "/markets/" + market))
                .hasStatusOk()
                .bodyText()
                .contains("50,0%", "1 trong 2 quầy đang bán có ít nhất một cách", "Dãy A", "Chỉ tiền mặt");
        assertThat(get(field.officerAccount, "/stalls/" + first))
                .hasStatusOk()
                .bodyText()
                .contains("Mã QR (MoMo); Máy quẹt thẻ", "Bà Hoa");
        assertThat(get(field.officerAccount, "/markets/" + market + "/stalls?show=CASH_ONLY"))
                .hasStatusOk()
                .bodyText()
                .contains("stall-" + second)
                .doesNotContain("stall-" + first);
    }

    @Test
    void refusesAWordThatIsNotInTheLists() {
        String stall = stall("A", "1");
        assertThat(post(field.leaderAccount, "/field/stalls/" + stall, "ways", "QR:NOBODY"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Có mục không còn trong danh mục");
        assertThat(get(field.officerAccount, "/stalls/" + stall)).bodyText().contains("Chưa ai tới quầy này");
    }

    @Test
    void printsTheVeryCodeOfThePictureThatSomebodyLookedAt() throws Exception {
        String stall = stall("A", "1");
        byte[] payload = TestCodes.vietQr("970436", "0071000123456", "Trần Thị Bưởi");
        var picture = new MockMultipartFile("picture", "a.png", "image/png", TestCodes.png(QrCode.ofBytes(payload)));
        MvcTestResult checked = mvc.post()
                .uri("/stalls/" + stall + "/code/check")
                .multipart()
                .file(picture)
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)))
                .exchange();
        assertThat(checked).hasStatusOk().bodyText().contains("Trần Thị Bưởi", "970436", "0071000123456");
        Matcher exact = Pattern.compile("name=\"exact\" value=\"([^\"]+)\"")
                .matcher(checked.getResponse().getContentAsString());
        assertThat(exact.find()).isTrue();
        assertThat(Base64.getDecoder().decode(exact.group(1))).isEqualTo(payload);
        assertThat(get(field.officerAccount, "/stalls/" + stall + "/stand")).hasRedirectedUrl("/stalls/" + stall);

        assertThat(post(field.officerAccount, "/stalls/" + stall + "/code", "exact", exact.group(1)))
                .hasRedirectedUrl("/stalls/" + stall);
        String stand = get(field.officerAccount, "/stalls/" + stall + "/stand")
                .getResponse()
                .getContentAsString();
        Matcher drawn = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"[^>]*><path d=\"([^\"]+)\"")
                .matcher(stand);
        assertThat(drawn.find()).isTrue();
        assertThat(TestCodes.read(drawn.group(2), Integer.parseInt(drawn.group(1))))
                .isEqualTo(payload);
    }

    @Test
    void warnsOfAChecksumThatDoesNotFitAndRefusesALink() {
        String stall = stall("A", "1");
        String sound = new String(TestCodes.vietQr("970436", "111", "BUOI"), StandardCharsets.UTF_8);

        assertThat(post(
                        field.officerAccount,
                        "/stalls/" + stall + "/code/check",
                        "payload",
                        sound.replace("BUOI", "BUOY")))
                .hasStatusOk()
                .bodyText()
                .contains("CRC", "vẫn lưu mã");
        assertThat(post(field.officerAccount, "/stalls/" + stall + "/code/check", "payload", "https://x.vn/pay"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Đây là đường liên kết", "https://x.vn/pay");
    }

    @Test
    void closesAndReopensAStallAndItsMarket() {
        String stall = stall("A", "1");
        assertThat(post(field.leaderAccount, "/stalls/" + stall + "/closing", "version", 0))
                .hasRedirectedUrl("/field/stalls/" + stall);
        assertThat(get(field.officerAccount, "/markets/" + market + "/stalls?show=CLOSED"))
                .bodyText()
                .contains("stall-" + stall);
        assertThat(post(field.officerAccount, "/stalls/" + stall + "/reopening", "version", 1))
                .hasRedirectedUrl("/stalls/" + stall);
        assertThat(post(field.officerAccount, "/markets/" + market + "/closing", "version", 0))
                .hasRedirectedUrl("/markets/" + market);
        assertThat(get(field.officerAccount, "/markets/" + market)).bodyText().contains("Mở lại");
        assertThat(post(field.officerAccount, "/markets/" + market + "/closing", "version", 0))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void showsTheWholeNumberOnlyWhenAskedAndTellsTheTrail() {
        String stall = stall("A", "1");
        assertThat(get(field.officerAccount, "/stalls/" + stall))
                .bodyText()
                .contains("••• 112")
                .doesNotContain("0905123112");
        assertThat(post(field.officerAccount, "/stalls/" + stall + "/phone"))
                .bodyText()
                .contains("tel:0905123112");
        assertThat(jdbc.sql("select count(*) from audit_entry where subject_id = ? and action = 'stall.phone-read'")
                        .param(stall)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void readsInTheFileItTakesOut() throws Exception {
        stall("A", "1");
        String file = """
                Chợ, tuyến phố;Dãy;Số quầy;Mặt hàng;Đang có
                Chợ Thử %1$s;A;1;Trái cây;
                Chợ Thử %1$s;B;7;Rau;"Mã QR (MoMo, VNPAY); Máy quẹt thẻ"
                """.formatted(market);
        var upload = new MockMultipartFile("file", "stalls.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post()
                        .uri("/api/v1/imports/stalls")
                        .multipart()
                        .file(upload)
                        .with(csrf())
                        .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("\"stored\":1");
        assertThat(jdbc.sql("""
                                select w.provider from stall s join stall_way w on w.stall_id = s.id
                                where s.market_id = ? and s.number = '7' and w.way = 'QR' order by 1""").param(market).query(String.class).list()).containsExactly("MOMO", "VNPAY");

        String page = get(field.officerAccount, "/markets/" + market + "/stalls?line=B")
                .getResponse()
                .getContentAsString();
        Matcher link = Pattern.compile("download href=\"([^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        MvcTestResult taken = get(field.officerAccount, link.group(1).replace("&amp;", "&"));
        assertThat(taken).hasStatusOk();
        assertThat(unzipped(taken.getResponse().getContentAsByteArray())).contains("(MoMo, VNPAY)");
    }

    private static String unzipped(byte[] file) throws IOException {
        Path copy = Files.createTempFile("stalls", ".xlsx");
        Files.write(copy, file);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(copy);
        }
        return all.toString();
    }

    @Test
    void addsAProviderAsARow() {
        UUID admin = new TestAccounts(jdbc).account("a" + UUID.randomUUID(), Role.ADMIN, null);
        String code = "P" + System.nanoTime();
        assertThat(post(
                        admin,
                        "/admin/market-terms/provider",
                        "code",
                        code,
                        "nameVi",
                        "Ví mới " + code,
                        "nameEn",
                        "New wallet",
                        "enabled",
                        "true",
                        "position",
                        "7"))
                .hasRedirectedUrl("/admin/market-terms");
        assertThat(get(field.leaderAccount, "/field/stalls/" + stall("A", "1")))
                .bodyText()
                .contains("Ví mới " + code);
        assertThat(post(admin, "/admin/market-terms/provider", "code", "x", "nameVi", "a", "nameEn", "b"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(get(admin, "/admin/market-terms")).hasStatusOk().bodyText().contains(code);
        jdbc.sql("delete from pay_provider where code = ?").param(code).update();
    }

    private String stall(String line, String number) {
        UUID id = UUID.randomUUID();
        assertThat(post(
                        field.leaderAccount,
                        "/markets/" + market + "/stalls",
                        "id",
                        id,
                        "line",
                        line,
                        "number",
                        number,
                        "goods",
                        "Trái cây",
                        "trader",
                        "Trần Thị Bưởi",
                        "phone",
                        "0905 123 112"))
                .hasRedirectedUrl("/field/stalls/" + id);
        return id.toString();
    }

    private MvcTestResult get(UUID account, String path) {
        return mvc.get()
                .uri(path)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(UUID account, String path, Object... form) {
        var request = mvc.post().uri(path).with(csrf()).with(authentication(TestAccounts.signedIn(logins, account)));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(String.valueOf(form[i]), String.valueOf(form[i + 1]));
        }
        return request.exchange();
    }
}
