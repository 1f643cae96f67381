package vn.tungnha.households;

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

/**
 * Seals phone numbers (AES-GCM, bound to their resident) and turns citizen numbers into keyed hashes. Both keys are
 * derived from the installation's one secret.
 */
@Component
@RequiredArgsConstructor
class PersonalSecrets {

    private static final Pattern PHONE = Pattern.compile("(\\+?84|0)\\d{9}");
    private static final Pattern CITIZEN = Pattern.compile("\\d{12}");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeyFile secret;

    SealedPhone sealPhone(UUID resident, String typed) {
        String plain = phone(typed);
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, resident, nonce, plain.getBytes(StandardCharsets.US_ASCII));
        byte[] cipher = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new SealedPhone(cipher, plain.substring(plain.length() - 3), hashPhone(plain));
    }

    /** The same number gives the same bytes, however it is typed. */
    byte[] hashPhone(String typed) {
        return mac("phone-number", phone(typed).getBytes(StandardCharsets.US_ASCII));
    }

    String openPhone(UUID resident, byte[] cipher) {
        ByteBuffer parts = ByteBuffer.wrap(cipher);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        return new String(crypt(Cipher.DECRYPT_MODE, resident, nonce, sealed), StandardCharsets.US_ASCII);
    }

    byte[] hashCitizenNumber(String typed) {
        return mac("citizen-number", citizenNumber(typed).getBytes(StandardCharsets.US_ASCII));
    }

    String last4(String typed) {
        String number = citizenNumber(typed);
        return number.substring(number.length() - 4);
    }

    private static String phone(String typed) {
        String phone = typed.replaceAll("[\\s.()-]", "");
        if (!PHONE.matcher(phone).matches()) {
            throw RuleBroken.at("phone", "households.error.phone");
        }
        return "0" + phone.substring(phone.length() - 9);
    }

    private static String citizenNumber(String typed) {
        String number = typed.replaceAll("\\s", "");
        if (!CITIZEN.matcher(number).matches()) {
            throw RuleBroken.at("citizenNumber", "households.error.citizen-number");
        }
        return number;
    }

    private byte[] crypt(int mode, UUID resident, byte[] nonce, byte[] text) {
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, new SecretKeySpec(derive("phone"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            aes.updateAAD(resident.toString().getBytes(StandardCharsets.US_ASCII));
            return aes.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A phone number cannot be sealed or opened with this key", failure);
        }
    }

    private byte[] mac(String purpose, byte[] text) {
        return hmac(derive(purpose), text);
    }

    private byte[] derive(String purpose) {
        return hmac(secret.bytes(), purpose.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
