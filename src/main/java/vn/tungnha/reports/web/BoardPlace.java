package vn.tungnha.reports.web;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Finds the unit a dashboard is about, if the reader may see its figures, and the teams at work in it. */
@Component
@RequiredArgsConstructor
class BoardPlace {

    private final Units units;
    private final Teams teams;
    private final ScopeGuard guard;

    /**
     * @throws vn.tungnha.units.UnitNotInForce when the code was not in force on the day it is read at
     * @throws vn.tungnha.shared.OutOfScope when it lies outside the reader's scope
     */
    UnitView require(BoardRequest request, CurrentUser user) {
        UnitView unit = units.require(request.ref().code(), request.codeDay());
        guard.require(user.scope(), Data.FIGURES, unit.id());
        return unit;
    }

    /** Teams of the end of the period (or of today), in the villages the unit has in the structure asked for. */
    List<TeamView> teams(UnitView unit, BoardRequest request) {
        List<Long> villages = units.under(unit.id(), UnitLevel.VILLAGE, structureDay(unit, request)).stream()
                .map(UnitView::id)
                .toList();
        return villages.isEmpty() ? List.of() : teams.of(villages, teamsDay(unit, request));
    }

    LocalDate structureDay(UnitView unit, BoardRequest request) {
        return within(unit, request.structure().day(request.period()));
    }

    LocalDate teamsDay(UnitView unit, BoardRequest request) {
        LocalDate last = request.period().last();
        LocalDate day = last.isAfter(request.today()) ? request.today() : last;
        return request.structure().pinned() == null ? within(unit, day) : day;
    }

    private static LocalDate within(UnitView unit, LocalDate day) {
        if (day.isAfter(unit.validTo())) {
            return unit.validTo();
        }
        return day.isBefore(unit.validFrom()) ? unit.validFrom() : day;
    }
}
