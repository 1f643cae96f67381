package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** An indicator from the idea to its card, and back again. */
class DefinitionTests extends Journey {

    @Test
    void definesPreviewsPublishesAndTakesBack() {
        Visitor admin = signedIn("quantri", Device.DESKTOP);
        Page page = admin.page();
        admin.open("/admin/indicators/new");
        page.locator("#code").fill("TRIED_OUT");
        page.locator("#nameVi").fill("Tỷ lệ hồ sơ thử");
        page.locator("#nameEn").fill("Dossiers tried");
        page.locator("[id='v0.numerator']").fill("DOSSIERS_ONLINE");
        page.locator("[id='v0.denominator']").fill("max(DOSSIERS_RECEIVED, DOSSIERS_RECIEVED)");
        page.locator("main form button[data-busy]").click();
        assertThat(page.locator(".errors")).containsText("không có số liệu mã DOSSIERS_RECIEVED");
        clean(page);

        page.locator("[id='v0.denominator']").fill("max(DOSSIERS_RECEIVED, DOSSIERS_ONLINE)");
        page.locator("main form button[data-busy]").click();
        admin.open("/admin/indicators/TRIED_OUT/preview?unit=KV-THANH-KHE&period="
                + YearMonth.from(today()).minusMonths(1));
        assertThat(page.locator("#preview-rows tbody tr").first()).containsText("%");
        clean(page);

        page.locator("#from").fill(today().minusYears(1).withDayOfYear(1).toString());
        page.locator("#reason").fill("Thử cách tính mới");
        page.locator("#publish button[type=submit]").click();
        assertThat(page.locator(".flash")).containsText("Đã áp dụng");
        clean(page);
        admin.open("/indicators/TRIED_OUT?unit=KV-THANH-KHE&period="
                + YearMonth.from(today()).minusMonths(1));
        assertThat(page.locator(".formula")).containsText("số lớn nhất trong (Hồ sơ tiếp nhận trong kỳ");
        clean(page);

        admin.open("/admin/indicators/TRIED_OUT");
        page.locator("form[action$=withdrawal] input[name=reason]").fill("Chỉ thử");
        page.locator("form[action$=withdrawal] button").click();
        assertThat(page.locator(".flash")).containsText("Đã thu hồi");
        page.locator("form[action$=discarding] button").click();
        assertThat(page.locator(".flash")).containsText("Đã bỏ bản nháp");
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
