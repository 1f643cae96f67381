package vn.tungnha.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A phone that was away for a year comes back with the queue of the first release: it is read and sent for ever. */
class QueueFormatTests extends PhoneJourney {

    @Test
    void sendsAQueueOfTheFirstFormat() throws IOException {
        Map<String, String> home = home("totruong33");
        List<String> visits = ids(6);
        String recorded = new ClassPathResource("phone/queue-format-1.json").getContentAsString(StandardCharsets.UTF_8);
        for (Map.Entry<String, String> one : home.entrySet()) {
            recorded = recorded.replace("{" + one.getKey() + "}", one.getValue());
        }
        for (int i = 0; i < visits.size(); i++) {
            recorded = recorded.replace("{id" + i + "}", visits.get(i));
        }
        Handset phone = handset("totruong33").open("/styleguide");
        phone.page().evaluate("""
                (entries) => new Promise((done, failed) => {
                  const request = indexedDB.open('tungnha', 1);
                  request.onupgradeneeded = () => {
                    request.result.createObjectStore('queue', { keyPath: 'id' });
                    request.result.createObjectStore('alleys', { keyPath: 'key' });
                    request.result.createObjectStore('meta', { keyPath: 'name' });
                  };
                  request.onerror = () => failed(request.error);
                  request.onsuccess = () => {
                    const transaction = request.result.transaction('queue', 'readwrite');
                    JSON.parse(entries).forEach((entry) => transaction.objectStore('queue').put(entry));
                    transaction.oncomplete = () => { request.result.close(); done(); };
                  };
                })""", recorded);

        phone.open("/field/outbox");
        phone.sendAll(10);

        for (int i = 0; i < 3; i++) {
            assertThat(phone.entry(visits.get(i), "state")).as("entry %d", i).isEqualTo("sent");
        }
        assertStoredOnce(visits.subList(1, 3));
        assertThat(text(
                        "select string_agg(kind, ' ' order by version) from visit_version where visit_id = ?",
                        visits.get(0)))
                .isEqualTo("RECORDED CORRECTED");
        assertThat(phone.entry(visits.get(4), "state"))
                .as("refused by the ward")
                .isEqualTo("needs");
        assertThat(phone.entry(visits.get(5), "state")).as("sent long ago").isEqualTo("sent");
        assertThat(phone.page().locator(".card.needs")).containsText("Người này không ở hộ này vào ngày thăm.");
    }
}
