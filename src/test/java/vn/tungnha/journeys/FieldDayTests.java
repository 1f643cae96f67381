package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A leader's day with team 33: what goes well, what does not, and what is put right afterwards. */
class FieldDayTests extends Journey {

    @Test
    void skipsAHouseholdUntilLater() {
        TodayPage today = TodayPage.withWork(signedIn("totruong33", Device.PHONE));
        String first = today.next();

        today.skip();

        assertThat(today.next()).isNotEqualTo(first);

        today.undo();

        assertThat(today.next()).isEqualTo(first);
    }

    @Test
    void sharesOutTheDaySoThatTwoDoNotKnockAtOneDoor() {
        TodayPage leader = TodayPage.open(signedIn("totruong33", Device.PHONE));
        TodayPage member = TodayPage.open(signedIn("thanhvien33", Device.PHONE));
        leader.shareEvenly();

        assertThat(TodayPage.open(member.visitor()).next())
                .isNotEqualTo(TodayPage.open(leader.visitor()).next());
        leader.visitor().open("/field/share");
        assertThat(leader.visitor().page().locator("#share-form .pick small").first())
                .containsText("hộ");
        sql.sql("delete from field_share_part").update();
        sql.sql("delete from field_share").update();
    }

    @Test
    void showsTheCardThatHelpsWithoutLosingTheForm() {
        Visitor leader = signedIn("totruong33", Device.PHONE);
        VisitFormPage form = anyHome(leader)
                .outcome("MET")
                .answer("DIGITAL_SIGNATURE", "NOT_YET")
                .reason("DIGITAL_SIGNATURE", "FACE_SCAN");

        Page card = leader.page()
                .waitForPopup(() ->
                        leader.page().locator(".reason-card:visible").first().click());

        assertThat(card.locator("h1")).containsText("Quét khuôn mặt");
        assertThat(form.chosen("DIGITAL_SIGNATURE", "NOT_YET")).isChecked();
    }

    @Test
    void logsAnEmptyHouseAndComesBack() {
        Visitor leader = signedIn("totruong33", Device.PHONE);

        String absent = TodayPage.open(leader)
                .logAnother()
                .outcome("ABSENT")
                .save()
                .sent()
                .visit();
        String later = TodayPage.open(leader)
                .logAnother()
                .outcome("FOLLOW_UP")
                .later(0)
                .save()
                .sent()
                .visit();

        assertThat(text("select outcome from visit where id = ?", absent)).isEqualTo("ABSENT");
        assertThat(text("select (follow_up_at > visited_at)::text from visit where id = ?", later))
                .isEqualTo("true");
    }

    @Test
    void namesWhyAnActivationFailed() {
        Visitor leader = signedIn("totruong33", Device.PHONE);
        String visit = anyHome(leader)
                .outcome("MET")
                .answer("DIGITAL_SIGNATURE", "NOT_YET")
                .reason("DIGITAL_SIGNATURE", "FACE_SCAN")
                .save()
                .sent()
                .visit();

        assertThat(text("select result || ' ' || failure_reason from activation where visit_id = ?", visit))
                .isEqualTo("FAILED FACE_SCAN");
    }

    @Test
    void correctsAndWithdrawsAVisitAndKeepsWhatWasSaidBefore() {
        Visitor leader = signedIn("totruong33", Device.PHONE);
        VisitPage visit = anyHome(leader)
                .outcome("MET")
                .answer("DIGITAL_SIGNATURE", "ACTIVATED")
                .save()
                .sent()
                .look();
        String id = leader.place().substring("/field/visits/".length());
        assertThat(visit.versions()).hasCount(1);

        visit.correct().note("Nhầm người").because("Ghi nhầm").save();
        leader.page().waitForURL(Pattern.compile(".*/field/visits/" + id + "$"));
        assertThat(visit.versions()).hasCount(2);
        assertThat(visit.versions().first()).containsText("Nhầm người");
        assertThat(activations(id)).isEqualTo("1");

        visit.withdraw("Không phải hộ này");
        assertThat(visit.status()).containsText("rút");
        assertThat(leader.page().locator("main")).containsText("Không phải hộ này");
        assertThat(leader.page().locator("main")).containsText("Ghi nhầm");
        assertThat(text("select status from visit where id = ?", id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void keepsEveryChoiceWhenTheServerRefuses() {
        Visitor leader = signedIn("totruong33", Device.PHONE);
        VisitFormPage form = anyHome(leader)
                .outcome("MET")
                .answer("DIGITAL_SIGNATURE", "ACTIVATED")
                .note("Gọi lại tối nay");
        leader.page().evaluate("() => document.querySelector('#unnamed').value = 'nhiều'");

        form.save();

        assertThat(leader.page().locator(".errors")).isVisible();
        assertThat(leader.page().locator("#guidedUnnamed .f-error")).isVisible();
        assertThat(leader.page().locator("input[name=outcome][value=MET]")).isChecked();
        assertThat(form.chosen("DIGITAL_SIGNATURE", "ACTIVATED")).isChecked();
        assertThat(leader.page().locator("#note-text")).hasValue("Gọi lại tối nay");
        leader.page().locator("#unnamed").fill("2");
        assertThat(text(
                        "select guided_unnamed::text from visit where id = ?",
                        form.save().sent().visit()))
                .isEqualTo("2");
    }

    @Test
    void storesOneVisitHoweverOftenTheFormIsSent() {
        Visitor leader = signedIn("totruong33", Device.PHONE);
        VisitFormPage form = anyHome(leader).outcome("MET").answer("DIGITAL_SIGNATURE", "ACTIVATED");
        String filledIn = leader.page().url();
        Page page = leader.page();
        page.evaluate("() => { const form = document.getElementById('visit-form');"
                + " return fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))}); }");

        String visit = form.save().sent().visit();
        page.goBack();

        assertThat(page.url()).isEqualTo(filledIn);
        assertThat(text("select count(*)::text from visit_version where visit_id = ?", visit))
                .isEqualTo("1");
        assertThat(text("select version::text from visit where id = ?", visit)).isEqualTo("1");
        assertThat(activations(visit)).isEqualTo("1");
    }

    /** A household of team 33 with somebody who has no digital signature yet, and no visit today. */
    private VisitFormPage anyHome(Visitor leader) {
        UUID household = sql.sql("""
                        select p.household_id from household_placement p
                        join team_area a on a.village_id = p.village_id and a.valid_to = '9999-12-31'
                        join team_member m on m.team_id = a.team_id
                        join account c on c.id = m.account_id and c.username = 'totruong33'
                        join residence s on s.household_id = p.household_id and s.valid_to = '9999-12-31'
                        join resident r on r.id = s.resident_id and r.birth_year < 2000 and r.name is not null
                        where p.valid_to = '9999-12-31'
                        and not exists (select from activation x where x.resident_id = r.id
                            and x.account_type = 'DIGITAL_SIGNATURE')
                        and not exists (select from visit v where v.household_id = p.household_id
                            and v.visited_on = :today)
                        order by 1 limit 1""").param("today", today()).query(UUID.class).single();
        leader.open("/field/households/" + household + "/visits/new");
        return new VisitFormPage(leader);
    }

    private String activations(String visit) {
        return text("select count(*)::text from activation where visit_id = ?", visit);
    }

    private String text(String query, String visit) {
        return sql.sql(query).param(UUID.fromString(visit)).query(String.class).single();
    }
}
