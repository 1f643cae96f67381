package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A session from its plan to the paper that says who was there, at the ward's desk and on the phones of the team. */
class ActivityDayTests extends Journey {

    @Test
    void plansAssignsChecksInClosesAndCertifies() throws Exception {
        String title = "Hướng dẫn VNeID " + System.nanoTime();
        Visitor ward = signedIn("tanchinh", Device.DESKTOP);
        Page desk = ward.page();
        ward.open("/activities/new?day=" + today());
        desk.locator("#kind").selectOption("OUTREACH");
        desk.locator("#title").fill(title);
        desk.locator("#place").fill("Nhà văn hóa tổ 33");
        desk.locator("#from").fill("00:00");
        desk.locator("#until").fill("23:59");
        desk.locator("#team").selectOption(team());
        clean(desk);
        desk.locator("main form button[data-busy]").click();
        assertThat(desk.locator("h1")).hasText(title);
        String page = ward.place();
        desk.locator("#duty input[type=checkbox]").first().check();
        desk.locator("#duty button[type=submit]").click();
        assertThat(desk.locator(".flash")).containsText("Đã phân công");
        clean(desk);

        ward.open(page + "/door");
        clean(desk);
        assertThat(desk.locator("svg.act-qr")).isVisible();
        String address = desk.locator("#door-address").innerText();
        assertThat(decoded(desk.screenshot())).isEqualTo(address);

        Visitor member = signedIn("thanhvien33", Device.PHONE);
        member.open(address.substring(ward.address().length()));
        clean(member.page());
        member.tap(member.page().locator("main form button"));
        assertThat(member.page().locator("#flash")).containsText(title);

        Visitor leader = signedIn("totruong33", Device.PHONE);
        Page phone = leader.page();
        leader.open("/field");
        assertThat(phone.locator("main")).containsText(title);
        leader.open("/field" + page);
        assertThat(phone.locator("#presence")).containsText("quét mã");
        leader.tap(phone.locator("#presence li label").first());
        leader.tap(phone.locator("#presence-form button"));
        assertThat(phone.locator("#flash")).containsText("Đã lưu điểm danh");
        phone.locator("#others").fill("12");
        phone.locator("input[name=happy]").fill("9");
        leader.tap(phone.locator("#closing button[type=submit]"));
        assertThat(phone.locator("#flash")).containsText("Đã ghi kết quả");
        clean(phone);

        ward.open(page);
        assertThat(desk.locator(".stats")).containsText("12 người chỉ đếm đầu");
        clean(desk);
        Download paper = desk.waitForDownload(
                () -> desk.locator("#presence a[download]").last().click());
        try (var pdf = Loader.loadPDF(Files.readAllBytes(paper.path()))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("GIẤY XÁC NHẬN", "Đã tham dự");
        }
        ward.open("/activities?view=MONTH&day=" + today());
        clean(desk);
    }

    private String team() {
        return sql.sql("""
                        select m.team_id::text from team_member m join account a on a.id = m.account_id
                        where a.username = 'totruong33' and m.left_on = '9999-12-31'""").query(String.class).single();
    }

    private static String decoded(byte[] picture) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static void clean(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(AccessibilityTests.RULES)
                        .analyze()
                        .getViolations())
                .as(page.url())
                .isEmpty();
    }
}
