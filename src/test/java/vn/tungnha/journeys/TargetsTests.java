package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A target of next year on its way from an area to its wards and back. */
class TargetsTests extends Journey {

    @Test
    void handsATargetDownWithWhatIsLeftInSightAndTakesItBack() {
        Visitor official = signedIn("quantri", Device.DESKTOP);
        Page page = official.page();
        String of = "?unit=KV-THANH-KHE&indicator=VISITS&period=" + (today().getYear() + 1);
        official.open("/targets/entry" + of);
        page.locator("#amount").fill("1.000");
        page.locator("#form button[type=submit]").click();
        assertThat(page.locator(".flash")).containsText("Đã lưu chỉ tiêu");

        official.open("/targets/cascade" + of + "&how=even");
        Locator left = page.locator("#cascade-left");
        assertThat(left).containsText("Đã giao đủ 1.000");
        Locator first = page.locator("#cascade input.num").first();
        assertThat(first).hasValue("500");
        first.fill("488");
        assertThat(left).containsText("Còn 12 chưa giao");
        first.fill("510");
        assertThat(left).containsText("Giao vượt 10");
        page.locator("#cascade button[data-busy]").click();

        assertThat(page.locator(".flash")).containsText("Đã giao 2 chỉ tiêu");
        Locator rows = page.locator("#target-rows tbody tr");
        assertThat(rows.first()).containsText("510");
        page.locator("[data-dialog=undo]").click();
        page.locator("#undo button[type=submit]").click();

        assertThat(page.locator(".flash")).containsText("Đã đặt lại 2 chỉ tiêu");
        assertThat(rows.first()).containsText("Chưa giao");
    }
}
