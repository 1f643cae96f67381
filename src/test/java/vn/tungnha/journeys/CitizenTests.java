package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Somebody without login finds the team, asks for a visit, and reads the answer; the ward and the team do their part. */
class CitizenTests extends Journey {

    /** Longer than the three seconds in which only programs fill a form. */
    private static final int LEAST_MILLIS = 3_200;

    @Test
    void findsTheTeamAsksForAVisitAndReadsTheAnswer() {
        String need = "Nhờ cài lại VNeID " + System.nanoTime();
        Visitor citizen = visitor(Device.PHONE);
        Page phone = citizen.page();
        citizen.open("/public");
        clean(phone);
        phone.locator("#q").fill("K112/14 Hải Phòng");
        citizen.tap(phone.locator(".door-search button"));
        assertThat(phone.locator(".door-team h2").first()).containsText("Tổ 33");
        clean(phone);
        narrow(phone);
        citizen.tap(
                phone.locator(".door-team .door-do a[href*='/public/request']").first());
        phone.locator("#name").fill("Bà Sen");
        phone.locator("#phone").fill("0905 123 456");
        phone.locator("#address").fill("K112/14 Hải Phòng");
        phone.locator("#village").selectOption("");
        phone.locator("#words").fill(need);
        phone.locator("input[name=agreed]").check();
        clean(phone);
        narrow(phone);
        phone.waitForTimeout(LEAST_MILLIS);
        citizen.tap(phone.locator(".door-form button[type=submit]"));
        assertThat(phone.locator("#code-text")).isVisible();
        String code = phone.locator("#code-text").innerText();
        clean(phone);

        Visitor ward = signedIn("tanchinh", Device.DESKTOP);
        Page desk = ward.page();
        ward.open("/requests");
        clean(desk);
        desk.locator("main table a", new Page.LocatorOptions().setHasText(need)).click();
        assertThat(desk.locator("main")).containsText("0905 123 456");
        clean(desk);
        String page = ward.place();
        desk.locator("#team").selectOption(team());
        desk.locator("form[action$='/assignment'] button").click();
        assertThat(desk.locator(".flash")).containsText("Đã giao cho tổ");

        Visitor leader = signedIn("totruong33", Device.PHONE);
        leader.open("/field/requests");
        clean(leader.page());
        leader.open("/field" + page);
        clean(leader.page());
        assertThat(leader.page().locator("main")).containsText(need);
        leader.page().locator("#words").fill("Sáng Thứ Bảy tổ đến nhà bà.");
        leader.tap(leader.page().locator("button[formaction$='/answer']"));
        assertThat(leader.page().locator("#flash")).containsText("Đã lưu câu trả lời");

        citizen.open("/public/track");
        phone.locator("#code").fill(code.toLowerCase(Locale.ROOT));
        citizen.tap(phone.locator(".door-form button"));
        assertThat(phone.locator("main")).containsText("Sáng Thứ Bảy tổ đến nhà bà.");

        Visitor reader = visitor(Device.DESKTOP);
        for (String path : new String[] {"/public/units/20209", "/public/warnings", "/public/data", "/public/how-to"}) {
            reader.open(path);
            clean(reader.page());
            narrow(reader.page());
        }
    }

    private String team() {
        return sql.sql("""
                        select m.team_id::text from team_member m join account a on a.id = m.account_id
                        where a.username = 'totruong33' and m.left_on = '9999-12-31'""").query(String.class).single();
    }

    private static void narrow(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(page.url() + " stays within the screen")
                .isTrue();
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
