package vn.tungnha.identity;

import java.util.Arrays;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** What a token may be used for. It never opens more than its owner may do. */
@Getter
@RequiredArgsConstructor
public enum TokenScope {
    /** Units, teams, indicators, their values and exports without residents. */
    FIGURES("figures:read"),
    /** Households and residents. */
    PEOPLE("people:read"),
    VISITS("visits:write"),
    REPORTED("reported:write"),
    IMPORTS("imports:write"),
    /** Nothing but the feed of figures: a key that may stand in a spreadsheet. */
    FEED("feed:read");

    private final String code;

    public static Optional<TokenScope> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
