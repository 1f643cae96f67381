package vn.tungnha.journeys;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;

/** What one does with a phone that has a worker and a memory. */
final class KeptPhone {

    private KeptPhone() {}

    static void signIn(Page page, String username, String password) {
        page.navigate("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("form button[type=submit]").last().click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** The pages are on the phone, and the households too. */
    static void untilKept(Page page) {
        page.waitForCondition(
                () -> Boolean.TRUE.equals(page.evaluate("""
                        async () => Boolean((await navigator.serviceWorker.getRegistration('/field'))?.active
                          && navigator.serviceWorker.controller
                          && await (await import('/js/phone/store.js')).meta.get('snapshot'))""")), new Page.WaitForConditionOptions().setTimeout(120_000));
    }

    /** Asks for what waits to be sent; a phone that has seen the line come back is at it already, and offers no button. */
    static void sendNow(Page page) {
        Locator button = page.locator("[data-retry]");
        try {
            button.tap();
        } catch (TimeoutError e) {
            if (button.isVisible()) {
                throw e;
            }
        }
    }

    /** As the browser does when it sees a line: Background Sync, whether or not a page is open. */
    static void wakeTheWorker(Page page, String origin, String tag) {
        CDPSession browser = page.context().newCDPSession(page);
        List<JsonElement> workers = new ArrayList<>();
        browser.on("ServiceWorker.workerRegistrationUpdated", told -> {
            for (JsonElement one : told.getAsJsonArray("registrations")) {
                JsonObject registration = one.getAsJsonObject();
                if (registration.get("scopeURL").getAsString().startsWith(origin)) {
                    workers.add(registration.get("registrationId"));
                }
            }
        });
        browser.send("ServiceWorker.enable");
        page.waitForCondition(() -> !workers.isEmpty());
        JsonObject event = new JsonObject();
        event.addProperty("origin", origin);
        event.add("registrationId", workers.get(0));
        event.addProperty("tag", tag);
        event.addProperty("lastChance", false);
        browser.send("ServiceWorker.dispatchSyncEvent", event);
    }

    /** 400 kbit/s, and 400 ms there and back. */
    static void slow(CDPSession browser) {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 400 * 1000 / 8);
        line.addProperty("uploadThroughput", 400 * 1000 / 8);
        browser.send("Network.enable");
        browser.send("Network.emulateNetworkConditions", line);
    }
}
