package vn.tungnha.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How long the first visit takes on slow 3G; nothing is asserted, {@code src/docs/phone-measure.sh} keeps the figures. */
@EnabledIfSystemProperty(named = "tungnha.measure", matches = "true", disabledReason = "only on request")
class PhoneMeasureTests extends Journey {

    private static final String NEXT = "main .card-main a.btn";

    @Test
    void measuresTheFirstVisitOnASlowLine() {
        NeighbourTeam team = NeighbourTeam.ledBy("do.nhanh", "Tổ 34", sql);
        List<Long> areas = team.grow(300);
        try (BrowserContext phone = Chromium.phone(Chromium.memory(), "http://localhost:" + port())) {
            Page page = phone.pages().get(0);
            KeptPhone.signIn(page, team.leader(), NeighbourTeam.PASSWORD);
            BrowserContext fresh = Chromium.phone(Chromium.memory(), "http://localhost:" + port());
            fresh.addCookies(phone.cookies().stream()
                    .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                            .setDomain(cookie.domain)
                            .setPath(cookie.path))
                    .toList());
            Page first = fresh.pages().get(0);
            KeptPhone.slow(fresh.newCDPSession(first));
            double usable = Measured.seconds(() -> open(first));
            double kept = usable + Measured.seconds(() -> KeptPhone.untilKept(first));
            double again = Measured.seconds(() -> open(first));
            fresh.close();
            Measured.write(
                    "first `/field` at 400 kbit/s and 400 ms, nothing on the phone: next household to be seen and tapped",
                    usable,
                    today());
            Measured.write("the same until pages and 300 households are kept", kept, today());
            Measured.write("`/field` again at 400 kbit/s and 400 ms", again, today());
        } finally {
            team.shrink(areas);
        }
    }

    private static void open(Page page) {
        page.navigate("/field", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator(NEXT).first().click(new com.microsoft.playwright.Locator.ClickOptions().setTrial(true));
    }
}
