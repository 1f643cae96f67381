package vn.tungnha.contests.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Where somebody may hold something: one's own places, the wards under them, teams of a ward, one's own teams. */
@Component
@RequiredArgsConstructor
class HoldingPlaces {

    private static final int MOST = 400;

    private final Teams teams;
    private final Units units;
    private final Clock clock;

    /** Read back from what is sent: {@code unit:7}. */
    static @Nullable Long id(@Nullable String at, String kind) {
        return at != null && at.matches(kind + ":\\d{1,18}") ? Long.valueOf(at.substring(kind.length() + 1)) : null;
    }

    List<Choice> of(CurrentUser user) {
        List<Choice> choices = new ArrayList<>(units(user));
        if (user.has(Role.TEAM_LEADER, Role.WARD_OFFICER, Role.WARD_LEADER)) {
            teams.list(TeamQuery.all(today()), user, new Paging(0, MOST))
                    .items()
                    .forEach(team -> choices.add(new Choice("team:" + team.id(), team.name())));
        }
        return choices.stream().distinct().toList();
    }

    /** Units only, as owners of questions. */
    List<Choice> units(CurrentUser user) {
        List<Choice> choices = new ArrayList<>();
        if (user.scope().everything()) {
            units.search(UnitQuery.on(today()).level(UnitLevel.PROVINCE), new Paging(0, 100))
                    .items()
                    .forEach(it -> choices.add(choice(it)));
            return choices;
        }
        for (UnitView root :
                units.all(user.scope().roots(Data.FIGURES), today()).values()) {
            if (root.level() != UnitLevel.VILLAGE) {
                choices.add(choice(root));
            }
            if (root.level() != UnitLevel.COMMUNE && root.level() != UnitLevel.VILLAGE) {
                units.under(root.id(), UnitLevel.COMMUNE, today()).stream()
                        .sorted(Comparator.comparing(UnitView::name))
                        .limit(MOST)
                        .forEach(ward -> choices.add(choice(ward)));
            }
        }
        return choices.stream().distinct().toList();
    }

    private static Choice choice(UnitView unit) {
        return new Choice("unit:" + unit.id(), unit.fullName());
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
