package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.tungnha.markets.TestCodes;

/** A market from its register to a stand on a stall: at the ward's desk, and stall after stall on the team's phone. */
class MarketWalkTests extends Journey {

    @Test
    void registersWalksCountsAndPrints() throws Exception {
        String name = "Chợ Thử " + System.nanoTime();
        Visitor ward = signedIn("tanchinh", Device.DESKTOP);
        Page desk = ward.page();
        ward.open("/markets/new");
        desk.locator("#name").fill(name);
        desk.locator("#address").fill("Đường Thử");
        desk.locator("#village").selectOption(village());
        desk.locator("main form button[data-busy]").click();
        assertThat(desk.locator("h1")).hasText(name);
        String market = ward.place();

        Visitor leader = signedIn("totruong33", Device.PHONE);
        Page phone = leader.page();
        for (String number : new String[] {"1", "2"}) {
            leader.open(market + "/stalls/new");
            phone.locator("#line").fill("A");
            phone.locator("#number").fill(number);
            leader.tap(phone.locator("#action button"));
            assertThat(phone.locator("#flash")).containsText("Đã thêm quầy A " + number);
        }
        leader.open("/field" + market);
        clean(phone);
        leader.tap(phone.locator("main details button"));
        assertThat(phone.locator("#flash")).containsText("Đã bắt đầu đợt mới");
        leader.tap(phone.locator("#action a"));
        assertThat(phone.locator("h1")).containsText("Quầy A 1");
        leader.tap(phone.locator(".tick:has(input[value='QR:MOMO'])"));
        clean(phone);
        leader.tap(phone.locator("#action button"));
        assertThat(phone.locator("#flash")).containsText("Đã lưu quầy A 1");
        assertThat(phone.locator("h1")).containsText("Quầy A 2");
        leader.tap(phone.locator("#action button"));
        assertThat(phone.locator("main")).containsText("đã tới 2/2 quầy");

        ward.open(market);
        assertThat(desk.locator("main")).containsText("50,0%");
        clean(desk);
        desk.locator(".mk-stalls a").first().click();
        clean(desk);
        byte[] payload = TestCodes.vietQr("970436", "0071000123456", "TRAN THI BUOI");
        desk.locator("#payload").fill(new String(payload, StandardCharsets.UTF_8));
        desk.locator("form:has(#payload) button").click();
        assertThat(desk.locator("main")).containsText("TRAN THI BUOI");
        clean(desk);
        desk.locator("main form button[data-busy]").click();
        desk.locator("a[href$='/stand']").click();
        assertThat(desk.locator("main")).containsText("Chợ Thử");
        clean(desk);
        assertThat(decoded(desk.screenshot())).isEqualTo(new String(payload, StandardCharsets.UTF_8));
    }

    private String village() {
        return sql.sql("""
                        select a.village_id::text from team_member m join account c on c.id = m.account_id
                        join team_area a on a.team_id = m.team_id and a.home and a.valid_to = '9999-12-31'
                        where c.username = 'totruong33' and m.left_on = '9999-12-31'""").query(String.class).single();
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
