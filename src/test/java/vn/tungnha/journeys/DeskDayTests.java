package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A morning at the market without a line: a desk opened, people counted and one met by name, all of it sent later. */
@Tag("slow")
class DeskDayTests extends Journey {

    @Test
    void notesPeopleAtADeskWithoutALine(@TempDir Path profile) {
        try (Relay line = new Relay(port());
                BrowserContext phone = Chromium.phone(profile, "http://localhost:" + line.port())) {
            Page page = phone.pages().get(0);
            page.navigate("/login");
            page.locator("#username").fill("totruong33");
            page.locator("#password").fill(PASSWORD);
            page.locator("form button[type=submit]").last().click();
            page.waitForURL(url -> !url.contains("/login"));
            page.navigate("/field");
            // a promise counts as true for waitForFunction, so each is waited for here
            page.waitForCondition(() -> (Boolean) page.evaluate("""
                    async () => (await navigator.serviceWorker.ready).active.state === 'activated'
                      && Boolean(await (await import('/js/phone/store.js')).meta.get('snapshot'))"""));

            line.cut();
            page.navigate("/field/desk");
            page.locator("#desk-name").fill("Chợ Thuận Thành");
            page.locator("#desk-topic").selectOption("E_ID");
            page.locator("button[form=desk-form]").tap();
            page.waitForURL(url -> url.matches(".*/field/desk/[0-9a-f-]{36}"));
            UUID desk = UUID.fromString(page.url().substring(page.url().length() - 36));

            page.locator("nav.seg a").last().tap();
            page.locator(".is-first [data-step='1']").tap();
            page.locator(".is-first [data-step='1']").tap();
            page.locator("button[form=count-form]").tap();
            assertThat(page.locator("[data-sum=turns]")).hasText("2");
            page.locator(".is-first [data-step='1']").tap();
            page.locator("button[form=count-form]").tap();
            assertThat(page.locator("[data-sum=turns]")).hasText("3");
            page.locator("#flash button").tap();
            assertThat(page.locator("[data-sum=turns]")).hasText("2");

            page.locator("nav.seg a").first().tap();
            page.locator("#q").fill("nguyen");
            page.locator("#desk-found a").first().tap();
            page.locator("button[form=visit-form]").tap();
            page.waitForURL(url -> url.endsWith(desk.toString()));
            assertThat(page.locator("[data-sum=persons]")).hasText("1");
            assertThat(page.locator("#desk-own")).containsText("đã lưu trên máy");

            line.mend();
            page.navigate("/field/outbox");
            page.waitForCondition(
                    () -> number("select count(*) from visit where place = 'DESK' and desk_id = ?", desk) == 1);
            page.waitForCondition(() -> turns(desk) == 2);
            assertThat(page.locator("#outbox-live")).containsText("Đã gửi");
        }
    }

    private long turns(UUID desk) {
        return number("""
                select coalesce(sum(t.turns), 0) from desk_count n join desk_turns t on t.count_id = n.id
                where n.desk_id = ? and n.withdrawn_at is null""", desk);
    }

    private long number(String query, UUID desk) {
        return sql.sql(query).param(desk).query(Long.class).single();
    }
}
