package vn.tungnha.activities;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.TeamPlaces;
import vn.tungnha.shared.RuleBroken;

/** What a plan and its outcome must keep to before they are stored. */
@Component
@RequiredArgsConstructor
class ActivityRules {

    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_RESULTS = 4000;
    private static final int MOST = 100_000;
    private static final Pattern CITIZEN_NUMBER = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    private final ActivityKinds kinds;
    private final ActivityAccess access;
    private final TeamPlaces places;
    private final JdbcClient jdbc;

    /** @param before the kind so far, which may have been switched off since; null for a new activity */
    ActivityKind check(ActivityCommand told, @Nullable String before, CurrentUser user) {
        text("title", told.title(), LONGEST_TITLE);
        text("place", told.place(), LONGEST_TITLE);
        if (!told.from().isBefore(told.until())) {
            throw RuleBroken.at("until", "activities.error.hours");
        }
        if (told.capacity() != null && (told.capacity() < 1 || told.capacity() > MOST)) {
            throw RuleBroken.at("capacity", "activities.error.number", 1, MOST);
        }
        access.requireTeam(told.team(), told.day(), user);
        told.invited().forEach(team -> access.requireTeam(team, told.day(), user));
        boolean exist = Stream.concat(Stream.of(told.team()), told.invited().stream())
                .allMatch(team -> !places.villagesOf(team, told.day()).isEmpty());
        if (!exist) {
            throw RuleBroken.at("team", "activities.error.team");
        }
        if (told.campaign() != null && !inCampaign(told)) {
            throw RuleBroken.at("campaign", "activities.error.campaign");
        }
        return kinds.all().stream()
                .filter(kind -> kind.code().equals(told.kind())
                        && (kind.enabled() || kind.code().equals(before)))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("kind", "activities.error.kind"));
    }

    /** Where it counts: the village asked for, if the team works there that day, else the team's home. */
    long village(ActivityCommand told) {
        Set<Long> area = places.villagesOf(told.team(), told.day());
        if (told.village() != null) {
            if (!area.contains(told.village())) {
                throw RuleBroken.at("village", "activities.error.village");
            }
            return told.village();
        }
        return home(told.team(), told.day());
    }

    /** Who was counted at the activity's desk is not counted here a second time. */
    void check(ActivityOutcome outcome, boolean countedAtDesk) {
        for (Integer number : new Integer[] {outcome.others(), outcome.happy(), outcome.neutral(), outcome.unhappy()}) {
            if (number != null && (number < 0 || number > MOST)) {
                throw RuleBroken.at("others", "activities.error.number", 0, MOST);
            }
        }
        if (countedAtDesk && outcome.others() != null && outcome.others() > 0) {
            throw RuleBroken.at("others", "activities.error.counted-at-desk");
        }
        if (outcome.results() != null && outcome.results().length() > LONGEST_RESULTS) {
            throw RuleBroken.at("results", "activities.error.long", LONGEST_RESULTS);
        }
        if (outcome.results() != null
                && CITIZEN_NUMBER.matcher(outcome.results()).find()) {
            throw RuleBroken.at("results", "activities.error.citizen-number");
        }
    }

    static void text(String field, String text, int longest) {
        if (text.isBlank()) {
            throw RuleBroken.at(field, "activities.error.missing");
        }
        if (text.length() > longest) {
            throw RuleBroken.at(field, "activities.error.long", longest);
        }
    }

    private boolean inCampaign(ActivityCommand told) {
        return jdbc.sql("""
                        select exists (select from campaign c join campaign_team t on t.campaign_id = c.id and t.team_id = :team
                                       where c.id = :campaign and :day between c.first_day and c.last_day)""")
                .param("team", told.team())
                .param("campaign", told.campaign())
                .param("day", told.day())
                .query(Boolean.class)
                .single();
    }

    private long home(long team, LocalDate day) {
        return jdbc.sql("""
                        select village_id from team_area where team_id = :team and :day between valid_from and valid_to
                        order by home desc, village_id limit 1""")
                .param("team", team)
                .param("day", day)
                .query(Long.class)
                .single();
    }
}
