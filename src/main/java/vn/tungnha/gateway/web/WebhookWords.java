package vn.tungnha.gateway.web;

import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.gateway.DeliveryRow;
import vn.tungnha.gateway.WebhookRow;

/** Receivers and what was told to them, in finished words. */
@Component
class WebhookWords {

    /** A receiver on a page. */
    record Card(
            UUID id,
            String name,
            String url,
            String place,
            String events,
            boolean enabled,
            String state,
            String level,
            String delivered,
            String made) {}

    /** One message of the log. */
    record Delivery(
            UUID id,
            String event,
            String body,
            String state,
            String level,
            String attempts,
            String when,
            String answer,
            @Nullable String next) {}

    Card card(WebhookRow row, Texts texts) {
        boolean failing = row.givenUp() > 0;
        String state = !row.enabled()
                ? texts.say("webhooks.state.off")
                : failing
                        ? texts.say("webhooks.state.failing", row.givenUp())
                        : row.waiting() > 0
                                ? texts.say("webhooks.state.waiting", row.waiting())
                                : texts.say("webhooks.state.fine");
        return new Card(
                row.id(),
                row.name(),
                row.url(),
                row.unit() == null ? texts.say("webhooks.everywhere") : row.unit(),
                row.events().stream()
                        .map(it -> texts.say("webhooks.event." + it))
                        .collect(Collectors.joining("; ")),
                row.enabled(),
                state,
                !row.enabled() ? "none" : failing ? "bad" : row.waiting() > 0 ? "near" : "good",
                texts.vn().moment(row.deliveredAt()),
                texts.say("webhooks.made", row.createdBy(), texts.vn().moment(row.createdAt())));
    }

    Delivery delivery(DeliveryRow row, Texts texts) {
        return new Delivery(
                row.id(),
                row.event(),
                row.body(),
                texts.say("webhooks.delivery." + row.state()),
                switch (row.state()) {
                    case DELIVERED -> "good";
                    case WAITING -> "near";
                    case GIVEN_UP -> "bad";
                },
                texts.vn().number(row.attempts()),
                texts.vn().moment(row.createdAt()),
                row.status() != null
                        ? "HTTP " + row.status()
                        : row.problem() == null ? "" : texts.say("webhooks.problem." + row.problem()),
                row.state() == DeliveryRow.State.WAITING && row.attempts() > 0
                        ? texts.say("webhooks.next", texts.vn().moment(row.nextAt()))
                        : null);
    }
}
