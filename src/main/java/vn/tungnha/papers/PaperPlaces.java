package vn.tungnha.papers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Whose report is asked for, within the reader's reach. */
@Component
@RequiredArgsConstructor
class PaperPlaces {

    private final ReportPlaces places;
    private final Units units;
    private final Teams teams;

    /** Empty only for those without a place of their own who asked for none. */
    Optional<PaperPlace> of(PaperRequest request, @Nullable PaperPeriod period, CurrentUser user) {
        Long team = request.team();
        if (team == null && request.unit() == null && user.has(Role.TEAM_LEADER)) {
            team = user.scope().teams().stream().min(Comparator.naturalOrder()).orElse(null);
        }
        LocalDate on = day(period);
        if (team != null) {
            return Optional.of(ofTeam(teams.get(team, user), on));
        }
        return places.unitIn(request.unit(), period == null ? null : period.named(), user)
                .map(it -> ofUnit(it, on));
    }

    PaperPlace ofTeam(TeamView team, LocalDate on) {
        if (team.communeId() == null) {
            throw new RuleBroken("papers.error.no-home");
        }
        UnitView home = units.get(team.communeId(), on);
        return new PaperPlace(null, team, home, province(home, on));
    }

    PaperPlace ofUnit(UnitView unit, LocalDate on) {
        return new PaperPlace(unit, null, unit, province(unit, on));
    }

    private @Nullable UnitView province(UnitView unit, LocalDate on) {
        if (unit.level() == UnitLevel.PROVINCE) {
            return unit;
        }
        LocalDate alive = unit.validTo().isBefore(on) ? unit.validTo() : on;
        return units.ancestors(unit.id(), alive).stream()
                .filter(it -> it.level() == UnitLevel.PROVINCE)
                .findFirst()
                .orElse(null);
    }

    private LocalDate day(@Nullable PaperPeriod period) {
        LocalDate today = places.today();
        return period == null || period.named().last().isAfter(today)
                ? today
                : period.named().last();
    }
}
