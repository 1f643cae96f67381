package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** {@code /login}, and the change of the first password behind it. */
record LoginPage(Visitor visitor) {

    static LoginPage open(Visitor visitor) {
        visitor.open("/login");
        return new LoginPage(visitor);
    }

    void signIn(String username, String password) {
        Page page = visitor.page();
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập"))
                .click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    void changeFirstPassword(String temporary, String chosen) {
        Page page = visitor.page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Đổi mật khẩu");
        page.locator("#present").fill(temporary);
        page.locator("#password").fill(chosen);
        page.locator("#repeat").fill(chosen);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu mật khẩu"))
                .click();
        page.waitForURL(url -> !url.contains("/account/password"));
    }
}
