package vn.tungnha.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A household met on the way. */
record NewcomerPage(Visitor visitor) {

    VisitFormPage add(String alley, String number, String householder, int birthYear) {
        Page page = visitor.page();
        page.locator("#alley").fill(alley);
        page.locator("#number").fill(number);
        page.locator("#name").fill(householder);
        page.locator("#birthYear").fill(String.valueOf(birthYear));
        visitor.tap(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu và ghi lượt thăm")));
        page.waitForURL(url -> url.endsWith("/visits/new"));
        return new VisitFormPage(visitor);
    }
}
