package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A list worked through without a mouse: search, rows, a cell in its place, many rows and all of it back. */
class DeskSpeedTests extends Journey {

    private static final String RESPONSIBLE = "Hội Người cao tuổi (thử)";

    @Test
    void worksThroughAListByKeysAndTakesItBack() {
        List<String> found = new ArrayList<>();
        Visitor officer = signedIn("tanchinh", Device.DESKTOP);
        Page page = officer.page();
        officer.open("/teams");
        press(page, "?");
        assertThat(page.locator("#keys")).isVisible();
        AccessibilityTests.examine(officer, found);
        press(page, "Escape");
        assertThat(page.locator("#keys")).isHidden();
        press(page, "/");
        assertThat(page.locator("#top-search")).isFocused();
        page.keyboard().type("to jkxe");
        assertThat(page.locator("#top-search")).hasValue("to jkxe");
        page.locator("#top-search").fill("tan chinh");
        press(page, "Enter");
        assertThat(page.locator("h1")).containsText("Tìm “tan chinh”");
        press(page, "j");
        Locator hit = page.locator("main ul.rows a").first();
        assertThat(hit).isFocused();
        String wanted = hit.getAttribute("href");
        press(page, "Enter");
        page.waitForURL(url -> url.endsWith(wanted));

        press(page, "g");
        press(page, "t");
        assertThat(page.locator("h1")).hasText("Tổ và thành viên");
        Locator rows = page.locator("main tbody tr");
        press(page, "j");
        press(page, "j");
        assertThat(rows.nth(1).locator(".lead a")).isFocused();
        String before = rows.nth(1).locator(".cell-wide").innerText();
        press(page, "e");
        assertThat(page.locator(".cell-form input.in")).isFocused();
        AccessibilityTests.examine(officer, found);
        press(page, "Escape");
        assertThat(page.locator(".cell-form")).hasCount(0);
        assertThat(rows.nth(1).locator(".cell-edit").first()).isFocused();
        press(page, "e");
        page.locator(".cell-form input.in").fill(RESPONSIBLE);
        press(page, "Enter");
        assertThat(page.locator("#flash")).containsText("Đã lưu");
        assertThat(rows.nth(1)).containsText(RESPONSIBLE);
        page.locator("#flash button").click();
        assertThat(page.locator("#flash")).containsText("Đã hoàn tác");
        assertThat(rows.nth(1).locator(".cell-wide")).hasText(before.strip());

        press(page, "j");
        press(page, "x");
        press(page, "j");
        press(page, "x");
        assertThat(page.locator("[data-ticked]")).hasText("Đã chọn 2");
        page.locator("#bulk-edit").selectOption("responsible");
        page.locator(".desk-do button").click();
        assertThat(page.locator("main")).containsText("2 dòng sẽ được đổi");
        AccessibilityTests.examine(officer, found);
        page.locator("#value").fill(RESPONSIBLE);
        press(page, "Enter");
        assertThat(page.locator("#flash")).containsText("đã đổi 2 dòng");
        assertThat(page.locator("main tbody tr", new Page.LocatorOptions().setHasText(RESPONSIBLE)))
                .hasCount(2);
        page.locator("#flash button").click();
        assertThat(page.locator("#flash")).containsText("Đã hoàn tác 2 dòng");
        assertThat(page.locator("main tbody tr", new Page.LocatorOptions().setHasText(RESPONSIBLE)))
                .hasCount(0);

        assertThat(found).isEmpty();
    }

    /** On a phone there are no ticks and no keys, and the list is all there. */
    @Test
    void keepsTheListWholeOnAPhone() {
        Page page = signedIn("tanchinh", Device.PHONE).open("/teams").page();
        assertThat(page.locator("main tbody .ticking").first()).isHidden();
        assertThat(page.locator("main tbody .lead a").first()).isVisible();
        Locator columns = page.locator(".desk-bar details:has(.desk-columns) > summary");
        columns.tap();
        assertThat(page.locator(".desk-columns")).isVisible();
        assertThat(page.locator(".desk-bar a[download]"))
                .hasAttribute("href", Pattern.compile("/lists/teams/table\\.xlsx.*"));
        Number wide = (Number) page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(wide.intValue()).isLessThanOrEqualTo(390);
    }

    private static void press(Page page, String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
    }
}
