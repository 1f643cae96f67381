package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ward merges two of its villages: the officer proposes, the leader approves and takes it back. */
class MergerTests extends Journey {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    @Test
    void mergesTwoVillagesAndUndoesIt() {
        LocalDate day = today().withDayOfMonth(1);
        Visitor officer = signedIn("tanchinh", Device.DESKTOP);
        Page page = officer.open("/units/changes/new").page();
        assertClean(page);
        List<String> codes = page.locator("input[name=unit]").all().stream()
                .limit(2)
                .map(box -> box.getAttribute("value"))
                .toList();
        page.locator("input[value=MERGE]").check();
        codes.forEach(code -> page.locator("input[value='" + code + "']").check());
        page.locator("form[action$=details] button").click();
        page.locator("[name='founded.number']").fill("901");
        page.locator("#effective").fill(day.toString());
        page.locator("#decree").fill("901/NQ-HĐND");
        assertClean(page);
        page.locator("form.card button[type=submit]").click();
        assertThat(page.locator("form[action$=proposal]")).isVisible();
        assertClean(page);
        page.locator("form[action$=proposal] button").click();
        String proposal = officer.place();

        Visitor leader = signedIn("chutich", Device.PHONE);
        Page his = leader.open(proposal).page();
        assertClean(his);
        his.locator("form[action$=approval] button").click();
        assertThat(his.locator("form[action$=undoing]")).isVisible();
        String merged = sql.sql("select code from unit_version where name = 'Tổ 901' and valid_to = '9999-12-31'")
                .query(String.class)
                .single();
        assertThat(leader.open("/dashboard/" + merged).page().locator("h1")).isVisible();
        assertThat(statusOf(leader, "/dashboard/" + codes.get(0))).isEqualTo(404);

        leader.open(proposal).page().locator("#undo-reason").fill("Chưa có nghị quyết");
        his.locator("form[action$=undoing] button").click();
        assertThat(his.locator("form[action$=undoing]")).hasCount(0);
        assertThat(statusOf(leader, "/dashboard/" + codes.get(0))).isEqualTo(200);
        assertThat(statusOf(leader, "/dashboard/" + merged)).isEqualTo(404);
    }

    private static int statusOf(Visitor visitor, String place) {
        return visitor.page().request().get(visitor.address() + place).status();
    }

    private static void assertClean(Page page) {
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .isEmpty();
    }
}
