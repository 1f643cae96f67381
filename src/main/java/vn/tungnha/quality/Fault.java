package vn.tungnha.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can hardly be right. What the values mean is the check's own business: its message puts them into words.
 *
 * @param subject what it is about, the same each time it is found
 * @param url where it can be mended; {@code {unit}} stands for the commune's code
 * @param mark what it was found by: while that stays the same, an acceptance holds
 * @param near whose it is, for the leaders of teams; empty where teams have no part in it
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
        String mark,
        List<Near> near) {

    /**
     * A village it lies in, or a team that did it.
     *
     * @param url where they can mend it
     * @param name what they know it by
     */
    public record Near(@Nullable Long village, @Nullable Long team, String url, String name) {}

    /** As those read it who look after these villages and teams: their own part of it, or nothing. */
    Optional<Fault> within(Set<Long> villages, Set<Long> teams) {
        return near.stream()
                .filter(it -> it.village() != null ? villages.contains(it.village()) : teams.contains(it.team()))
                .findFirst()
                .map(own -> new Fault(
                        check,
                        communeId,
                        subject,
                        own.name(),
                        own.name(),
                        amount,
                        other,
                        day,
                        detailVi,
                        detailEn,
                        own.url(),
                        mark,
                        near));
    }
}
