package vn.tungnha.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** One visit with everything ever said of it. */
record VisitPage(Visitor visitor) {

    VisitFormPage correct() {
        visitor.tap(visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sửa lượt thăm")));
        return new VisitFormPage(visitor);
    }

    void withdraw(String reason) {
        Page page = visitor.page();
        visitor.tap(page.locator("summary", new Page.LocatorOptions().setHasText("Rút lượt này")));
        page.locator("#withdraw-reason").fill(reason);
        visitor.tap(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rút lượt này")));
    }

    Locator status() {
        return visitor.page().locator("main .badge").first();
    }

    Locator versions() {
        return visitor.page().locator("main section.card");
    }
}
