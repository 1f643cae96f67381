package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ward's monthly report on its way from the figures to the register. */
class PaperTests extends Journey {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void writesSendsAndNumbersAReport() throws IOException {
        Visitor official = signedIn("tanchinh", Device.DESKTOP);
        Page page = official.page();
        official.open("/reports/papers?period=" + YearMonth.from(today()).minusMonths(1));
        assertThat(page.locator(".report")).containsText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .isEmpty();

        page.locator(".report-part textarea").last().fill("Mở 04 lớp tại nhà sinh hoạt cộng đồng.");
        page.locator("button[data-busy]").first().click();
        assertThat(page.locator(".report-own").last()).containsText("Mở 04 lớp");

        page.locator("#send button").click();
        assertThat(page.locator(".flash")).containsText("Đã lưu báo cáo");
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .isEmpty();
        Download word =
                page.waitForDownload(() -> page.locator("a[download]").first().click());
        assertThat(Files.size(word.path())).isGreaterThan(5_000);

        page.locator("#number").fill("25/BC-UBND");
        page.locator("#dated").fill(today().toString());
        page.locator("main form .btn-2").last().click();
        assertThat(page.locator("main")).containsText("Số 25/BC-UBND");
    }
}
