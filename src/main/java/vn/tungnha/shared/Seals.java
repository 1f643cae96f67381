package vn.tungnha.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What the installation's one secret is for, each purpose with a key of its own derived from it: keyed sums (HMAC-SHA256)
 * and sealing of what has to be read again (AES-GCM, bound to its row, so that nothing sealed can be put into another).
 */
@Component
@RequiredArgsConstructor
public class Seals {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeyFile secret;

    public byte[] sum(String purpose, String text) {
        return Hmac.sum(key(purpose), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Differs each time. */
    public byte[] seal(String purpose, UUID row, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, purpose, row, nonce, plain);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when it was sealed for another row or purpose, under another secret, or changed since */
    public byte[] open(String purpose, UUID row, byte[] sealed) {
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] text = new byte[parts.remaining()];
        parts.get(text);
        return crypt(Cipher.DECRYPT_MODE, purpose, row, nonce, text);
    }

    private byte[] crypt(int mode, String purpose, UUID row, byte[] nonce, byte[] text) {
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, new SecretKeySpec(key(purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            aes.updateAAD(row.toString().getBytes(StandardCharsets.US_ASCII));
            return aes.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Cannot be sealed or opened with this key: " + purpose, failure);
        }
    }

    private byte[] key(String purpose) {
        return Hmac.sum(secret.bytes(), purpose.getBytes(StandardCharsets.US_ASCII));
    }
}
