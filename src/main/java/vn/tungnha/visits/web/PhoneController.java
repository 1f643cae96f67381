package vn.tungnha.visits.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentDevice;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.DeviceState;
import vn.tungnha.identity.Devices;
import vn.tungnha.identity.Unsent;
import vn.tungnha.shared.Release;

/**
 * Tells a phone how it stands with the server: who is signed in, with which token to send, what time it is. Open to
 * whoever is signed in, so that work stored in a role that has ended since can still be sent.
 */
@RestController
@Allowed
@RequiredArgsConstructor
class PhoneController {

    private static final int MOST_UNSENT = 100_000;

    private final Devices devices;
    private final Release release;
    private final Clock clock;

    /** @param unsent pieces of this account's work on the phone; {@code oldest} = since when, by the phone's clock */
    @GetMapping("/field/sync")
    Standing standing(
            @RequestParam(required = false) @Nullable Integer unsent,
            @RequestParam(required = false) @Nullable Instant oldest,
            CurrentUser user,
            CurrentDevice device,
            CsrfToken csrf) {
        Unsent waiting = unsent == null ? null : new Unsent(Math.max(0, Math.min(unsent, MOST_UNSENT)), oldest);
        return new Standing(
                new Token(csrf.getHeaderName(), csrf.getToken()),
                user.accountId(),
                user.displayName(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                release.value(),
                devices.seen(device, waiting, user));
    }

    record Standing(Token csrf, UUID account, String name, Instant now, String release, DeviceState device) {}

    record Token(String header, String token) {}
}
