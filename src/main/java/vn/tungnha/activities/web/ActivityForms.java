package vn.tungnha.activities.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.activities.ActivityKinds;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.activities.Campaigns;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Fills the form of an activity: kinds, teams, campaigns to choose from. */
@Component
@RequiredArgsConstructor
class ActivityForms {

    /** More teams than any ward has. */
    private static final int MOST_TEAMS = 500;

    private final ActivityKinds kinds;
    private final Campaigns campaigns;
    private final Teams teams;
    private final Units units;
    private final Clock clock;

    String show(@Nullable ActivityView activity, @Nullable String unit, CurrentUser user, Locale locale, Model model) {
        LocalDate today = Days.today(clock);
        List<Choice> wards = activity == null && (unit == null || unit.isBlank()) ? wards(user, today) : List.of();
        boolean many = wards.size() > 1;
        List<TeamRow> all = many ? List.of() : teams(unit, activity, user, today);
        model.addAttribute("activity", activity);
        model.addAttribute(
                "kinds",
                kinds.all().stream()
                        .filter(kind -> kind.enabled()
                                || activity != null && activity.kind().equals(kind.code()))
                        .map(kind -> new Choice(kind.code(), kind.name(locale)))
                        .toList());
        model.addAttribute("choosesWard", many);
        model.addAttribute("wards", wards);
        model.addAttribute(
                "teams",
                all.stream()
                        .map(team -> new Choice(String.valueOf(team.id()), name(team)))
                        .toList());
        List<Choice> running = new ArrayList<>();
        campaigns.running(activity == null ? today : activity.day(), user).stream()
                .map(it -> new Choice(it.id().toString(), it.name()))
                .forEach(running::add);
        model.addAttribute("campaigns", running);
        return fieldOnly(user) ? "activities/field-form" : "activities/form";
    }

    /** The only team somebody may choose, if it is one. */
    @Nullable
    Long only(CurrentUser user) {
        Set<Long> own = user.scope().teams();
        return own.size() == 1 && fieldOnly(user) ? own.iterator().next() : null;
    }

    static boolean fieldOnly(CurrentUser user) {
        return user.roles().stream().allMatch(role -> role == Role.TEAM_LEADER || role == Role.TEAM_MEMBER);
    }

    private List<TeamRow> teams(
            @Nullable String unit, @Nullable ActivityView activity, CurrentUser user, LocalDate today) {
        TeamQuery query = TeamQuery.all(today);
        if (unit != null && !unit.isBlank()) {
            query = query.under(units.require(unit, today).id());
        } else if (activity != null && activity.commune() != null) {
            query = units.ancestors(activity.villageId(), today).stream()
                    .filter(it -> it.level() == UnitLevel.COMMUNE)
                    .findFirst()
                    .map(it -> TeamQuery.all(today).under(it.id()))
                    .orElse(query);
        }
        return teams.list(query, user, new Paging(0, MOST_TEAMS)).items();
    }

    /** Whoever looks after several wards chooses one first. */
    private List<Choice> wards(CurrentUser user, LocalDate today) {
        if (user.scope().everything()) {
            return provinces(units, today);
        }
        return user.scope().roots(Data.FIGURES).stream()
                .flatMap(root -> units.under(root, UnitLevel.COMMUNE, today).stream())
                .sorted(Comparator.comparing(UnitView::name))
                .map(ward -> new Choice(ward.code(), ward.fullName()))
                .distinct()
                .toList();
    }

    static List<Choice> provinces(Units units, LocalDate today) {
        return units.search(UnitQuery.on(today).level(UnitLevel.PROVINCE), new Paging(0, 100)).items().stream()
                .map(province -> new Choice(province.code(), province.fullName()))
                .toList();
    }

    private static String name(TeamRow team) {
        return team.communeName() == null ? team.name() : team.name() + " · " + team.communeName();
    }
}
