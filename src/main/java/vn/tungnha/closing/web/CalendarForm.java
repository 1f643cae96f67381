package vn.tungnha.closing.web;

import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.tungnha.closing.CutOff;

/** How a province cuts its periods, as typed. */
record CalendarForm(
        String unit,

        @NotNull(message = "{closing.error.month}") @Nullable
        YearMonth from,

        @NotNull(message = "{closing.error.cut-off}") @Nullable
        CutOff cutOff,

        @NotNull(message = "{closing.error.number}") @Nullable
        Integer teamDays,

        @NotNull(message = "{closing.error.number}") @Nullable
        Integer wardDays,

        @Nullable Boolean sure) {}
