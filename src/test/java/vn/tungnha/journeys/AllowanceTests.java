package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A month's money on its way from the days of a team to the sheet that is signed and locked. */
class AllowanceTests extends Journey {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void goesFromTheDaysOfATeamToALockedSheet() throws IOException {
        Visitor leader = signedIn("totruong33", Device.PHONE);
        leader.open("/field/days");
        assertClean(leader.page());
        leader.tap(leader.page().locator("button[form=days-form]"));
        assertThat(leader.page().locator(".flash")).containsText("Đã xác nhận bảng công");

        Visitor official = signedIn("tanchinh", Device.DESKTOP);
        Page page = official.page();
        official.open("/allowances");
        assertThat(page.locator("main")).containsText("Hỗ trợ hoạt động của tổ: 300.000 đ");
        // a month that nobody else closes
        String month = YearMonth.from(today()).minusMonths(3).toString();
        official.open("/allowances?period=" + month);
        assertClean(page);
        page.locator("tbody .lead a").first().click();
        assertClean(page);
        page.locator("td.worked a").first().click();
        String cell = official.place();
        String day = cell.replaceAll(".*day=([-0-9]{10}).*", "$1");
        assertThat(page.locator("main")).containsText("không theo kế hoạch");

        official.open("/allowances?period=" + month);
        page.locator("#plans summary").last().click();
        page.locator("#plan-day").fill(day);
        page.locator("#plan-title").fill("Ra quân hỗ trợ người dân");
        page.locator("form:has(#plan-title) button").click();
        assertThat(page.locator(".flash")).containsText("Đã thêm ngày");
        official.open(cell);
        assertThat(page.locator("main")).containsText("Được chi 50.000 đ");
        page.locator("#strike").fill("Hôm đó đi họp ở phường");
        page.locator("form:has(#strike) button").click();
        assertThat(page.locator("main")).containsText("Đã gạch bỏ, không chi");
        assertClean(page);

        official.open("/allowances?period=" + month);
        try (var book = new XSSFWorkbook(
                Files.newInputStream(downloaded(page, "sheet.xlsx").path()))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(8).getStringCellValue())
                    .isEqualTo("Thành tiền (đồng)");
        }
        try (var paper = Loader.loadPDF(downloaded(page, "sheet.pdf").path().toFile())) {
            assertThat(new PDFTextStripper().getText(paper)).contains("BẢNG CHI HỖ TRỢ", "Bằng chữ:", "Ký nhận");
        }

        Visitor chairman = signedIn("chutich", Device.DESKTOP);
        chairman.open("/allowances?period=" + month);
        chairman.page().locator("main a[href^='/reports?']").first().click();
        Locator anyway = chairman.page().locator("#lock-anyway");
        if (anyway.count() > 0) {
            anyway.check();
        }
        chairman.page().locator("#lock button[type=submit]").click();
        assertThat(chairman.page().locator(".flash")).containsText("Đã khóa");
        chairman.open("/allowances?period=" + month);
        assertThat(chairman.page().locator("main")).containsText("Theo bản khóa");
        assertClean(chairman.page());
    }

    private static Download downloaded(Page page, String file) {
        return page.waitForDownload(
                () -> page.locator("a[download][href*='" + file + "']").click());
    }

    private static void assertClean(Page page) {
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .isEmpty();
    }
}
