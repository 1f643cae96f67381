package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A member without an account: the ward prints a card, the phone reads it, and the number is remembered. */
class CardLoginTests extends Journey {

    private static final String PIN = "246813";

    @Test
    void bringsAMemberInByTheCardAndAgainByThePhoneNumber() throws Exception {
        Visitor official = signedIn("tanchinh", Device.DESKTOP);
        Page desk = official.open("/teams/accounts").page();
        Locator first = desk.locator("tbody tr", new Page.LocatorOptions().setHas(desk.locator("input:enabled")))
                .first();
        String name = first.locator("th").innerText();
        desk.evaluate("() => document.querySelectorAll('tbody input:checked').forEach((box) => box.click())");
        first.locator("input").check();
        desk.locator("main form button[type=submit]").first().click();
        Locator card = desk.locator(".login-card");
        assertThat(card).hasCount(1);
        assertThat(card).containsText(name);
        String code = read(card.locator("svg").first().screenshot());
        assertThat(code).startsWith(official.address() + "/card/");

        Visitor member = visitor(Device.PHONE);
        Page phone = member.open(code.substring(official.address().length())).page();
        assertThat(phone.locator("h1")).containsText(name);
        String number = phone.locator("p.small.second").innerText().replaceAll("\\D", "");
        phone.locator("#pin").fill(PIN);
        phone.locator("#repeat").fill("246814");
        enter(phone);
        assertThat(phone.locator(".has-error .f-error:visible")).hasCount(1);
        phone.locator("#pin").fill(PIN);
        phone.locator("#repeat").fill(PIN);
        enter(phone);
        phone.waitForURL(url -> url.endsWith("/field"));

        Visitor later = visitor(Device.PHONE);
        LoginPage.open(later).signIn(number, PIN);
        assertThat(later.place()).startsWith("/field");
        Visitor finder = visitor(Device.PHONE).expect(404);
        finder.open(code.substring(official.address().length()));
        assertThat(finder.page().locator("h1")).containsText("Thẻ này không còn dùng được");
    }

    private static void enter(Page phone) {
        phone.locator("form button[type=submit]").last().tap();
    }

    /** As a phone's camera would, from what stands on the sheet. */
    private static String read(byte[] picture) throws IOException, ReaderException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var seen = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                .getText();
    }
}
