package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One visit with a line, then a day without: also after the browser was closed and opened again. */
@Tag("drill")
class OfflineDayTests extends Journey {

    private static final String HOUSE = "main .lines a.item";

    @Test
    void worksAllDayOnWhatOneVisitLeft(@TempDir Path profile) {
        try (Relay line = new Relay(port())) {
            String address = "http://localhost:" + line.port();
            String visited;
            try (BrowserContext phone = Chromium.phone(profile, address)) {
                Page page = phone.pages().get(0);
                signIn(page);
                page.navigate("/field");
                untilKept(page);
                String next = page.locator("main .card-main .key").innerText();

                line.cut();
                page.navigate("/field");
                assertThat(page.locator(".list-of")).isVisible();
                assertThat(page.locator("main .card-main .key")).hasText(next);
                visited = householdOf(page);
                page.navigate("/field/households/" + visited);
                assertThat(page.locator("h1")).containsText(next);
                page.locator(".action-bar a").tap();
                assertThat(page.locator("#visit-form input[name=outcome]")).hasCount(4);
                page.locator("input[name=outcome][value=ABSENT]").check();
                page.locator("button[form=visit-form]").tap();
                page.waitForURL(url -> url.contains("/field/outbox"));
            }
            try (BrowserContext phone = Chromium.phone(profile, address)) {
                Page page = phone.pages().get(0);
                page.navigate("/field");
                assertThat(page.locator(".h-wait").first()).isVisible();
                assertThat(page.locator("svg.ring text")).containsText("1/");
                String other = page.locator(HOUSE).first().locator("b").first().innerText();
                page.navigate("/field/search");
                page.locator("#q").fill(withoutMarks(other));
                assertThat(page.locator("main ul.rows li").first()).containsText(other);
                page.navigate("/field/progress");
                assertThat(page.locator("main .empty")).isVisible();

                line.mend();
                page.navigate("/field/outbox");
                page.waitForCondition(
                        () -> stored(visited) == 1, new Page.WaitForConditionOptions().setTimeout(60_000));
            }
        }
    }

    private void signIn(Page page) {
        page.navigate("/login");
        page.locator("#username").fill("totruong33");
        page.locator("#password").fill(PASSWORD);
        page.locator("form button[type=submit]").last().click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** The pages are on the phone, and the households too. */
    private static void untilKept(Page page) {
        page.waitForFunction("async () => (await import('/js/phone/store.js')).meta.get('snapshot')"
                + ".then((told) => Boolean(told) && Boolean(navigator.serviceWorker.controller))");
    }

    private static String householdOf(Page page) {
        String link = page.locator("main .card-main a.btn").first().getAttribute("href");
        return link.replaceAll(".*/households/([^/]+)/.*", "$1");
    }

    private static String withoutMarks(String name) {
        return vn.tungnha.shared.VietnameseText.fold(name);
    }

    private long stored(String household) {
        return sql.sql(
                        "select count(*) from visit where household_id = ?::uuid and visited_on = ? and outcome = 'ABSENT'")
                .params(household, today())
                .query(Long.class)
                .single();
    }
}
