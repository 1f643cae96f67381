package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever becomes of the phone, nobody else reads the list of households on it, and no visit is lost. */
class PrivatePhoneTests extends PhoneJourney {

    private static final String PIN = "2468";

    private NeighbourTeam team;
    private Handset phone;
    private Page page;

    @BeforeEach
    void aLeaderHasThePhone() {
        team = NeighbourTeam.ledBy("rieng-" + UUID.randomUUID(), "Tổ 30", sql);
        phone = handset(Device.PHONE.options()).signIn(team.leader(), NeighbourTeam.PASSWORD);
        page = phone.page();
        phone.open("/field/settings").fetchList();
        assertThat(phone.alleys(true)).isPositive();
    }

    @Test
    void asksForThePinWhenThePhoneLayIdle() {
        page.locator("#pin-new").fill("12");
        page.locator("#pin-form button[type=submit]").tap();
        assertThat(page.locator("#pin-form .f-error:visible")).hasText("Mã PIN cần 4 đến 6 chữ số.");
        page.locator("#pin-new").fill(PIN);
        page.locator("#pin-form button[type=submit]").tap();
        assertThat(page.locator("#pin [data-state]")).hasText("Đã lưu mã PIN.");
        assertThat(phone.alleys(true)).isZero();
        phone.open("/field");
        assertThat(page.locator("main")).isVisible();

        leaveIdle();
        phone.open("/field");
        type("1111");
        assertThat(page.locator("dialog.lock .f-error")).hasText("Mã chưa đúng. Còn 4 lần thử.");
        assertThat(page.locator("main")).not().isVisible();
        type(PIN);

        assertThat(page.locator("dialog.lock")).hasCount(0);
        assertThat(page.locator("main")).isVisible();
    }

    @Test
    void wipesTheListAfterFiveWrongPinsAndKeepsWhatWaits() {
        List<String> visits = lockedWith(2);
        for (int left = 4; left > 0; left--) {
            type("1111");
            assertThat(page.locator("dialog.lock .f-error")).containsText("Còn " + left);
        }
        type("1111");

        assertThat(page.locator("dialog.lock h2")).hasText("Sai 5 lần: danh sách đã xóa khỏi máy");
        assertThat(phone.alleys(false)).isZero();
        sendsAfterTheNextLogin(visits);
    }

    @Test
    void opensAfterAForgottenPinByANewLoginOnly() {
        List<String> visits = lockedWith(1);
        page.locator("dialog.lock button.link").tap();

        assertThat(page.locator("dialog.lock h2")).hasText("Danh sách đã xóa khỏi máy");
        assertThat(phone.alleys(false)).isZero();
        phone.open("/field");
        assertThat(page.locator("dialog.lock h2")).hasText("Danh sách đã xóa khỏi máy");
        sendsAfterTheNextLogin(visits);
    }

    @Test
    void asksBeforeSigningOutWithVisitsUnsent() {
        phone.cutTheLine();
        List<String> visits = ids(2);
        phone.record(visits, team.home());
        page.locator("#logout button").tap();
        assertThat(page.locator("#unsent h2")).hasText("Còn 2 lượt chưa gửi");
        page.locator("#unsent [data-send]").tap();
        assertThat(page.locator("#unsent [data-trouble]")).hasText("Chưa gửi được 2 lượt.");
        page.locator("#unsent [data-keep]").tap();

        assertThat(page.locator("dialog.lock h2")).hasText("Đã đăng xuất trên máy này");
        assertThat(phone.alleys(false)).as("without a line too").isZero();
        phone.open("/field");
        assertThat(page.locator("dialog.lock h2")).isVisible();
        assertThat(page.locator("main")).not().isVisible();
        phone.mendTheLine();
        goOn();

        page.waitForURL(url -> url.endsWith("/login?logout"));
        assertThat(phone.alleys(false)).isZero();
        // what a sending under way did not take waits for the next login
        phone.signIn(team.leader(), NeighbourTeam.PASSWORD)
                .open("/field/outbox")
                .sendAll(5);
        assertStoredOnce(visits);
    }

    /** A hasty thumb is faster than the page's own script, which has the phone's memory to open first. */
    @Test
    void asksBeforeThePageIsReadyToo() {
        phone.cutTheLine();
        phone.record(ids(1), team.home());
        String script = "**/phone/pages/settings.js";
        phone.context().route(script, Route::abort);
        phone.open("/field/settings");
        phone.context().unroute(script);

        page.locator("#logout button").tap();

        page.waitForURL(url -> url.endsWith("/field/settings?leave"));
        assertThat(page.locator("#unsent h2")).hasText("Còn 1 lượt chưa gửi");
    }

    /** The page also goes on by itself once there is a line. */
    private void goOn() {
        try {
            page.evaluate("() => document.querySelector('dialog.lock button')?.click()");
        } catch (PlaywrightException goingOn) {
            assertThat(goingOn.getMessage()).contains("navigation");
        }
    }

    @Test
    void keepsUnsentVisitsForTheNextLogin() {
        phone.context().route("**/field/sync/visits", Route::abort);
        List<String> visits = ids(2);
        phone.record(visits, team.home());
        page.locator("#logout button").tap();
        page.locator("#unsent [data-keep]").tap();

        page.waitForURL(url -> url.endsWith("/login?logout"));
        page.waitForCondition(() -> phone.alleys(false) == 0);
        assertThat(phone.count("waiting", "sending")).isEqualTo(2);
        phone.context().unroute("**/field/sync/visits");
        phone.signIn(team.leader(), NeighbourTeam.PASSWORD)
                .open("/field/outbox")
                .sendAll(5);
        assertStoredOnce(visits);
    }

    @Test
    void asksWhereverOneSignsOut() {
        phone.context().route("**/field/sync/visits", Route::abort);
        phone.record(ids(1), team.home());
        phone.open("/account");
        page.locator("main form[action='/logout'] button").tap();

        page.waitForURL(url -> url.endsWith("/field/settings?leave"));
        assertThat(page.locator("#unsent h2")).hasText("Còn 1 lượt chưa gửi");
    }

    @Test
    void wipesAPhoneTheWardCutOffAndStillSendsWhatItHolds() {
        phone.cutTheLine();
        List<String> visits = ids(2);
        phone.record(visits, team.home());
        String device = String.valueOf(page.evaluate("async () => (await import('/js/phone/store.js')).device()"));
        assertThat(sql.sql("update device set revoked_at = now() where id = ?")
                        .param(UUID.fromString(device))
                        .update())
                .isEqualTo(1);
        phone.mendTheLine();

        phone.open("/field");

        page.waitForURL(url -> url.endsWith("/login?revoked"));
        assertThat(page.locator("main [role=status]:visible")).containsText("Phường đã ngừng máy này");
        page.waitForCondition(() -> phone.alleys(false) == 0);
        assertStoredOnce(visits);
        assertThat(number(
                        "select count(*) from visit where attention like '%REVOKED%' and id::text = any(?)",
                        visits.toArray(String[]::new)))
                .isEqualTo(2);
    }

    @Test
    void wipesTheListOfAPhoneNobodyUsedForWeeks() {
        phone.cutTheLine();
        phone.record(ids(1), team.home());
        page.evaluate("""
                async () => {
                  await (await import('/js/phone/store.js')).meta.set('used', Date.now() - 15 * 86400000);
                }""");

        phone.open("/field");

        page.waitForCondition(() -> phone.alleys(false) == 0);
        assertThat(phone.count("waiting")).isEqualTo(1);
        assertThat(page.locator("#sync")).containsText("1 lượt chờ gửi");
    }

    private List<String> lockedWith(int visits) {
        phone.cutTheLine();
        List<String> ids = ids(visits);
        phone.record(ids, team.home());
        page.evaluate("async (pin) => { await (await import('/js/phone/pin.js')).set(pin); }", PIN);
        leaveIdle();
        phone.open("/field");
        assertThat(page.locator("dialog.lock h2")).containsText("Đang khóa");
        return ids;
    }

    private void sendsAfterTheNextLogin(List<String> visits) {
        assertThat(phone.count("waiting")).isEqualTo(visits.size());
        page.locator("dialog.lock button:visible").tap();
        assertThat(page.locator("dialog.lock [role=status]")).hasText("Cần có mạng để đăng nhập lại.");
        phone.mendTheLine();
        page.locator("dialog.lock button:visible").tap();
        page.waitForURL(url -> url.contains("/login"));
        phone.signIn(team.leader(), NeighbourTeam.PASSWORD)
                .open("/field/outbox")
                .sendAll(5);
        assertThat(page.locator("dialog.lock")).hasCount(0);
        assertThat(phone.count("sent"))
                .as("%s %s", phone.entry(visits.get(0), "state"), phone.entry(visits.get(0), "reason"))
                .isEqualTo(visits.size());
        assertStoredOnce(visits);
    }

    private void leaveIdle() {
        page.evaluate("() => localStorage.setItem('tn-used', String(Date.now() - 16 * 60000))");
    }

    private void type(String pin) {
        page.locator("#pin-ask").fill(pin);
        page.locator("dialog.lock button[type=submit]").tap();
        page.waitForFunction("() => !document.getElementById('pin-ask')?.value");
    }
}
