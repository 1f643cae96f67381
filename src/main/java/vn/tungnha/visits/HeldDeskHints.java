package vn.tungnha.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.Units;

/** Whose a held desk may have been, and where it may have stood. */
@Component
@RequiredArgsConstructor
class HeldDeskHints {

    private final JdbcClient jdbc;
    private final HeldDesks desks;
    private final VisitNames names;
    private final Units units;
    private final Clock clock;

    HeldDeskView of(HeldRow row, Held held, CurrentUser user) {
        DeskCommand told = desks.opening(held.id());
        LocalDate day = Days.of(told.startedAt());
        Map<String, Integer> turns = new LinkedHashMap<>();
        desks.counts(held.id(), held.state())
                .forEach(one -> one.told().turns().forEach((topic, n) -> turns.merge(topic, n, Integer::sum)));
        List<Held> meetings = held.waiting() ? desks.meetings(held.id(), held.state()) : desks.meetings(held.id());
        return new HeldDeskView(
                row,
                told,
                turns,
                meetings.stream()
                        .map(one -> new HeldDeskView.Met(
                                one.id(), one.visitTold().persons(), one.state().name()))
                        .toList(),
                names.of(meetings.stream().map(Held::visitTold).toList()),
                row.reasons().contains(HeldReason.TEAM_ENDED) ? teams(held, day, user) : Map.of(),
                row.reasons().contains(HeldReason.DESK_PLACE) ? villages(day, user) : Map.of());
    }

    private Map<Long, String> teams(Held held, LocalDate day, CurrentUser user) {
        Map<Long, String> teams = new LinkedHashMap<>();
        ScopeSql.bind(
                        jdbc.sql("""
                        select t.id, t.name, bool_or(a.village_id = :village or exists (select from unit_lineage l
                               where l.from_id = :village and l.to_id = a.village_id
                                 and :day between l.valid_from and l.valid_to)) as there
                        from team t join team_area a on a.team_id = t.id and :day between a.valid_from and a.valid_to
                        where :day between t.established_on and t.ended_on and %s
                        group by t.id order by there desc, t.number, t.id limit 100
                        """.formatted(ScopeSql.covers("a.village_id"))),
                        user.scope(),
                        Data.PEOPLE,
                        Days.today(clock))
                .param("village", held.village())
                .param("day", day)
                .query(row -> {
                    teams.put(row.getLong("id"), row.getString("name"));
                });
        return teams;
    }

    private Map<String, String> villages(LocalDate day, CurrentUser user) {
        Map<String, String> villages = new LinkedHashMap<>();
        user.scope().roots(Data.PEOPLE).stream()
                .flatMap(root -> units.under(root, UnitLevel.VILLAGE, day).stream())
                .forEach(village -> villages.putIfAbsent(village.code(), village.fullName()));
        return villages;
    }
}
