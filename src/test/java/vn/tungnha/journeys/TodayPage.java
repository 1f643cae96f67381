package vn.tungnha.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** {@code /field}: what the team does today. */
record TodayPage(Visitor visitor) {

    static TodayPage open(Visitor visitor) {
        visitor.open("/field");
        return new TodayPage(visitor);
    }

    /** With somebody to see next, however much of the day's plan was done: one's own part goes on to its end. */
    static TodayPage withWork(Visitor leader) {
        TodayPage today = open(leader);
        if (leader.page().locator("main .card-main .key").count() == 0) {
            today.shareEvenly();
            leader.open("/field");
        }
        return today;
    }

    VisitFormPage logNext() {
        visitor.tap(visitor.page()
                .locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Ghi lượt thăm")));
        visitor.page().waitForURL(url -> url.endsWith("/visits/new"));
        return new VisitFormPage(visitor);
    }

    /** A household of the list below, whatever is planned next. */
    VisitFormPage logAnother() {
        visitor.tap(visitor.page()
                .locator("main .lines a.item[href$='/visits/new']")
                .first());
        visitor.page().waitForURL(url -> url.endsWith("/visits/new"));
        return new VisitFormPage(visitor);
    }

    String next() {
        return visitor.page().locator("main .card-main .key").innerText();
    }

    void skip() {
        String before = next();
        visitor.tap(visitor.page().locator("main .card-main .skips button").first());
        visitor.page().waitForCondition(() -> !next().equals(before));
    }

    void undo() {
        String before = next();
        visitor.tap(visitor.page().locator(".toasts form button"));
        visitor.page().waitForCondition(() -> !next().equals(before));
    }

    /** Among everybody of the team. */
    void shareEvenly() {
        visitor.open("/field/share");
        visitor.tap(
                visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chia đều theo lối đi")));
        visitor.page().locator(".toasts form button").waitFor();
    }

    NewcomerPage addHousehold() {
        visitor.open("/field/search");
        visitor.tap(visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thêm hộ mới")));
        return new NewcomerPage(visitor);
    }
}
