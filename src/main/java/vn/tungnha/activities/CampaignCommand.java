package vn.tungnha.activities;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is planned.
 *
 * @param unit whose teams take part; null where it is one team's own
 * @param indicator what is counted; null = activities held in the campaign
 * @param goal null = none
 */
public record CampaignCommand(
        String name,
        @Nullable Long unit,
        @Nullable Long team,
        @Nullable String indicator,
        @Nullable Long goal,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String note) {}
