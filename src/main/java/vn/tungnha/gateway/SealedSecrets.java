package vn.tungnha.gateway;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Seals;

/** Keeps the secrets of webhooks, each bound to its webhook. */
@Component
@RequiredArgsConstructor
class SealedSecrets {

    private static final String PURPOSE = "webhook";

    private final Seals seals;

    byte[] seal(UUID webhook, String secret) {
        return seals.seal(PURPOSE, webhook, secret.getBytes(StandardCharsets.US_ASCII));
    }

    String open(UUID webhook, byte[] kept) {
        return new String(seals.open(PURPOSE, webhook, kept), StandardCharsets.US_ASCII);
    }
}
