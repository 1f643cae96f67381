package vn.tungnha.contests;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.SecretKeyFile;

/** HMAC-SHA256 under the installation's own key: who has the table alone cannot try numbers out. */
@Component
@RequiredArgsConstructor
class KeyedHash {

    private final SecretKeyFile key;

    /** @param purpose so that the same words hash differently elsewhere */
    byte[] of(String purpose, Object... words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            StringBuilder text = new StringBuilder(purpose);
            for (Object word : words) {
                text.append('\n').append(word);
            }
            return mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
