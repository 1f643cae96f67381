package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A day with a bad line: what is recorded waits in sight, can be changed or dropped, and arrives once. */
class OutboxTests extends PhoneJourney {

    private static final String LEADER = "totruong33";

    @Test
    void keepsVisitsWhileThereIsNoLineAndSendsThemAfterwards() {
        Handset phone = handset(LEADER);
        phone.cutTheLine();
        String first = recordAtTheDoor(phone, "MET");
        String second = recordAtTheDoor(phone, "ABSENT");

        Page page = phone.page();
        assertThat(page.locator(".banner")).containsText("Đã lưu trên máy");
        assertThat(page.locator(".banner")).containsText("2 lượt chờ gửi");
        assertThat(page.locator(".banner")).containsText("Cứ đi tiếp");
        assertThat(page.locator("#outbox-count")).hasText("2");
        assertThat(number("select count(*) from visit where id::text = any(?)", new String[] {first, second}))
                .isZero();
        phone.open("/field");
        assertThat(page.locator("#sync")).containsText("2 lượt chờ gửi");

        phone.open("/field/outbox");
        phone.mendTheLine();
        phone.retry();

        assertThat(page.locator(".sent-done h2")).hasText("Đã gửi 2 lượt thăm");
        assertThat(page.locator(".sent-done")).containsText("nhận lúc");
        assertThat(page.locator(".sent-done")).containsText("Trên máy không còn lượt nào chờ.");
        assertThat(page.locator("#outbox-count")).hasText("");
        assertStoredOnce(List.of(first, second));
    }

    @Test
    void showsTheReceiptAtOnceWhenThereIsALine() {
        Handset phone = handset(LEADER);
        phone.open("/field/households/" + home(LEADER).get("household") + "/visits/new");
        phone.outcome("ABSENT");
        phone.save();

        phone.page().waitForURL(url -> url.contains("/field/outbox?sent="));
        assertThat(phone.page().locator("#receipt")).containsText("nhận lúc");
        String visit = phone.place().substring(phone.place().indexOf('=') + 1);
        assertThat(phone.entry(visit, "state")).isEqualTo("sent");
        assertStoredOnce(List.of(visit));
    }

    @Test
    void saysWhatIsMissingBeforeAnythingIsStored() {
        Handset phone = handset(LEADER);
        Page page = phone.open("/field/households/" + home(LEADER).get("household") + "/visits/new")
                .page();
        phone.save();
        assertThat(page.locator(".errors a")).hasText("Chọn kết quả lượt thăm");
        assertThat(page.locator("#outcome .f-error")).hasText("Chọn một trong bốn kết quả.");

        phone.outcome("FOLLOW_UP");
        phone.save();
        assertThat(page.locator("#followUp .f-error")).hasText("Chọn ngày giờ hẹn lại.");

        phone.outcome("MET");
        page.locator("#note-text").fill("CCCD 048123456789");
        phone.save();
        assertThat(page.locator("#note .f-error")).containsText("dãy 12 số");
        assertThat(page.locator("#action button")).containsText("Lưu lượt thăm");
        assertThat(phone.count("waiting")).isZero();
    }

    @Test
    void changesAndDropsWhatStillWaits() {
        Handset phone = handset(LEADER);
        phone.cutTheLine();
        String kept = recordAtTheDoor(phone, "ABSENT");
        String dropped = recordAtTheDoor(phone, "REFUSED");

        phone.act(kept, "edit");
        Page page = phone.page();
        page.waitForURL(url -> url.contains("entry="));
        assertThat(page.locator("input[name=outcome][value=ABSENT]")).isChecked();
        page.locator("#note-text").fill("Hàng xóm nói đi làm xa");
        phone.save();
        page.waitForURL(url -> url.contains("/field/outbox"));

        phone.act(dropped, "drop");
        Locator restore = phone.card(dropped).locator("[data-act=restore]");
        assertThat(restore).hasCount(1);
        page.locator("#flash button").tap();
        assertThat(restore).hasCount(0);
        phone.act(dropped, "drop");
        assertThat(restore).hasCount(1);
        assertThat(page.locator("#flash button")).isVisible();
        assertThat(Targets.missed(page))
                .as("the offer to undo lies over nothing")
                .isEmpty();

        phone.mendTheLine();
        phone.retry();
        page.waitForCondition(() -> phone.count("waiting", "sending") == 0);
        assertThat(text("select note from visit where id = ?", kept)).isEqualTo("Hàng xóm nói đi làm xa");
        assertThat(number("select count(*) from visit where id::text = ?", dropped))
                .isZero();
    }

    @Test
    void correctsAndWithdrawsThroughTheQueueToo() {
        Handset phone = handset(LEADER);
        String visit = recordAtTheDoor(phone, "ABSENT");
        phone.cutTheLine();
        Page page = phone.open("/field/visits/" + visit + "/correction").page();
        phone.outcome("REFUSED");
        page.locator("#reason-text").fill("Bấm nhầm");
        phone.save();
        page.waitForURL(url -> url.contains("/field/outbox"));
        assertThat(page.locator(".told").first()).containsText("Sửa lại: Từ chối");

        phone.open("/field/visits/" + visit);
        page.locator("summary", new Page.LocatorOptions().setHasText("Rút lượt này"))
                .tap();
        page.locator("#withdraw-reason").fill("Ghi nhầm hộ");
        page.locator("form[data-withdraw] button").tap();
        page.waitForURL(url -> url.contains("/field/outbox"));
        phone.mendTheLine();
        phone.retry();

        page.waitForCondition(() -> phone.count("sent") == 3);
        assertThat(text("select string_agg(kind, ' ' order by version) from visit_version where visit_id = ?", visit))
                .isEqualTo("RECORDED CORRECTED WITHDRAWN");
    }

    @Test
    void keepsWhatTheServerRefusesReadableUntilItIsMended() {
        Handset phone = handset(LEADER);
        phone.cutTheLine();
        String visit = recordAtTheDoor(phone, "MET");
        phone.page().evaluate("""
                async (id) => (await import('/js/phone/store.js')).queue.update(id,
                  (entry) => ({ ...entry, body: { ...entry.body, topics: ['NO_SUCH_TOPIC'] } }))""", visit);
        phone.mendTheLine();
        phone.retry();
        phone.waitFor(visit, "needs");

        assertThat(phone.card(visit)).containsText("Cần xem lại");
        assertThat(phone.card(visit)).containsText("NO_SUCH_TOPIC");
        phone.act(visit, "mend");
        Page page = phone.page();
        page.waitForURL(url -> url.contains("entry="));
        page.waitForCondition(() -> page.locator(".errors").count() == 1);
        page.locator("input[type=hidden][name=topics]").evaluate("field => field.remove()");
        phone.save();
        page.waitForURL(url -> url.contains("/field/outbox"));
        phone.waitFor(visit, "sent");
        assertStoredOnce(List.of(visit));
    }

    @Test
    void keepsTheFormWhenThePhoneIsFull() {
        Handset phone = handset(LEADER);
        Page page = phone.open("/field/households/" + home(LEADER).get("household") + "/visits/new")
                .page();
        phone.outcome("ABSENT");
        page.locator("#note-text").fill("Nhà có chó");
        page.evaluate("""
                () => {
                  const put = IDBObjectStore.prototype.put;
                  IDBObjectStore.prototype.put = function (...told) {
                    if (globalThis.full && this.name === 'queue') throw new DOMException('full', 'QuotaExceededError');
                    return put.apply(this, told);
                  };
                  globalThis.full = true;
                }""");
        phone.save();

        assertThat(page.locator(".errors")).containsText("Máy đã đầy bộ nhớ");
        assertThat(page.locator("#note-text")).hasValue("Nhà có chó");
        page.evaluate("() => { globalThis.full = false; }");
        phone.save();
        page.waitForURL(url -> url.contains("/field/outbox?sent="));
    }

    private String recordAtTheDoor(Handset phone, String outcome) {
        phone.open("/field/households/" + home(LEADER).get("household") + "/visits/new");
        phone.outcome(outcome);
        phone.save();
        phone.page().waitForURL(url -> url.contains("/field/outbox?"));
        String place = phone.place();
        return place.substring(place.indexOf('=') + 1);
    }
}
