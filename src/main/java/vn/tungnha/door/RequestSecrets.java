package vn.tungnha.door;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;

/** Seals telephone numbers of requests (AES-GCM, bound to their request), as those of residents are. */
@Component
@RequiredArgsConstructor
class RequestSecrets {

    private static final Pattern PHONE = Pattern.compile("(\\+?84|0)\\d{9}");
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DoorKeys keys;

    /** Ten digits with their nought. @throws RuleBroken when it is no number of here */
    static String plain(String typed) {
        String phone = typed.replaceAll("[\\s.()-]", "");
        if (!PHONE.matcher(phone).matches()) {
            throw RuleBroken.at("phone", "door.error.phone");
        }
        return "0" + phone.substring(phone.length() - 9);
    }

    byte[] seal(UUID request, String phone) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, request, nonce, phone.getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    String open(UUID request, byte[] cipher) {
        ByteBuffer parts = ByteBuffer.wrap(cipher);
        byte[] nonce = new byte[NONCE];
        parts.get(nonce);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        return new String(crypt(Cipher.DECRYPT_MODE, request, nonce, sealed), StandardCharsets.US_ASCII);
    }

    byte[] hash(String phone) {
        return keys.sum("phone-number", phone);
    }

    private byte[] crypt(int mode, UUID request, byte[] nonce, byte[] text) {
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, new SecretKeySpec(keys.key("phone"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            aes.updateAAD(request.toString().getBytes(StandardCharsets.US_ASCII));
            return aes.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A telephone number cannot be opened with this key", failure);
        }
    }
}
