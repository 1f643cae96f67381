package vn.tungnha.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.indicators.ReportedDays;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.Segment;
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
    private final ReportedDays calendar;
    private final Clock clock;

    /** What is asked for, by the days the unit's province reports by where that was chosen. */
    BoardRequest request(String code, MultiValueMap<String, String> params) {
        BoardRequest request = BoardRequest.of(code, params, Days.today(clock));
        if (!request.asksReportedDays()) {
            return request;
        }
        return units.find(request.ref().code(), request.codeDay())
                .map(unit -> request.cut(named -> calendar.of(named, unit)))
                .orElse(request);
    }

    /** Calendar days, or those from the 15th on, where the province reports by these; empty elsewhere. */
    List<Segment> days(UnitView unit, BoardRequest request, Words words) {
        Period named = request.named();
        if (named.grain() == Grain.CUMULATIVE || calendar.of(named, unit).equals(named)) {
            return List.of();
        }
        boolean shown = request.asksReportedDays();
        return List.of(
                new Segment(words.say("days.calendar"), request.without("days"), !shown),
                new Segment(words.say("days.reported"), request.url("days", "reported"), shown));
    }

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
