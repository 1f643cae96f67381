package vn.tungnha.markets.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import vn.tungnha.markets.MarketCommand;
import vn.tungnha.markets.MarketView;

/** What is typed of a market or street. */
record MarketForm(
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String address,
        @Nullable Long village,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate openedOn) {

    static MarketForm blank(LocalDate today) {
        return new MarketForm(UUID.randomUUID(), null, "MARKET", "", "", null, today);
    }

    static MarketForm of(MarketView market) {
        return new MarketForm(
                market.id(),
                market.version(),
                market.kind(),
                market.name(),
                market.address(),
                market.villageId(),
                market.openedOn());
    }

    MarketCommand command() {
        return new MarketCommand(text(kind), text(name), text(address), village, openedOn);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
