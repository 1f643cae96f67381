package vn.tungnha.markets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SecretKeyFile;

/** Seals phone numbers and payment codes of traders (AES-GCM, bound to their row) with keys from the installation's secret. */
@Component
@RequiredArgsConstructor
class TraderSecrets {

    private static final Pattern PHONE = Pattern.compile("(\\+?84|0)\\d{9}");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeyFile secret;

    /** Ten digits from 0, however it is typed. */
    static String phone(String typed) {
        String phone = typed.replaceAll("[\\s.()-]", "");
        if (!PHONE.matcher(phone).matches()) {
            throw RuleBroken.at("phone", "markets.error.phone");
        }
        return "0" + phone.substring(phone.length() - 9);
    }

    byte[] seal(UUID row, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, row, nonce, plain);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] open(UUID row, byte[] cipher) {
        ByteBuffer parts = ByteBuffer.wrap(cipher);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        return crypt(Cipher.DECRYPT_MODE, row, nonce, sealed);
    }

    private byte[] crypt(int mode, UUID row, byte[] nonce, byte[] text) {
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            aes.updateAAD(row.toString().getBytes(StandardCharsets.US_ASCII));
            return aes.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "What a trader entrusted cannot be sealed or opened with this key", failure);
        }
    }

    private byte[] key() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
        return mac.doFinal("trader".getBytes(StandardCharsets.US_ASCII));
    }
}
