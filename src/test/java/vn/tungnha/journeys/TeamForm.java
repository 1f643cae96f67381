package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;

/** The ward's way to a new team: the team with its village, its leader, the leader's account. */
record TeamForm(Visitor visitor) {

    record FirstLogin(String username, String password) {}

    static TeamForm open(Visitor visitor) {
        visitor.open("/teams");
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thêm tổ"))
                .first()
                .click();
        return new TeamForm(visitor);
    }

    /** Answers the number of the new team. */
    String establish(String name, int village, LocalDate day) {
        Page page = visitor.page();
        page.locator("#name").fill(name);
        page.locator("#homeVillage").selectOption("new");
        page.locator("#villageKind").selectOption("TDP");
        page.locator("#villageNumber").fill(String.valueOf(village));
        page.locator("#decisionNumber").fill("501/QĐ-UBND");
        page.locator("#decisionDate").fill(day.toString());
        page.locator("#establishedOn").fill(day.toString());
        press("Lưu và nhập thành viên");
        page.waitForURL(url -> url.endsWith("/members/new"));
        return visitor.place().split("/")[2];
    }

    void addLeader(String name, String phone, LocalDate day) {
        Page page = visitor.page();
        page.locator("#name").fill(name);
        page.locator("input[name=role][value=LEADER]").check();
        page.locator("#phone").fill(phone);
        page.locator("#joinedOn").fill(day.toString());
        press("Lưu");
        assertThat(page.locator("#members")).isVisible();
    }

    FirstLogin openAccount(String leader) {
        Page page = visitor.page();
        page.locator("tr", new Page.LocatorOptions().setHasText(leader))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(page.locator("#temporary-password")).isVisible();
        return new FirstLogin(
                page.locator("code.key.num").innerText().replace(" ", ""),
                page.locator("#temporary-password").innerText());
    }

    private void press(String button) {
        visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
