package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tungnha.journeys.FaultyProxy.Fault;

/** Lost answers, late answers, half answers, requests that come twice: each visit is stored once, and the phone knows. */
class FaultyNetworkTests extends PhoneJourney {

    /** The real ones are 30 s of patience and answers that take 20 s; the proportion matters, not the wait. */
    private static final double SCALE = Double.parseDouble(System.getProperty("tungnha.network.scale", "0.1"));

    private static final int VISITS = 15;

    @Test
    void storesEachVisitOnceHoweverTheLineFails() {
        try (FaultyProxy line = new FaultyProxy(port(), Duration.ofMillis((long) (40_000 * SCALE)))) {
            List<String> visits = ids(VISITS);
            Handset phone = handset("totruong33", line.address());
            phone.context().addInitScript("globalThis.tungnhaPatience = " + (long) (30_000 * SCALE));
            phone.open("/field/outbox");
            phone.record(visits, home("totruong33"));
            line.order(faults());

            phone.sendAll(60);

            assertThat(phone.count("sent")).isEqualTo(VISITS);
            assertStoredOnce(visits);
            assertThat(line.done()).containsKeys(Fault.values());
            phone.open("/field/outbox");
            phone.page()
                    .waitForCondition(
                            () -> phone.page().locator(".done-list li").count() == VISITS);
        }
    }

    @Test
    void storesAVisitOnceWhenFiveSendItAtTheSameMoment() {
        Handset phone = handset("totruong33");
        phone.open("/field/households/" + home("totruong33").get("household") + "/visits/new");
        List<String> visit = ids(1);
        Map<String, String> told = home("totruong33");

        Object answers = phone.page().evaluate("""
                async ([id, told]) => {
                  const form = document.getElementById('visit-form');
                  const body = JSON.stringify({ v: 1, kind: 'visit', sentAt: new Date().toISOString(), body: {
                    id, householdId: told.household, teamId: told.team, outcome: 'ABSENT', visitedAt: new Date().toISOString() } });
                  const headers = { 'Content-Type': 'application/json', [form.dataset.csrf]: form.elements._csrf.value };
                  const all = await Promise.all([1, 2, 3, 4, 5].map(() => fetch('/field/sync/visits', { method: 'POST', headers, body })));
                  return all.map((one) => one.status).sort().join(' ');
                }""", List.of(visit.get(0), told));

        assertThat(answers).isEqualTo("200 200 200 200 201");
        assertStoredOnce(visit);
    }

    /** Each kind three times, shuffled; always the same, so that a failure can be had again. */
    private static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            faults.addAll(Collections.nCopies(3, fault));
        }
        Collections.shuffle(faults, new Random(20261122));
        return faults;
    }
}
