package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A list nobody could guess goes in: its columns are corrected, refused rows are mended here and in Excel, and all is taken back. */
class ImportTests extends Journey {

    private static final String LIST = "DANH SÁCH TỔ 33;;;;\n"
            + "Người đứng tên;Nơi ở;Nhà số;Sinh\n"
            + "NGUYỄN VĂN SÁU;Kiệt thử nghiệm;T1/14;1958\n"
            + "Lê Thị Bông;Kiệt thử nghiệm;T1/16;19510\n"
            + "Võ Thị Mai;Kiệt thử nghiệm;T1/18;năm 79?\n";

    @Test
    void repairsAnUglyListAndTakesItBack() throws IOException {
        Visitor officer = signedIn("tanchinh", Device.DESKTOP);
        Page page = officer.page();
        send(officer, "ho.csv", LIST.getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("h1")).containsText("Hộ dân");
        choose(page, "A", "householder");
        choose(page, "B", "alley");
        choose(page, "C", "alley");
        page.locator("#columns .btn:not(.btn-2)").click();
        assertThat(page.locator(".errors")).containsText("Hai cột cùng ghép");
        choose(page, "C", "number");
        choose(page, "D", "birthYear");
        page.locator("#columns .btn:not(.btn-2)").click();
        assertThat(page.locator(".row-bad input").first()).hasValue("19510");
        Locator wrong = page.locator("tr:has-text('T1/18') input");
        wrong.fill("1979");
        wrong.press("Enter");
        assertThat(page.locator("#flash")).containsText("đã kiểm tra lại");
        page.locator("form[action$=storing] button").click();
        assertThat(page.locator("#import-job")).containsText("Đã nhập 2 dòng");

        Download refused = page.waitForDownload(
                () -> page.locator("a[href$='refused.xlsx']").click());
        send(officer, "can-sua.xlsx", mended(refused));
        page.locator("form[action$=storing] button").click();
        assertThat(page.locator("#import-job")).containsText("Đã nhập 1 dòng");
        takeBack(page, 1);

        officer.open("/imports");
        page.locator("td.lead a").nth(1).click();
        takeBack(page, 2);
    }

    private static void takeBack(Page page, int households) {
        page.locator("a[href$='/undo']").click();
        assertThat(page.locator("main")).containsText(households + " hộ");
        page.locator("#reason").fill("Thử xong");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#import-job")).containsText("Đã gỡ: %1$d hộ, %1$d người".formatted(households));
    }

    private static void send(Visitor officer, String name, byte[] content) {
        officer.open("/imports/households");
        officer.page().setInputFiles("input[type=file]", new FilePayload(name, "application/octet-stream", content));
        officer.page().locator("main form button[type=submit]").click();
    }

    private static void choose(Page page, String letter, String meaning) {
        page.locator("select[aria-label*='cột " + letter + ",']").selectOption(meaning);
    }

    private static byte[] mended(Download refused) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(refused.createReadStream());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    if (cell.toString().equals("19510")) {
                        cell.setCellValue("1951");
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
