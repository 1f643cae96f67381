package vn.tungnha.markets;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.PhoneNumber;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Seals;

/** Seals phone numbers and payment codes of traders, bound to their row. */
@Component
@RequiredArgsConstructor
class TraderSecrets {

    private static final String PURPOSE = "trader";

    private final Seals seals;

    /** Ten digits from 0, however it is typed. */
    static String phone(String typed) {
        return PhoneNumber.plain(typed).orElseThrow(() -> RuleBroken.at("phone", "markets.error.phone"));
    }

    byte[] seal(UUID row, byte[] plain) {
        return seals.seal(PURPOSE, row, plain);
    }

    byte[] open(UUID row, byte[] cipher) {
        return seals.open(PURPOSE, row, cipher);
    }
}
