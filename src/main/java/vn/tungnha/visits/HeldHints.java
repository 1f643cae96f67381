package vn.tungnha.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.households.HouseholdQuery;
import vn.tungnha.households.Households;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.Units;

/** Where something held may belong: only places within the decider's reach. */
@Component
@RequiredArgsConstructor
class HeldHints {

    private static final int MOST_FOUND = 8;

    private final JdbcClient jdbc;
    private final Households households;
    private final VisitNames names;
    private final VisitFacts facts;
    private final VisitAccess access;
    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    HeldView of(HeldRow row, Held held, String q, CurrentUser user) {
        VisitCommand told = held.visitTold();
        LocalDate day = Days.of(told.visitedAt());
        Map<UUID, HeldView.Candidate> candidates = new LinkedHashMap<>();
        joined(told.householdId()).forEach(one -> candidates.putIfAbsent(one.household(), one));
        homes(told.persons(), day).forEach(one -> candidates.putIfAbsent(one.household(), one));
        candidates.remove(told.householdId());
        candidates.values().removeIf(one -> !access.isNear(one.household(), day, user.scope()));
        found(q, user).forEach(one -> candidates.putIfAbsent(one.household(), one));
        List<UUID> strays = new ArrayList<>(told.persons());
        Set<UUID> there = facts.personsOn(strays, told.householdId(), day).keySet();
        told.newResidents().forEach(one -> strays.remove(one.id()));
        strays.removeAll(there);
        return new HeldView(
                row,
                told,
                names.of(List.of(told)),
                List.copyOf(candidates.values()),
                strays,
                row.reasons().contains(HeldReason.TEAM_ENDED) ? teams(told, day) : Map.of(),
                row.reasons().contains(HeldReason.VILLAGE_CLOSED) ? villages(held, day, user) : Map.of());
    }

    /** Those that carry on the ended one first, then all the decider is in charge of. */
    private Map<String, String> villages(Held held, LocalDate day, CurrentUser user) {
        VisitCommand.NewHousehold fresh = held.visitTold().newHousehold();
        Map<String, String> villages = new LinkedHashMap<>();
        if (fresh == null) {
            return villages;
        }
        LocalDate seen = held.seenAt() == null ? day : Days.of(held.seenAt());
        LocalDate today = Days.today(clock);
        units.find(fresh.village(), day).or(() -> units.find(fresh.village(), seen)).stream()
                .flatMap(ended -> units.successors(ended.id(), today).stream())
                .filter(heir -> guard.covers(user.scope(), Data.PEOPLE, heir.id()))
                .forEach(heir -> villages.put(heir.code(), heir.fullName()));
        user.scope().roots(Data.PEOPLE).stream()
                .flatMap(root -> units.under(root, UnitLevel.VILLAGE, today).stream())
                .forEach(village -> villages.putIfAbsent(village.code(), village.fullName()));
        return villages;
    }

    /** Where those went who lived in the household on its last day. */
    private List<HeldView.Candidate> joined(UUID household) {
        return jdbc.sql("""
                        select h.id as household, h.alley, h.number, 'JOINED' as why, min(r.name) as who
                        from household f
                        join residence o on o.household_id = f.id and o.valid_to >= f.ended_on
                        join residence s on s.resident_id = o.resident_id and s.valid_from = o.valid_to + 1
                        join household h on h.id = s.household_id and h.status = 'ACTIVE'
                        join resident r on r.id = s.resident_id
                        where f.id = ? and f.status = 'ENDED'
                        group by h.id order by count(*) desc, h.id limit 3
                        """).param(household).query(HeldView.Candidate.class).list();
    }

    /** Where those named lived on the visit's day. */
    private List<HeldView.Candidate> homes(Set<UUID> persons, LocalDate day) {
        return jdbc.sql("""
                        select h.id as household, h.alley, h.number, 'LIVES' as why, string_agg(r.name, ', ') as who
                        from residence s join household h on h.id = s.household_id join resident r on r.id = s.resident_id
                        where s.resident_id = any(:persons) and :day between s.valid_from and s.valid_to
                          and :day <= h.ended_on
                        group by h.id order by count(*) desc, h.id limit 3
                        """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("day", day)
                .query(HeldView.Candidate.class)
                .list();
    }

    private List<HeldView.Candidate> found(String q, CurrentUser user) {
        if (q.isBlank()) {
            return List.of();
        }
        HouseholdQuery query = new HouseholdQuery(null, Set.of(), null, q, Days.today(clock));
        return households.list(query, user, new Paging(0, MOST_FOUND)).items().stream()
                .map(one -> new HeldView.Candidate(one.id(), one.alley(), one.number(), "FOUND", one.householder()))
                .toList();
    }

    /** Teams at work where the household was that day. */
    private Map<Long, String> teams(VisitCommand told, LocalDate day) {
        Map<Long, String> teams = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct t.id, t.name from household_placement p
                        join team_area a on :day between a.valid_from and a.valid_to
                            and (a.village_id = p.village_id or exists (select from unit_lineage l
                                 where l.from_id = p.village_id and l.to_id = a.village_id
                                   and :day between l.valid_from and l.valid_to))
                        join team t on t.id = a.team_id and :day between t.established_on and t.ended_on
                        where p.household_id = :household and :day between p.valid_from and p.valid_to
                        order by t.name limit 20
                        """).param("household", told.householdId()).param("day", day).query(row -> {
            teams.put(row.getLong("id"), row.getString("name"));
        });
        return teams;
    }
}
