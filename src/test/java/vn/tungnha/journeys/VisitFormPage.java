package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The form at the door. */
record VisitFormPage(Visitor visitor) {

    VisitFormPage outcome(String code) {
        visitor.tap(visitor.page().locator("label.result", having("input[value=" + code + "]")));
        return this;
    }

    /** The answer for the first account of that type nobody in the household has yet. */
    VisitFormPage answer(String accountType, String answer) {
        visitor.tap(choice(accountType, answer));
        return this;
    }

    Locator chosen(String accountType, String answer) {
        return visitor.page()
                .locator("input[name^='r.'][name$='." + accountType + "'][value=" + answer + "]")
                .first();
    }

    VisitFormPage reason(String accountType, String code) {
        visitor.tap(visitor.page()
                .locator(
                        "label.reason-chip",
                        having("input[name^='f.'][name$='." + accountType + "'][value=" + code + "]"))
                .first());
        return this;
    }

    VisitFormPage later(int choice) {
        visitor.tap(visitor.page().locator("#followUp label.pick").nth(choice));
        return this;
    }

    VisitFormPage note(String text) {
        visitor.page().locator("#note-text").fill(text);
        return this;
    }

    VisitFormPage because(String reason) {
        visitor.page().locator("#reason-text").fill(reason);
        return this;
    }

    Locator saveButton() {
        return visitor.page().locator("#action button[type=submit]");
    }

    VisitFormPage save() {
        visitor.tap(saveButton());
        return this;
    }

    SentPage sent() {
        visitor.page().waitForURL(url -> url.contains("/field/outbox?sent="));
        assertThat(visitor.page().locator("h2.key").first()).containsText("Đã lưu");
        return new SentPage(visitor);
    }

    private Locator choice(String accountType, String answer) {
        return visitor.page()
                .locator(".tri label", having("input[name$='." + accountType + "'][value=" + answer + "]"))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    private Page.LocatorOptions having(String input) {
        return new Page.LocatorOptions().setHas(visitor.page().locator(input));
    }
}
