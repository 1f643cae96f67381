package vn.tungnha.journeys;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The pictures of the README, taken anew by {@code src/docs/screenshots.sh}. */
@EnabledIfSystemProperty(named = "tungnha.screenshots", matches = "true", disabledReason = "only on request")
class ScreenshotsTests extends Journey {

    private static final Path FOLDER = Path.of("target", "screenshots");

    @Test
    void takesThePhonePictures() {
        Visitor anybody = visitor(Device.PHONE);
        LoginPage.open(anybody);
        take(anybody, "login");
        Visitor leader = signedIn("totruong33", Device.PHONE);
        TodayPage today = TodayPage.open(leader);
        take(leader, "today");
        today.logNext().outcome("MET");
        take(leader, "visit");
        take(leader.open("/field/progress"), "progress");
    }

    @Test
    void takesTheDesktopPictures() {
        Visitor official = signedIn("tanchinh", Device.DESKTOP);
        take(official.open("/dashboard/20209"), "ward");
        take(official.open("/teams"), "teams");
        take(official.open("/indicators/E_ID_L2_ACTIVATED?unit=20209"), "indicator");
        take(official.open("/units/20209"), "units");
        take(signedIn("thanhkhe", Device.DESKTOP).open("/dashboard/KV-THANH-KHE"), "area");
    }

    private static void take(Visitor visitor, String name) {
        visitor.page().evaluate("() => document.fonts.ready");
        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
