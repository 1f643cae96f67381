package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The field pages in a browser that runs no script. */
class WithoutScriptTests extends Journey {

    @Test
    void logsAVisitAndTakesTopicsAndGuidanceFromTheAnswers() {
        Visitor leader = signedIn("totruong33", Device.PHONE_WITHOUT_SCRIPT);
        TodayPage today = TodayPage.open(leader);
        VisitFormPage form = today.logAnother();
        Page page = leader.page();

        form.save();
        assertThat(page.locator(".errors")).isVisible();
        form.outcome("MET");
        page.locator(".tri input[value=ACTIVATED]:visible").first().check();
        UUID visit = UUID.fromString(form.save().sent().visit());

        assertThat(count("activation where result = 'ACTIVATED' and visit_id = ?", visit))
                .isEqualTo(1);
        assertThat(count("visit_topic where visit_id = ?", visit)).isEqualTo(1);
        assertThat(count("visit_guided where visit_id = ?", visit)).isEqualTo(1);
    }

    @Test
    void skipsWithdrawsAndFilters() {
        NeighbourTeam team = NeighbourTeam.ledBy("khong.kich.ban", "Tổ 35", sql);
        Visitor leader = visitor(Device.PHONE_WITHOUT_SCRIPT);
        LoginPage.open(leader).signIn(team.leader(), NeighbourTeam.PASSWORD);
        TodayPage.withWork(leader).skip();
        VisitPage visit = TodayPage.open(leader)
                .logAnother()
                .outcome("REFUSED")
                .save()
                .sent()
                .look();
        visit.withdraw("Ghi nhầm nhà");
        assertThat(visit.status()).containsText("rút");

        leader.open("/field/search");
        leader.page().locator("#q").fill("kiet");
        leader.page().locator("main form button[type=submit]").click();
        assertThat(leader.page().locator("main ul.card li").first()).isVisible();
    }

    private long count(String rest, UUID visit) {
        return sql.sql("select count(*) from " + rest)
                .param(visit)
                .query(Long.class)
                .single();
    }
}
