package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A phone dies at any moment, while it stores or while it sends: what it said is saved is sent, and once. */
abstract class DyingPhone extends PhoneJourney {

    private static final String LEADER = "totruong33";
    private static final int VISITS = 200;

    private final ScheduledExecutorService fate = Executors.newSingleThreadScheduledExecutor();

    void losesNothing(int kills, Random chance) {
        List<String> visits = ids(VISITS);
        Map<String, String> home = home(LEADER);
        Set<String> saved = new LinkedHashSet<>();
        Path memory = Chromium.memory();
        for (int kill = 0; kill < kills; kill++) {
            boolean storing = kill % 3 < 2 && saved.size() < VISITS;
            try (KillableBrowser browser = KillableBrowser.start(memory)) {
                Page page = ready(browser, saved);
                fate.schedule(browser::kill, 50 + chance.nextInt(storing ? 600 : 1500), TimeUnit.MILLISECONDS);
                untilKilled(() -> {
                    if (storing) {
                        store(page, left(visits, saved), home);
                    } else {
                        send(page);
                    }
                });
            }
        }
        try (KillableBrowser browser = KillableBrowser.start(memory)) {
            Page page = ready(browser, saved);
            store(page, left(visits, saved), home);
            assertThat(saved).hasSize(VISITS);
            send(page);
            assertThat(states(page, visits)).containsOnly("sent");
            page.navigate(address() + "/field/outbox");
            page.waitForCondition(() -> page.locator("#sent-today .received").count() >= VISITS);
            assertThat(page.locator("#outbox-count").innerText()).isEmpty();
        } finally {
            fate.shutdownNow();
        }
        assertStoredOnce(visits);
    }

    private static void untilKilled(Runnable work) {
        try {
            work.run();
        } catch (PlaywrightException killed) {
            assertThat(killed.getMessage()).containsAnyOf("closed", "crashed", "disconnected");
        }
    }

    /** Signed in before the outbox; nothing goes out by itself yet. All that was saved is still there. */
    private Page ready(KillableBrowser browser, Set<String> saved) {
        Page page = browser.page();
        page.navigate(address() + "/login");
        page.locator("#username").fill(LEADER);
        page.locator("#password").fill(PASSWORD);
        page.locator("form button[type=submit]").last().click();
        page.waitForURL(url -> !url.contains("/login"));
        browser.context().route("**/field/sync**", Route::abort);
        page.navigate(address() + "/field/outbox");
        page.exposeFunction("kept", told -> saved.add(String.valueOf(told[0])));
        assertThat(states(page, List.copyOf(saved))).doesNotContain("none");
        return page;
    }

    private static void store(Page page, List<String> visits, Map<String, String> home) {
        page.evaluate("""
                async ([ids, told]) => {
                  const { create } = await import('/js/phone/queue.js');
                  const { keep } = await import('/js/phone/sender.js');
                  for (const id of ids) {
                    const body = { id, householdId: told.household, teamId: told.team, outcome: 'ABSENT',
                      visitedAt: new Date().toISOString() };
                    await keep(create({ id, account: told.account, team: told.team, address: told.address,
                      householdId: told.household, outcome: 'ABSENT', storedAt: new Date().toISOString(), body }));
                    await globalThis.kept(id);
                  }
                }""", List.of(visits, home));
    }

    private static void send(Page page) {
        page.context().unroute("**/field/sync**");
        page.evaluate("""
                async () => {
                  const { send } = await import('/js/phone/sender.js');
                  const { queue } = await import('/js/phone/store.js');
                  const left = async () => (await queue.all()).some((entry) => entry.state !== 'sent');
                  for (let i = 0; i < 20 && await left(); i++) await send({ force: 'person' });
                }""");
    }

    private static List<String> left(List<String> visits, Set<String> saved) {
        List<String> left = new ArrayList<>(visits);
        left.removeAll(saved);
        return left;
    }

    @SuppressWarnings("unchecked")
    private static List<String> states(Page page, List<String> visits) {
        return (List<String>) page.evaluate("""
                async (ids) => {
                  const { queue } = await import('/js/phone/store.js');
                  const all = new Map((await queue.all()).map((entry) => [entry.id, entry.state]));
                  return ids.map((id) => all.get(id) ?? 'none');
                }""", visits);
    }
}
