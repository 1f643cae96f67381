package vn.tungnha.door;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.PhoneNumber;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Seals;

/** Seals telephone numbers of requests, bound to their request, as those of residents are. */
@Component
@RequiredArgsConstructor
class RequestSecrets {

    private static final String PHONE = "door-phone";

    private final Seals seals;

    /** Ten digits with their nought. @throws RuleBroken when it is no number of here */
    static String plain(String typed) {
        return PhoneNumber.plain(typed).orElseThrow(() -> RuleBroken.at("phone", "door.error.phone"));
    }

    byte[] seal(UUID request, String phone) {
        return seals.seal(PHONE, request, phone.getBytes(StandardCharsets.US_ASCII));
    }

    String open(UUID request, byte[] cipher) {
        return new String(seals.open(PHONE, request, cipher), StandardCharsets.US_ASCII);
    }

    byte[] hash(String phone) {
        return seals.sum("door-phone-number", phone);
    }
}
