package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A contest from its plan to its end: the organiser's desk, the big screen, a phone without an account; then a vote. */
class ContestDayTests extends Journey {

    private final List<String> found = new ArrayList<>();

    @Test
    void holdsAContestOnPhonesUnderTheEyesOfTheHall() {
        String name = "Hội thi " + System.nanoTime();
        Visitor ward = signedIn("tanchinh", Device.DESKTOP);
        Page desk = ward.page();
        ward.open("/contests/new");
        desk.locator("#name").fill(name);
        desk.locator("main form button[data-busy]").click();
        assertThat(desk.locator("h1")).hasText(name);
        String contest = ward.place();
        desk.locator("#draw").fill("2");
        desk.locator("#seconds").fill("300");
        desk.locator("form[action$='/rounds'] button[type=submit]").click();
        assertThat(desk.locator("#choose input:checked")).hasCount(2);
        ward.open(contest);
        desk.locator("#open").click();
        assertThat(desk.locator(".flash")).containsText("Đã mở hội thi");

        Visitor hall = signedIn("chutich", Device.DESKTOP);
        Page screen = hall.open(contest + "/screen").page();
        assertThat(screen.locator(".con-counts b").first()).hasText("0");
        String address = screen.locator("#address").innerText();

        Visitor player = visitor(Device.PHONE);
        Page phone = player.open(address.substring(player.address().length())).page();
        AccessibilityTests.examine(player, found);
        phone.locator("#nickname").fill("Cô Hoa tổ 33");
        player.tap(phone.locator("main form button"));
        assertThat(phone.locator("main")).containsText("Chờ ban tổ chức");
        assertThat(screen.locator(".con-counts b").first()).hasText("1");
        desk.locator("form[action$='/start'] button").click();
        phone.locator("form[action$='/next'] button").waitFor();
        player.tap(phone.locator("form[action$='/next'] button"));
        assertThat(phone.locator("[data-clock]")).isVisible();
        AccessibilityTests.examine(player, found);
        for (int question = 0; question < 2; question++) {
            assertThat(phone.locator("[data-clock]")).hasText(Pattern.compile("\\d+"));
            assertThat(phone.locator(".con-answers")).hasCount(0);
            player.tap(phone.locator(".con-option").first());
            player.tap(phone.locator("form[action$='/answers'] button"));
            assertThat(phone.locator(".con-answers .is-right").first()).isVisible();
            if (question == 0) {
                AccessibilityTests.examine(player, found);
                player.tap(phone.locator("form[action$='/next'] button"));
            }
        }
        assertThat(phone.locator("main")).containsText("Đã xong vòng này");
        assertThat(screen.locator(".con-board-lines")).containsText("Cô Hoa tổ 33");
        assertThat(screen.locator(".con-counts b").nth(1)).hasText("2");
        AccessibilityTests.examine(hall, found);

        ward.open(contest);
        desk.locator("a[data-dialog=close]").click();
        desk.locator("#close button[type=submit]").click();
        assertThat(desk.locator(".flash")).containsText("Đã kết thúc");
        assertThat(screen.locator(".con-now")).hasText("Hội thi đã kết thúc");
        assertThat(phone.locator("main")).containsText("Cảm ơn đã tham gia");

        ward.open(contest + "/results");
        assertThat(desk.locator("tbody tr")).hasCount(1);
        assertThat(found).isEmpty();
    }

    @Test
    void tellsTheHallOnlyWhatTwoPersonsHaveCounted() {
        Visitor ward = signedIn("tanchinh", Device.DESKTOP);
        Page desk = ward.page();
        ward.open("/contests/votes/new");
        String title = "Biểu quyết " + System.nanoTime();
        desk.locator("#title").fill(title);
        desk.locator("main form button[data-busy]").click();
        assertThat(desk.locator("h1")).hasText(title);
        String vote = ward.place();
        Visitor hall = signedIn("chutich", Device.DESKTOP);
        Page screen = hall.open(vote + "/screen").page();
        count(desk, 20, 5, 3);
        assertThat(screen.locator(".con-now")).containsText("1/2");
        assertThat(screen.locator("#live")).not().containsText("20");
        Visitor leader = signedIn("chutich", Device.PHONE);
        Page second = leader.open(vote).page();
        count(second, 19, 6, 3);
        assertThat(second.locator("#differences")).isVisible();
        AccessibilityTests.examine(leader, found);
        count(second, 20, 5, 3);
        ward.open(vote);
        count(desk, 20, 5, 3);
        assertThat(desk.locator(".flash")).containsText("khớp nhau");
        assertThat(screen.locator("#live")).containsText("71,4%");
        AccessibilityTests.examine(hall, found);
        assertThat(found).isEmpty();
    }

    private static void count(Page page, int... votes) {
        page.locator("#handedOut").fill("30");
        page.locator("#valid").fill("28");
        page.locator("#invalid").fill("2");
        for (int option = 0; option < votes.length; option++) {
            page.locator("#vote-" + option).fill(String.valueOf(votes[option]));
        }
        page.locator("form[action$='/counts'] button[type=submit]").click();
        page.waitForLoadState();
    }
}
