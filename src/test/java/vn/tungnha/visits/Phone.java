package vn.tungnha.visits;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;

/** A phone that sends what it kept in its queue, signed in as somebody. */
class Phone {

    private final MockMvcTester mvc;
    private final Logins logins;
    private final UUID account;
    private Instant clock = Instant.now();
    private Instant seenAt;
    private Instant storedAt;
    private UUID device = UUID.randomUUID();
    private String timesBy;

    Phone(MockMvcTester mvc, Logins logins, UUID account) {
        this.mvc = mvc;
        this.logins = logins;
        this.account = account;
    }

    Phone clockAt(Instant clock) {
        this.clock = clock;
        return this;
    }

    Phone seenAt(Instant seenAt) {
        this.seenAt = seenAt;
        return this;
    }

    /** By the phone's clock as it was then. */
    Phone storedAt(Instant storedAt) {
        this.storedAt = storedAt;
        return this;
    }

    /** The times it tells are not its own: they stood on a page of ours, or somebody typed them. */
    Phone byTheWall() {
        timesBy = "wall";
        return this;
    }

    Phone device(UUID device) {
        this.device = device;
        return this;
    }

    MvcTestResult sends(VisitCommand visit) {
        return sends("visit", null, VisitBody.of(visit).json());
    }

    MvcTestResult corrects(UUID request, int basedOn, VisitCommand visit) {
        return sends("correction", visit.id(), """
                {"id":"%s","basedOn":%d,"reason":"Ghi nhầm","visit":%s}
                """.formatted(
                        request, basedOn, VisitBody.of(visit).json()));
    }

    MvcTestResult withdraws(UUID visit) {
        return sends("withdrawal", visit, "{\"reason\":\"Ghi nhầm hộ\"}");
    }

    MvcTestResult asks(UUID... ids) {
        return post("/field/sync/status", "{\"ids\":[\"" + String.join("\",\"", strings(ids)) + "\"]}");
    }

    MvcTestResult sends(String kind, UUID of, String body) {
        return post("/field/sync/visits", """
                {"v":1,"kind":"%s","of":%s,"sentAt":"%s","storedAt":%s,"clock":%s,"seen":{"at":%s},"body":%s}
                """.formatted(
                        kind, quoted(of), clock, quoted(storedAt), quoted(timesBy), quoted(seenAt), body));
    }

    private MvcTestResult post(String url, String json) {
        return mvc.post()
                .uri(url)
                .with(csrf())
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .header("X-Device", device.toString())
                .header("X-Requested-With", "tungnha")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String quoted(Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private static String[] strings(UUID... ids) {
        String[] texts = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            texts[i] = ids[i].toString();
        }
        return texts;
    }
}
