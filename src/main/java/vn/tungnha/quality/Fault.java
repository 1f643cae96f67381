package vn.tungnha.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can hardly be right. What the values mean is the check's own business: its message puts them into words.
 *
 * @param subject what it is about, the same each time it is found
 * @param url where it can be mended; {@code {unit}} stands for the commune's code
 * @param mark what it was found by: while that stays the same, an acceptance holds
 */
public record Fault(
        String check,
        long communeId,
        String subject,
        String nameVi,
        String nameEn,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal other,
        @Nullable LocalDate day,
        @Nullable String detailVi,
        @Nullable String detailEn,
        String url,
        String mark) {}
