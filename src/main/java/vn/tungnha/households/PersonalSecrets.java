package vn.tungnha.households;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.PhoneNumber;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Seals;

/** Seals phone numbers, bound to their resident, and turns citizen numbers into keyed hashes. */
@Component
@RequiredArgsConstructor
class PersonalSecrets {

    private static final String PHONE = "phone";
    private static final Pattern CITIZEN = Pattern.compile("\\d{12}");

    private final Seals seals;

    SealedPhone sealPhone(UUID resident, String typed) {
        String plain = phone(typed);
        byte[] cipher = seals.seal(PHONE, resident, plain.getBytes(StandardCharsets.US_ASCII));
        return new SealedPhone(cipher, plain.substring(plain.length() - 3), hashPhone(plain));
    }

    /** The same number gives the same bytes, however it is typed. */
    byte[] hashPhone(String typed) {
        return seals.sum("phone-number", phone(typed));
    }

    String openPhone(UUID resident, byte[] cipher) {
        return new String(seals.open(PHONE, resident, cipher), StandardCharsets.US_ASCII);
    }

    byte[] hashCitizenNumber(String typed) {
        return seals.sum("citizen-number", citizenNumber(typed));
    }

    String last4(String typed) {
        String number = citizenNumber(typed);
        return number.substring(number.length() - 4);
    }

    private static String phone(String typed) {
        return PhoneNumber.plain(typed).orElseThrow(() -> RuleBroken.at("phone", "households.error.phone"));
    }

    private static String citizenNumber(String typed) {
        String number = typed.replaceAll("\\s", "");
        if (!CITIZEN.matcher(number).matches()) {
            throw RuleBroken.at("citizenNumber", "households.error.citizen-number");
        }
        return number;
    }
}
