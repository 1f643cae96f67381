package vn.tungnha.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.SecretKeyFile;

/** Keeps the secrets of webhooks (AES-GCM, bound to their webhook) under a key derived from the installation's one. */
@Component
@RequiredArgsConstructor
class SealedSecrets {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeyFile key;

    byte[] seal(UUID webhook, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, webhook, nonce, secret.getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    String open(UUID webhook, byte[] kept) {
        ByteBuffer parts = ByteBuffer.wrap(kept);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        return new String(crypt(Cipher.DECRYPT_MODE, webhook, nonce, sealed), StandardCharsets.US_ASCII);
    }

    private byte[] crypt(int mode, UUID webhook, byte[] nonce, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            byte[] derived = mac.doFinal("webhook".getBytes(StandardCharsets.US_ASCII));
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            aes.updateAAD(webhook.toString().getBytes(StandardCharsets.US_ASCII));
            return aes.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A webhook's secret cannot be sealed or opened with this key", failure);
        }
    }
}
