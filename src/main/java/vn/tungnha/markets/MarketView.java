package vn.tungnha.markets;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;

/**
 * A market or street, and how many of its stalls take what, today.
 *
 * @param cashless stalls with a way that is cashless
 * @param asked stalls of which anybody has written down what they have
 */
public record MarketView(
        UUID id,
        int version,
        String kind,
        String kindVi,
        String kindEn,
        String name,
        String address,
        long villageId,
        String village,
        @Nullable String commune,
        LocalDate openedOn,
        LocalDate closedOn,
        int stalls,
        int cashless,
        int asked) {

    public boolean open() {
        return closedOn.equals(Days.FOREVER);
    }

    public String kindName(Locale locale) {
        return "en".equals(locale.getLanguage()) ? kindEn : kindVi;
    }
}
