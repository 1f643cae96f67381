package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of browser and whose eyes it is: the pages say what does not work, and stay readable. */
class PhoneBrowserTests extends PhoneJourney {

    private static final String LEADER = "totruong33";

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (Linux; Android 12; SM-A125F; wv) Chrome/120.0 Mobile Safari/537.36 Zalo android/12090555, Zalo, Chrome",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Zalo iOS/605, Zalo, Safari",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1, 7 ngày, MH chính"
    })
    void tellsHowToOpenOrInstallThePage(String agent, String title, String step) {
        Handset phone = handset(Device.PHONE.options().setUserAgent(agent)).signIn(LEADER);
        Page page = phone.open("/field").page();

        assertThat(page.locator("#notes h2")).containsText(title);
        assertThat(page.locator("#notes ol li")).hasCount(3);
        assertThat(page.locator("#notes ol")).containsText(step);
        page.locator("#notes button.link").tap();
        phone.open("/field");
        assertThat(page.locator("main")).isVisible();
        assertThat(page.locator("#notes h2")).hasCount(0);
    }

    @Test
    void offersToInstallWhereTheBrowserDoes() {
        Page page = handset(LEADER).open("/field").page();
        page.locator("#notes .callout")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        assertThat(page.locator("#notes .callout")).isHidden();
        page.evaluate("""
                () => {
                  const offer = new Event('beforeinstallprompt', { cancelable: true });
                  offer.prompt = async () => { globalThis.prompted = true; };
                  offer.userChoice = Promise.resolve({ outcome: 'accepted' });
                  dispatchEvent(offer);
                }""");

        page.locator("#notes .callout .btn").tap();

        assertThat(page.evaluate("() => globalThis.prompted")).isEqualTo(true);
    }

    @Test
    void staysReadableInLargeTypeOnASmallPhone() {
        Handset phone =
                handset(Device.PHONE.options().setViewportSize(320, 640)).signIn(LEADER);
        Page page = phone.open("/field/settings").page();
        page.locator("#storage").waitFor();
        page.locator("label:has(input[value=largest])").tap();
        String home = home(LEADER).get("household");

        for (String path : new String[] {
            "/field",
            "/field/search",
            "/field/outbox",
            "/field/settings",
            "/field/cards/scam-warning",
            "/field/households/" + home,
            "/field/households/" + home + "/visits/new"
        }) {
            phone.open(path);
            assertThat((String) page.evaluate("() => document.documentElement.className"))
                    .contains("type-largest");
            assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                    .as(path)
                    .isLessThanOrEqualTo(320);
        }
    }
}
