package vn.tungnha.gateway;

import java.util.Arrays;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** What a webhook may be told of. */
@Getter
@RequiredArgsConstructor
public enum WebhookEvent {
    /** A commune's period was locked, for the first time or again. */
    PERIOD_LOCKED("period.locked"),
    /** A locked period got another version, with a reason: what was handed in is no longer the last word. */
    PERIOD_RELOCKED("period.relocked"),
    /** For the first time since its last lock something moved a figure of a locked period. */
    PERIOD_CHANGED("period.changed"),
    /** Nothing happened: sent by hand, to see whether it arrives. */
    PING("ping");

    private final String code;

    public static Optional<WebhookEvent> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
