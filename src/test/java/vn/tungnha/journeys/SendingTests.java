package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue outlives sessions, tokens, accounts, tabs and clocks. */
class SendingTests extends PhoneJourney {

    private static final String LEADER = "totruong33";
    private static final String MEMBER = "thanhvien33";

    @Test
    void waitsForTheLoginAndThenSendsEverything() {
        Handset phone = handset(LEADER).open("/field/outbox");
        List<String> visits = ids(3);
        phone.context().clearCookies();
        phone.record(visits, home(LEADER));
        phone.retry();

        Page page = phone.page();
        assertThat(page.locator(".banner")).containsText("Phiên đăng nhập đã hết");
        assertThat(page.locator(".banner")).containsText("Không mất lượt nào");
        page.locator(".banner .btn").tap();
        page.waitForURL(url -> url.contains("/login"));
        phone.signIn(LEADER);

        phone.open("/field/outbox");
        assertThat(page.locator(".sent-done h2")).hasText("Đã gửi 3 lượt thăm");
        assertStoredOnce(visits);
    }

    @Test
    void renewsAFormTokenThatIsGone() {
        Handset phone = handset(LEADER).open("/field/outbox");
        List<String> before = ids(1);
        phone.record(before, home(LEADER));
        phone.sendAll(5);
        phone.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("XSRF-TOKEN"));
        List<String> after = ids(2);
        phone.record(after, home(LEADER));

        phone.sendAll(5);

        assertStoredOnce(before);
        assertStoredOnce(after);
    }

    @Test
    void sendsNothingInTheNameOfSomebodyElse() {
        Handset phone = handset(LEADER).open("/field/outbox");
        phone.cutTheLine();
        List<String> leaders = ids(2);
        phone.record(leaders, home(LEADER));
        phone.forgetSession();
        phone.mendTheLine();
        phone.signIn(MEMBER).open("/field/outbox");
        List<String> members = ids(1);
        phone.record(members, home(MEMBER));
        phone.retry();
        phone.waitFor(members.get(0), "sent");

        assertThat(phone.page().locator("#outbox-live")).containsText("2 lượt");
        assertThat(phone.page().locator("#outbox-live")).containsText("đăng nhập");
        assertThat(phone.entry(leaders.get(0), "state")).isEqualTo("waiting");
        assertThat(number("select count(*) from visit where id::text = any(?)", leaders.toArray(String[]::new)))
                .isZero();

        phone.forgetSession();
        phone.signIn(LEADER).open("/field/outbox");
        phone.waitFor(leaders.get(1), "sent");
        assertStoredOnce(leaders);
        assertThat(number(
                        "select count(distinct recorded_by) from visit where id::text = any(?)",
                        new String[] {leaders.get(0), leaders.get(1), members.get(0)}))
                .isEqualTo(2);
    }

    @Test
    void sendsOnceFromTwoTabs() {
        Handset phone = handset(LEADER).open("/field/outbox");
        Page other = phone.context().newPage();
        other.navigate("/field/outbox");
        phone.cutTheLine();
        List<String> visits = ids(12);
        phone.record(visits, home(LEADER));
        phone.mendTheLine();

        String sending = "() => { import('/js/phone/sender.js').then((sender) => sender.send({ force: 'person' })); }";
        other.evaluate(sending);
        phone.page().evaluate(sending);
        phone.page().waitForCondition(() -> phone.count("sent") == visits.size());

        assertStoredOnce(visits);
        assertThat(phone.entry(visits.get(0), "tries")).isEqualTo("1");
        assertThat(other.locator(".sent-done")).isVisible();
    }

    /** Hours ahead or behind, while it recorded and while it sent. */
    @ParameterizedTest
    @ValueSource(ints = {5, -5})
    void setsTheHourRightWhenTheClockOfThePhoneIsWrong(int hours) {
        Handset phone = handset(LEADER);
        phone.context().addInitScript("""
                (() => {
                  const Right = Date;
                  const off = %d * 3600000;
                  globalThis.Date = class extends Right {
                    constructor(...told) { if (told.length) super(...told); else super(Right.now() + off); }
                    static now() { return Right.now() + off; }
                  };
                })()""".formatted(hours));
        phone.open("/field/outbox");
        List<String> visits = ids(2);
        Map<String, String> home = home(LEADER);
        phone.cutTheLine();
        phone.record(visits, home);
        phone.mendTheLine();
        phone.retry();
        phone.waitFor(visits.get(1), "sent");

        assertStoredOnce(visits);
        assertThat(seenAtTheRightHour(visits.get(0))).isTrue();

        // a page of the server's begins with the right time, whatever the phone thinks
        phone.open("/field/households/" + home(LEADER).get("household") + "/visits/new");
        phone.outcome("ABSENT");
        phone.save();
        phone.page().waitForURL(url -> url.contains("/field/outbox?sent="));
        assertThat(seenAtTheRightHour(phone.place().replaceAll(".*=", ""))).isTrue();
    }

    private boolean seenAtTheRightHour(String visit) {
        return Boolean.parseBoolean(text(
                "select (abs(extract(epoch from received_at - visited_at)) < 300)::text from visit where id = ?",
                visit));
    }
}
