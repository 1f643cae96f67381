package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A heat table that is kept under a name, shown on a wall and taken away again; a chart that is saved as a picture. */
class BoardsTests extends Journey {

    @Test
    void keepsAViewShowsItOnAWallAndTakesItAway() {
        Visitor official = signedIn("thanhkhe", Device.DESKTOP);
        Page page = official.page();
        official.open("/dashboard/KV-THANH-KHE");
        page.locator(".subtabs a", new Page.LocatorOptions().setHasText("Bảng nhiệt"))
                .click();
        assertThat(page.locator(".heat tbody tr")).hasCount(3);
        Download table = page.waitForDownload(
                () -> page.locator("button[aria-label^='Tải ảnh PNG']").first().click());
        Assertions.assertThat(table.suggestedFilename()).endsWith(".png");
        Assertions.assertThat(page.evaluate("() => document.querySelectorAll('.picture').length"))
                .as("nothing is left in the page")
                .isEqualTo(0);
        keep(page, "Bảng nhiệt của khu vực");
        official.open("/dashboard/KV-THANH-KHE/matrix?view=spread");
        keep(page, "Phân bố của khu vực");
        Download picture =
                page.waitForDownload(() -> page.locator("[data-png]").first().click());
        Assertions.assertThat(picture.suggestedFilename()).matches("spread-.*\\.png");

        official.open("/views");
        page.locator("form[action='/views/wall'] button").click();
        Locator title = page.locator("#wall h1");
        assertThat(title).containsText("Bảng nhiệt");
        page.locator("[data-pause]").click();
        assertThat(page.locator("[data-pause]")).containsText("Chạy tiếp");
        page.locator("[data-step]").last().click();
        assertThat(title).containsText("phân bố");
        assertThat(page.locator("#wall-time")).containsText("Số liệu lúc");
        assertThat(page.locator("[data-pause]")).containsText("Chạy tiếp");

        official.open("/views");
        Locator own = page.locator("[aria-labelledby=own-views] .item");
        assertThat(own).hasCount(2);
        own.first()
                .locator("button", new Locator.LocatorOptions().setHasText("Xóa"))
                .click();
        assertThat(own).hasCount(1);
        page.locator(".flash button").click();
        assertThat(own).hasCount(2);
    }

    private static void keep(Page page, String name) {
        page.locator(".views > summary").click();
        page.locator("#view-name").fill(name);
        page.locator(".views button").click();
        assertThat(page.locator(".flash")).containsText(Pattern.compile("Đã lưu"));
    }
}
