package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first visit of the day's page costs on a slow line, with everything it leaves on the phone. */
@Tag("drill")
class PhoneBudgetTests extends Journey {

    private static final int HOUSEHOLDS = 300;
    private static final long MOST = 200 * 1024;
    private static final long MOST_OF_A_REFRESH = 20 * 1024;
    private static final double USABLE_WITHIN = 6;

    @Test
    void keepsTheFirstVisitSmallAndQuick(@TempDir Path profile) {
        List<UUID> added = settle();
        try (Relay line = new Relay(port());
                BrowserContext phone = Chromium.phone(profile, "http://localhost:" + line.port())) {
            Page page = phone.pages().get(0);
            signIn(page, line);
            // what the login page brought counts too: nothing of it is asked for again
            long before = 0;
            slow(phone.newCDPSession(page));
            double began = System.nanoTime();
            page.navigate(
                    "/field",
                    new Page.NavigateOptions()
                            .setWaitUntil(com.microsoft.playwright.options.WaitUntilState.DOMCONTENTLOADED));
            page.locator("main .card-main a.btn").first().waitFor();
            double usable = (System.nanoTime() - began) / 1e9;
            untilKept(page);
            long first = line.received() - before;
            page.evaluate("async () => (await import('/js/phone/stock.js')).refresh({ force: true })");
            long refresh = line.received() - before - first;

            System.out.printf(
                    "| first visit, %d households | %.1f KB |%n| refresh | %.1f KB |%n| usable at 400 kbit/s, 400 ms | %.1f s |%n",
                    HOUSEHOLDS, first / 1024.0, refresh / 1024.0, usable);
            assertThat(first).isLessThanOrEqualTo(MOST);
            assertThat(refresh).isLessThanOrEqualTo(MOST_OF_A_REFRESH);
            assertThat(usable).isLessThanOrEqualTo(USABLE_WITHIN);
        } finally {
            for (String table : List.of("resident where household_id", "household where id")) {
                sql.sql("delete from " + table + " = any(?)")
                        .param(added.toArray(UUID[]::new))
                        .update();
            }
        }
    }

    /** Team 33 gets as many households as a large team has, with three persons each. */
    private List<UUID> settle() {
        long village = sql.sql("""
                        select a.village_id from team_area a join team_member m on m.team_id = a.team_id
                        join account c on c.id = m.account_id and c.username = 'totruong33'
                        where a.home and a.valid_to = '9999-12-31'""").query(Long.class).single();
        List<UUID> ids = sql.sql("""
                        insert into household (id, version, kind, village_id, alley, number, sort_key, search, status, registered_on, created_at)
                        select gen_random_uuid(), 0, 'HOUSEHOLD', :village, 'Kiệt ' || (200 + n / 12) || ' Hải Phòng', (n % 12 + 1)::text,
                               'z' || to_char(n, 'FM000'), 'kiet', 'ACTIVE', '2026-01-01', now()
                        from generate_series(1, cast(:count as int)
                             - (select count(*)::int from household where village_id = :village and status = 'ACTIVE')) n
                        returning id""")
                .param("village", village)
                .param("count", HOUSEHOLDS)
                .query(UUID.class)
                .list();
        sql.sql("""
                        insert into resident (id, version, household_id, name, search, birth_year, sex, householder, status, created_at)
                        select gen_random_uuid(), 0, h.id,
                               (array['Nguyễn','Trần','Lê','Phạm','Đặng','Võ','Huỳnh'])[1 + abs(hashtext(h.id::text || n)) % 7] || ' '
                               || (array['Văn','Thị','Hữu','Ngọc','Minh'])[1 + abs(hashtext(n || h.id::text)) % 5] || ' '
                               || (array['An','Bình','Châu','Dũng','Hoa','Lan','Sáu','Tâm','Việt'])[1 + abs(hashtext(h.id::text)) % 9],
                               '', 1950 + abs(hashtext(h.id::text)) % 50, case when n = 2 then 'FEMALE' else 'MALE' end, n = 1, 'PRESENT', now()
                        from household h, generate_series(1, 3) n where h.id = any(:ids)""").param("ids", ids.toArray(UUID[]::new)).update();
        assertThat(ids).isNotEmpty();
        return ids;
    }

    private void signIn(Page page, Relay line) {
        page.navigate("/login");
        page.locator("#username").fill("totruong33");
        page.locator("#password").fill(PASSWORD);
        page.locator(".login form button[type=submit]").last().click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    private static void untilKept(Page page) {
        page.waitForFunction(
                "async () => navigator.serviceWorker.controller"
                        + " && Boolean(await (await import('/js/phone/store.js')).meta.get('snapshot'))",
                null,
                new Page.WaitForFunctionOptions().setTimeout(120_000).setPollingInterval(500));
    }

    private static void slow(CDPSession browser) {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 400 * 1024 / 8);
        line.addProperty("uploadThroughput", 400 * 1024 / 8);
        browser.send("Network.enable");
        browser.send("Network.emulateNetworkConditions", line);
    }
}
