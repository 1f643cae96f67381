package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the first day costs on a line one pays for: every byte that comes down it, heads and the worker's own included. */
class PhoneBudgetTests extends Journey {

    private static final int HOUSEHOLDS = 300;
    private static final long MOST = 200 * 1024;
    private static final long MOST_OF_A_REFRESH = 20 * 1024;

    @Test
    void keepsTheFirstVisitSmall() {
        NeighbourTeam team = NeighbourTeam.ledBy("can.nang", "Tổ 29", sql);
        List<Long> areas = team.grow(HOUSEHOLDS);
        try (Relay line = new Relay(port());
                BrowserContext phone = Chromium.phone(Chromium.memory(), "http://localhost:" + line.port())) {
            Page page = phone.pages().get(0);
            KeptPhone.signIn(page, team.leader(), NeighbourTeam.PASSWORD);
            KeptPhone.untilKept(page);
            page.waitForFunction("() => document.fonts.status === 'loaded'");
            long first = line.received();

            page.navigate("/field");
            page.waitForLoadState();
            long again = line.received();
            // as if something had changed in every alley's order; the alleys themselves the phone has
            page.evaluate("""
                    async () => {
                      const { meta } = await import('/js/phone/store.js');
                      await meta.set('snapshot', { ...await meta.get('snapshot'), mark: null });
                      await (await import('/js/phone/stock.js')).refresh({ force: true });
                    }""");
            long refresh = line.received() - again;

            System.out.printf(
                    "%7d first visit with %d households%n%7d the page again%n%7d refresh%n",
                    first, households(page), again - first, refresh);
            assertThat(households(page)).isGreaterThanOrEqualTo(HOUSEHOLDS);
            assertThat(first).isBetween(60 * 1024L, MOST);
            assertThat(again - first + refresh).isBetween(1024L, MOST_OF_A_REFRESH);
        } finally {
            team.shrink(areas);
        }
    }

    private static int households(Page page) {
        return ((Number) page.evaluate("""
                        async () => (await (await import('/js/phone/stock.js')).stock()).homes.length""")).intValue();
    }
}
