package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.shared.Days;

/** Counts some measures from the raw rows in plain Java, as somebody with pencil and paper would. */
class NaiveRecount {

    private final List<Contact> contacts;
    private final List<Turns> turns;
    private final List<Placement> placements;
    private final List<Stay> stays;
    private final List<Act> acts;
    private final List<Guided> guided;
    private final Map<UUID, Integer> born;

    NaiveRecount(JdbcClient jdbc) {
        contacts = jdbc
                .sql(
                        "select id, household_id, team_id, visited_on, outcome, place, guided_unnamed from visit where status <> 'WITHDRAWN'")
                .query(Contact.class)
                .list()
                .stream()
                .sorted(Comparator.comparing(Contact::visitedOn)
                        .thenComparing(it -> it.id().toString()))
                .toList();
        turns = jdbc.sql("select d.village_id, d.held_on, t.turns from desk d join desk_count c on c.desk_id = d.id "
                        + "join desk_turns t on t.count_id = c.id where c.withdrawn_at is null")
                .query(Turns.class)
                .list();
        placements = jdbc.sql("select household_id, village_id, valid_from, valid_to from household_placement")
                .query(Placement.class)
                .list();
        stays = jdbc.sql("select resident_id, household_id, valid_from, valid_to from residence")
                .query(Stay.class)
                .list();
        acts = jdbc.sql("select visit_id, resident_id, result from activation where account_type = 'E_ID_L2'")
                .query(Act.class)
                .list();
        guided = jdbc.sql("select visit_id, resident_id from visit_guided")
                .query(Guided.class)
                .list();
        born = jdbc.sql("select id, birth_year from resident").query(Born.class).list().stream()
                .collect(Collectors.toMap(Born::id, Born::birthYear));
    }

    /**
     * By measure, village and period: visits, turns and newly activated in each month, households reached and persons guided
     * once in each month, quarter, year and ever; and holders at the end.
     */
    Map<String, Long> counts(LocalDate until) {
        Map<String, Long> counts = new TreeMap<>();
        Set<String> once = new HashSet<>();
        Set<UUID> activated = new HashSet<>();
        Map<UUID, LocalDate> holds = new TreeMap<>();
        List<Held> held = new ArrayList<>();
        for (Contact contact : contacts) {
            long village = villageOf(contact.householdId(), contact.visitedOn());
            String month = contact.visitedOn().toString().substring(0, 7);
            boolean atHome = contact.place().equals("HOME");
            if (atHome) {
                add(counts, "VISITS", village, month);
            }
            if (contact.guidedUnnamed() > 0) {
                counts.merge("GUIDED_UNNAMED " + village + " " + month, (long) contact.guidedUnnamed(), Long::sum);
            }
            for (String period : periods(contact.visitedOn())) {
                if (atHome && contact.outcome().equals("MET") && once.add("H" + contact.householdId() + period)) {
                    add(counts, "HOUSEHOLDS_REACHED", village, period);
                }
                for (Guided one : guided) {
                    if (one.visitId().equals(contact.id()) && once.add("P" + one.residentId() + period)) {
                        add(counts, "PERSONS_GUIDED", village, period);
                    }
                }
            }
            for (Act act : acts) {
                if (!act.visitId().equals(contact.id())) {
                    continue;
                }
                if (act.result().equals("ACTIVATED") && activated.add(act.residentId())) {
                    add(counts, "E_ID_L2_NEW", village, month);
                }
                if (act.result().equals("LOST")) {
                    LocalDate since = holds.remove(act.residentId());
                    if (since != null) {
                        held.add(new Held(act.residentId(), since, contact.visitedOn()));
                    }
                } else if (Set.of("ACTIVATED", "ALREADY_ACTIVE", "USED").contains(act.result())) {
                    holds.putIfAbsent(act.residentId(), contact.visitedOn());
                }
            }
        }
        for (Turns one : turns) {
            String month = one.heldOn().toString().substring(0, 7);
            counts.merge("GUIDED_UNNAMED " + one.villageId() + " " + month, (long) one.turns(), Long::sum);
        }
        holds.forEach((resident, since) -> held.add(new Held(resident, since, Days.FOREVER)));
        for (Held one : held) {
            boolean holdsThen = !one.from().isAfter(until) && one.lost().isAfter(until);
            if (holdsThen && until.getYear() - born.get(one.resident()) >= 18) {
                stays.stream()
                        .filter(it -> it.residentId().equals(one.resident()) && it.on(until))
                        .forEach(it -> add(counts, "E_ID_L2_HOLDERS_18", villageOf(it.householdId(), until), "end"));
            }
        }
        return counts;
    }

    private static List<String> periods(LocalDate day) {
        String year = String.valueOf(day.getYear());
        return List.of(day.toString().substring(0, 7), year + "-Q" + (day.getMonthValue() + 2) / 3, year, "ever");
    }

    private long villageOf(UUID household, LocalDate day) {
        return placements.stream()
                .filter(it -> it.householdId().equals(household) && it.on(day))
                .findFirst()
                .orElseThrow()
                .villageId();
    }

    private static void add(Map<String, Long> counts, String measure, long village, String month) {
        counts.merge(measure + " " + village + " " + month, 1L, Long::sum);
    }

    record Contact(
            UUID id,
            UUID householdId,
            long teamId,
            LocalDate visitedOn,
            String outcome,
            String place,
            int guidedUnnamed) {}

    record Turns(long villageId, LocalDate heldOn, int turns) {}

    record Act(UUID visitId, UUID residentId, String result) {}

    record Guided(UUID visitId, UUID residentId) {}

    record Born(UUID id, int birthYear) {}

    record Held(UUID resident, LocalDate from, LocalDate lost) {}

    record Placement(UUID householdId, long villageId, LocalDate validFrom, LocalDate validTo) {

        boolean on(LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validTo);
        }
    }

    record Stay(UUID residentId, UUID householdId, LocalDate validFrom, LocalDate validTo) {

        boolean on(LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validTo);
        }
    }
}
