package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A month on its way from the team's report to the lock, and what comes after it. */
class ClosingTests extends Journey {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Locator.FilterOptions late = new Locator.FilterOptions().setHasText("thay đổi sau khóa");

    @Test
    void closesAMonthAndWritesDownWhatComesLate() {
        // a month of which the demonstration has no reports
        String month = YearMonth.from(today()).minusMonths(2).toString();
        Visitor leader = signedIn("totruong33", Device.PHONE);
        handIn(leader, month, "Sóng yếu ở kiệt sâu");

        Visitor official = signedIn("tanchinh", Device.DESKTOP);
        Page desk = official.page();
        official.open("/reports?show=WAITING&period=" + month);
        desk.locator("tbody .lead a").first().click();
        assertThat(desk.locator("main")).containsText("Sóng yếu ở kiệt sâu");
        desk.locator("#comment").fill("Ghi thêm số buổi hỗ trợ");
        desk.locator("form:has(#comment) button").click();
        assertThat(desk.locator(".flash")).containsText("Đã trả lại");

        leader.open("/field/report?period=" + month);
        assertThat(leader.page().locator("main")).containsText("Ghi thêm số buổi hỗ trợ");
        handIn(leader, month, "Sóng yếu ở kiệt sâu; đã hỗ trợ 4 buổi");

        Visitor chairman = signedIn("chutich", Device.DESKTOP);
        Page page = chairman.page();
        chairman.open("/reports?period=" + month);
        assertThat(page.locator("#lock")).containsText("1 báo cáo đã nộp mà chưa duyệt");
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .isEmpty();
        official.open("/reports?show=WAITING&period=" + month);
        desk.locator("input[name=teams]").check();
        desk.locator("form[action$='/reports/approval'] button[type=submit]").click();
        assertThat(desk.locator(".flash")).containsText("Đã duyệt 1 báo cáo");

        chairman.open("/reports?period=" + month);
        page.locator("#lock-anyway").check();
        page.locator("#lock button[type=submit]").click();
        assertThat(page.locator(".flash")).containsText("Đã khóa");

        official.open("/indicators/reported?period=" + month);
        desk.locator("details:has(#v-CONTESTS)").evaluate("it => it.open = true");
        desk.locator("#v-CONTESTS").fill("3");
        desk.locator("#source").fill("Phòng Văn hóa - Xã hội");
        desk.locator("#capturedOn").fill(today().toString());
        desk.locator("form:has(#v-CONTESTS) button[type=submit]").click();
        assertThat(desk.locator(".flash")).isVisible();

        chairman.open("/reports?period=" + month);
        page.locator("main a").filter(late).click();
        assertThat(page.locator("main")).containsText("Cuộc thi, hội thi về kỹ năng số: từ chưa có thành 3");
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .isEmpty();
    }

    private static void handIn(Visitor leader, String month, String difficulties) {
        leader.open("/field/report?period=" + month);
        leader.page().locator("#difficulties").fill(difficulties);
        leader.page().locator("button[name=handIn]").click();
        assertThat(leader.page().locator(".flash")).containsText("Đã nộp báo cáo");
    }
}
