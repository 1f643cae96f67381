package vn.tungnha.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.TungNhaProperties;

/** Sends one signed message. Follows no redirect and reads no answer but its status. */
@Component
class Messenger {

    private final Destinations destinations;
    private final SealedSecrets secrets;
    private final Clock clock;
    private final Duration timeout;
    private final HttpClient http;

    Messenger(Destinations destinations, SealedSecrets secrets, TungNhaProperties properties, Clock clock) {
        this.destinations = destinations;
        this.secrets = secrets;
        this.clock = clock;
        this.timeout = properties.webhooks().timeout();
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Answer send(Outbox.Due due) {
        Instant begun = clock.instant();
        try {
            URI uri = destinations.check(due.url());
            String secret = secrets.open(due.webhook(), due.secret());
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .timeout(timeout)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "TungNha-Webhook/1")
                    .header("X-TungNha-Event", due.event())
                    .header("X-TungNha-Delivery", due.id().toString())
                    .header(Signature.HEADER, Signature.of(secret, begun, due.body()))
                    .POST(HttpRequest.BodyPublishers.ofString(due.body()))
                    .build();
            return answer(http.send(request, BodyHandlers.discarding()).statusCode(), null, begun);
        } catch (RuleBroken refused) {
            return answer(null, "REFUSED", begun);
        } catch (HttpTimeoutException slow) {
            return answer(null, "TIMEOUT", begun);
        } catch (IOException | IllegalArgumentException failed) {
            return answer(null, "UNREACHABLE", begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer(null, "INTERRUPTED", begun);
        }
    }

    private Answer answer(@Nullable Integer status, @Nullable String problem, Instant begun) {
        return new Answer(
                status, problem, (int) Duration.between(begun, clock.instant()).toMillis());
    }
}
