package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tungnha.shared.Release;
import vn.tungnha.shared.VietnameseText;

/** One visit with a line, then a day without: also after the browser was closed and opened again. */
class OfflineDayTests extends Journey {

    private static final String NEXT = "body:not([data-shell]) main .card-main .key";
    private static final String LEADER = "khong.mang";

    @Autowired
    private Release release;

    @Test
    void worksAllDayOnWhatOneVisitLeft() {
        NeighbourTeam.ledBy(LEADER, "Tổ 31", sql);
        Path memory = Chromium.memory();
        try (Relay line = new Relay(port())) {
            String address = "http://localhost:" + line.port();
            UUID first;
            try (BrowserContext phone = Chromium.phone(memory, address)) {
                Page page = phone.pages().get(0);
                KeptPhone.signIn(page, LEADER, NeighbourTeam.PASSWORD);
                String next = page.locator(NEXT).innerText();
                KeptPhone.untilKept(page);

                line.cut();
                page.navigate("/field");
                assertThat(page.locator(".list-of")).isVisible();
                assertThat(page.locator(NEXT)).hasText(next);
                first = visitNext(page);
                assertThat(page.locator("#outbox-count")).hasText("1");
            }
            UUID second;
            try (BrowserContext phone = Chromium.phone(memory, address)) {
                Page page = phone.pages().get(0);
                page.navigate("/field");
                assertThat(page.locator(".h-wait").first()).isVisible();
                assertThat(page.locator("svg.ring text")).containsText("1/");
                second = visitNext(page);
                assertThat(page.locator("#outbox-count")).hasText("2");
                assertThat(absent(first) + absent(second)).isZero();
                opensEverythingElse(page);

                line.mend();
                page.navigate("/field/outbox");
                KeptPhone.sendNow(page);
                page.waitForCondition(() -> absent(first) + absent(second) == 2);
                assertThat(page.locator(".sent-done h2")).hasText("Đã gửi 2 lượt thăm");
            }
        }
    }

    /** The phone is of yesterday's release, records without a line, and comes back to today's. */
    @Test
    void sendsWhatItKeptBeforeANewRelease() {
        NeighbourTeam team = NeighbourTeam.ledBy("ban.cu", "Tổ 32", sql);
        String today = "\"release\":\"" + release.value() + "\"";
        try (Relay line = new Relay(port());
                BrowserContext phone = Chromium.phone(Chromium.memory(), "http://localhost:" + line.port())) {
            line.forge(today, today.replaceAll("[0-9a-f](?=[0-9a-f]*\"$)", "0"));
            Page page = phone.pages().get(0);
            KeptPhone.signIn(page, team.leader(), NeighbourTeam.PASSWORD);
            KeptPhone.untilKept(page);
            assertThat(releases(page)).containsExactly("tn-000000000000");
            line.cut();
            page.navigate("/field");
            UUID household = visitNext(page);

            line.forge("", "");
            line.mend();
            page.navigate("/field/outbox");
            KeptPhone.sendNow(page);
            page.waitForCondition(() -> absent(household) == 1);
            page.navigate("/field");
            page.waitForCondition(() -> releases(page).equals(List.of("tn-" + release.value())));

            line.cut();
            page.navigate("/field");
            assertThat(page.locator(NEXT)).isVisible();
        }
    }

    /** Every page is closed when the line comes back: the browser wakes the worker. */
    @Test
    void sendsFromTheBackgroundOnceThereIsALine() {
        NeighbourTeam team = NeighbourTeam.ledBy("nen.gui", "Tổ 35", sql);
        try (Relay line = new Relay(port());
                BrowserContext phone = Chromium.phone(Chromium.memory(), "http://localhost:" + line.port())) {
            Page page = phone.pages().get(0);
            KeptPhone.signIn(page, team.leader(), NeighbourTeam.PASSWORD);
            KeptPhone.untilKept(page);
            line.cut();
            page.navigate("/field");
            UUID household = visitNext(page);
            page.navigate("about:blank");
            line.mend();

            KeptPhone.wakeTheWorker(page, "http://localhost:" + line.port(), "tungnha");

            page.waitForCondition(() -> absent(household) == 1);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> releases(Page page) {
        return (List<String>) page.evaluate("() => caches.keys()");
    }

    /** From the household at the door to what was kept: page, form, saved. */
    private UUID visitNext(Page page) {
        String next = page.locator(NEXT).innerText();
        String link = page.locator("main .card-main a.btn").first().getAttribute("href");
        UUID household = UUID.fromString(link.replaceAll(".*/households/([^/]+)/.*", "$1"));
        page.navigate("/field/households/" + household);
        assertThat(page.locator("h1")).containsText(next);
        page.locator(".action-bar a").tap();
        page.waitForURL(url -> url.endsWith("/visits/new"));
        page.locator("label.result", new Page.LocatorOptions().setHas(page.locator("input[value=ABSENT]")))
                .tap();
        page.locator("#action button[type=submit]").tap();
        page.waitForURL(url -> url.contains("/field/outbox"));
        assertThat(page.locator(".banner")).containsText("Đã lưu trên máy");
        return household;
    }

    private long absent(UUID household) {
        return sql.sql("select count(*) from visit where household_id = ? and visited_on = ? and outcome = 'ABSENT'")
                .params(household, today())
                .query(Long.class)
                .single();
    }

    private static void opensEverythingElse(Page page) {
        page.navigate("/field");
        String other = page.locator("body:not([data-shell]) main .lines a.item b")
                .first()
                .innerText();
        assertThat(other).isNotBlank();
        page.navigate("/field/search");
        page.locator("#q").fill(VietnameseText.fold(other));
        assertThat(page.locator("main ul.rows li").first()).containsText(other);
        page.navigate("/field/cards/vneid-level-2");
        assertThat(page.locator("main article:visible")).hasCount(1);
        page.waitForFunction("() => [...document.querySelectorAll('main article:not([hidden]) img')]"
                + ".every((picture) => picture.naturalWidth > 0)");
        page.navigate("/field/settings");
        assertThat(page.locator("#storage")).containsText("mở được khi mất mạng");
        page.navigate("/field/progress");
        assertThat(page.locator("main .empty")).isVisible();
    }
}
