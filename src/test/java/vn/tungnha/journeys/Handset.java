package vn.tungnha.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A phone of which one sees the queue too. Only what is sent can fail here: pages come as from a line just good enough. */
final class Handset implements AutoCloseable {

    private static final Pattern SENDING = Pattern.compile(".*/field/sync.*");

    private final BrowserContext context;
    private final Page page;
    private final String address;

    Handset(String address) {
        this(address, Device.PHONE.options());
    }

    Handset(String address, Browser.NewContextOptions like) {
        this.address = address;
        Browser.NewContextOptions options = like.setBaseURL(address);
        context = Chromium.browser().newContext(options.setServiceWorkers(ServiceWorkerPolicy.BLOCK));
        context.setDefaultTimeout(Chromium.PATIENCE);
        context.addInitScript("globalThis.tungnhaAnswer = " + (long) Chromium.PATIENCE);
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Handset signIn(String username) {
        return signIn(username, Journey.PASSWORD);
    }

    Handset signIn(String username, String password) {
        page.navigate("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("form button[type=submit]").last().click();
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    Handset open(String path) {
        page.navigate(path);
        return this;
    }

    String place() {
        return page.url().substring(address.length());
    }

    /** As if signed out elsewhere; no page is open that could ask for something at the same moment. */
    void forgetSession() {
        page.navigate("about:blank");
        context.clearCookies();
    }

    void cutTheLine() {
        context.route(SENDING, Route::abort);
    }

    void mendTheLine() {
        context.unroute(SENDING);
    }

    void outcome(String code) {
        page.locator("label.result", new Page.LocatorOptions().setHas(page.locator("input[value=" + code + "]")))
                .tap();
    }

    void save() {
        page.locator("#action button[type=submit]").tap();
    }

    void retry() {
        KeptPhone.sendNow(page);
    }

    Locator card(String id) {
        return page.locator("[data-entry='" + id + "']");
    }

    void act(String id, String act) {
        if (card(id).getAttribute("open") == null) {
            card(id).locator("summary").tap();
        }
        card(id).locator("[data-act=" + act + "]").tap();
    }

    /** Records visits through the page's own modules; they come to lie in the queue. */
    void record(List<String> ids, Map<String, String> told) {
        page.evaluate("""
                async ([ids, told]) => {
                  const { create } = await import('/js/phone/queue.js');
                  const { keep } = await import('/js/phone/sender.js');
                  for (const id of ids) {
                    const body = { id, householdId: told.household, teamId: told.team, outcome: 'ABSENT',
                      visitedAt: new Date().toISOString() };
                    await keep(create({ id, account: told.account, team: told.team, address: told.address,
                      householdId: told.household, outcome: 'ABSENT', storedAt: new Date().toISOString(), body }));
                    globalThis.kept?.(id);
                  }
                }""", List.of(ids, told));
    }

    /** Fetches the list of households as the page does once there is a worker. */
    void fetchList() {
        page.evaluate("async () => { await (await import('/js/phone/stock.js')).refresh({ force: true }); }");
    }

    /** Alleys of which the list is on the phone: all, or only those that can be read without the PIN. */
    int alleys(boolean readable) {
        return ((Number) page.evaluate("""
                        async (readable) => (await (await import('/js/phone/store.js')).alleys.all())
                          .filter((alley) => !readable || !alley.sealed).length""", readable)).intValue();
    }

    /** Sends until nothing waits any more, as an impatient person would. */
    void sendAll(int most) {
        for (int i = 0; i < most && count("waiting", "sending") > 0; i++) {
            page.evaluate("async () => { await (await import('/js/phone/sender.js')).send({ force: 'person' }); }");
        }
    }

    /** In one look: between two an entry may have gone from one state to the other. */
    int count(String... states) {
        return ((Number) page.evaluate("""
                        async (states) => (await (await import('/js/phone/store.js')).queue.all())
                          .filter((entry) => states.includes(entry.state)).length""", List.of(states))).intValue();
    }

    /** One field of an entry, as text. */
    String entry(String id, String field) {
        return String.valueOf(page.evaluate("""
                async ([id, field]) => {
                  const entry = await (await import('/js/phone/store.js')).queue.get(id);
                  return entry ? String(entry[field]) : 'none';
                }""", List.of(id, field)));
    }

    void waitFor(String id, String state) {
        page.waitForCondition(() -> entry(id, "state").equals(state));
    }

    @Override
    public void close() {
        context.close();
    }
}
