package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody is typed a second time: seen while typing, saved all the same, merged side by side, and parted again. */
class DuplicatesTests extends Journey {

    @Test
    void mergesWhomSomebodyEnteredTwiceAndPartsThemAgain() {
        Visitor officer = signedIn("tanchinh", Device.DESKTOP);
        Page page = officer.page();
        officer.open("/households/new");
        page.locator("[name=kind][value=HOUSEHOLD]").check();
        page.locator("#village")
                .selectOption(page.locator("#village option").last().getAttribute("value"));
        page.locator("#alley").fill("Kiệt 997 Trần Cao Vân");
        page.locator("#number").fill("5");
        page.locator("#name").fill("Tôn Nữ Quỳnh Hoa");
        page.locator("#birthYear").fill("1957");
        save(page);
        assertThat(page).hasURL(Pattern.compile(".*/households/[0-9a-f-]{36}$"));

        page.locator("a[href$='/residents/new']").first().click();
        page.locator("#name").pressSequentially("ton nu quynh hoa");
        page.locator("#birthYear").pressSequentially("1957");
        Locator alike = page.locator("#alike");
        assertThat(alike).containsText("Tôn Nữ Quỳnh Hoa");
        assertThat(alike).containsText("một bên viết không dấu, năm sinh 1957, cùng hộ");
        save(page);

        assertThat(page.locator("h1")).hasText("Có thể đã có trong sổ");
        page.locator("a", new Page.LocatorOptions().setHasText("Đúng là người này"))
                .click();
        assertThat(page.locator("h1")).hasText("Có phải một người?");
        page.locator("form[action*='/duplicates/residents/'] button").click();
        assertThat(page.locator(".flash")).containsText("Đã gộp làm một");

        page.locator(".flash a").click();
        Locator merged = page.locator(".item", new Page.LocatorOptions().setHasText("Tôn Nữ Quỳnh Hoa"));
        merged.first().locator("button").click();
        assertThat(page.locator(".flash")).containsText("Đã tách lại");
        assertThat(merged.first()).containsText("Đã tách lại");
    }

    private static void save(Page page) {
        page.locator("form.card button[type=submit]").click();
    }
}
