package vn.tungnha.markets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A market or street as it is written down.
 *
 * @param openedOn first day it is counted; null = today
 */
public record MarketCommand(
        String kind,
        String name,
        String address,
        @Nullable Long village,
        @Nullable LocalDate openedOn) {}
