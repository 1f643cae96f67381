package vn.tungnha.journeys;

import com.microsoft.playwright.Locator;

/** {@code /dashboard/{code}}: the figures of a place as somebody reads them. */
record DashboardPage(Visitor visitor) {

    /** Numerator and denominator of a tile. */
    record Fraction(long numerator, long denominator) {

        static Fraction of(String text) {
            String[] parts = text.replace(".", "").strip().split("/");
            return new Fraction(Long.parseLong(parts[0].strip()), Long.parseLong(parts[1].strip()));
        }

        Fraction plus(long numerator, long denominator) {
            return new Fraction(this.numerator + numerator, this.denominator + denominator);
        }
    }

    static DashboardPage open(Visitor visitor, String code) {
        visitor.open("/dashboard/" + code);
        return new DashboardPage(visitor);
    }

    Fraction tile(String indicator) {
        Locator tile = visitor.page().locator("article.kpi", has("a[href*='/indicators/" + indicator + "?']"));
        if (tile.count() != 1) {
            throw new AssertionError(tile.count() + " tiles of " + indicator + " at " + visitor.place() + ": "
                    + visitor.page().locator("body").innerText());
        }
        return Fraction.of(tile.locator(".fraction").innerText());
    }

    /** What a district's or an area's ranking says of one of its communes. */
    Fraction ranked(String commune) {
        return Fraction.of(visitor.page()
                .locator("[aria-labelledby=ranking-title] tr", has("a[href*='" + commune + "']"))
                .locator("td.second.nowrap")
                .first()
                .innerText());
    }

    Locator team(String id) {
        if (visitor.page().locator("a[href='/teams/" + id + "']").count() == 0) {
            visitor.page().locator("#teams-title").scrollIntoViewIfNeeded();
            visitor.page().locator("tr.fold a").click();
        }
        return visitor.page().locator("tr", has("a[href='/teams/" + id + "']"));
    }

    private com.microsoft.playwright.Page.LocatorOptions has(String inside) {
        return new com.microsoft.playwright.Page.LocatorOptions()
                .setHas(visitor.page().locator(inside));
    }
}
