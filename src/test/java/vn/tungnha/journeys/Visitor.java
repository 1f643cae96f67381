package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser; whatever goes wrong behind the pages is kept, and told when the visitor leaves. */
final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> troubles = new ArrayList<>();
    private int expected;
    private int taps;

    Visitor(Device device, String address) {
        Browser.NewContextOptions options = device.options().setBaseURL(address);
        this.address = address;
        context = Chromium.browser().newContext(options);
        context.setDefaultTimeout(Chromium.PATIENCE);
        // a busy machine is no bad line: forms wait for their receipt before they go on
        context.addInitScript("globalThis.tungnhaAnswer = " + (long) Chromium.PATIENCE);
        context.onResponse(this::judge);
        context.onConsoleMessage(this::judge);
        context.onWebError(error -> troubles.add("script: " + error.error()));
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    String address() {
        return address;
    }

    /** Path and query of where one stands. */
    String place() {
        return page.url().substring(address.length());
    }

    /** From now on that status is no trouble. */
    Visitor expect(int status) {
        expected = status;
        return this;
    }

    Visitor open(String path) {
        page.navigate(path);
        return this;
    }

    /** On a page that has wholly arrived: one still arriving may push its bar under the finger. */
    void tap(Locator target) {
        taps++;
        page.waitForLoadState();
        target.tap();
    }

    int takeTaps() {
        int taken = taps;
        taps = 0;
        return taken;
    }

    /** Leaves in anger only where something failed. */
    @Override
    public void close() {
        context.close();
        assertThat(troubles).as("troubles behind the pages").isEmpty();
    }

    private void judge(Response response) {
        if (response.status() == expected) {
            return;
        }
        if (response.status() >= 500 || response.status() == 404 || response.status() == 403) {
            troubles.add(response.status() + " " + response.url());
        }
    }

    /** What a server refused is judged by its status; everything else a browser complains of counts, CSP above all. */
    private void judge(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            troubles.add("console: " + message.text() + " on " + page.url());
        }
    }
}
