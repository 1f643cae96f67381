package vn.tungnha.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it stands.
 *
 * @param others heads counted beside those named; null = nobody counted
 * @param onDuty members on duty; {@code named} = others who signed up or came, {@code present} = those of them who were there
 */
public record ActivityView(
        UUID id,
        int version,
        @Nullable UUID campaign,
        @Nullable String campaignName,
        String kind,
        String kindVi,
        String kindEn,
        boolean trains,
        boolean duty,
        boolean signUp,
        boolean desk,
        String title,
        String place,
        long villageId,
        String village,
        @Nullable String commune,
        long teamId,
        String team,
        Set<Long> invited,
        LocalDate day,
        Instant startsAt,
        Instant endsAt,
        @Nullable Integer capacity,
        ActivityState state,
        @Nullable Integer others,
        @Nullable Integer happy,
        @Nullable Integer neutral,
        @Nullable Integer unhappy,
        @Nullable String results,
        @Nullable String cancelReason,
        Instant createdAt,
        int onDuty,
        int named,
        int present) {

    public boolean cancelled() {
        return state == ActivityState.CANCELLED;
    }

    public boolean held() {
        return state == ActivityState.HELD;
    }
}
