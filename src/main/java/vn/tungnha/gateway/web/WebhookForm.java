package vn.tungnha.gateway.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.gateway.WebhookEvent;

/** A subscription as typed. */
record WebhookForm(
        @Nullable String name,
        @Nullable String url,
        @Nullable String unit,
        @Nullable List<WebhookEvent> events) {

    static WebhookForm empty() {
        return new WebhookForm("", "", "", List.of(WebhookEvent.PERIOD_LOCKED));
    }

    Set<WebhookEvent> told() {
        return events == null || events.isEmpty() ? Set.of() : EnumSet.copyOf(events);
    }
}
