package vn.tungnha.households;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.References;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.Staying;
import vn.tungnha.shared.table.TakesBack;

/**
 * Takes back households and people that came with a file. A household the file founded goes with all its people or not at
 * all.
 */
@Component
@RequiredArgsConstructor
class HouseholdImportUndo implements TakesBack<CurrentUser> {

    static final String HOUSEHOLD = "household";
    static final String RESIDENT = "resident";

    private static final Set<String> OF_HOUSEHOLD =
            Set.of("household_placement.household_id", "resident.household_id", "residence.household_id");
    private static final Set<String> OF_RESIDENT = Set.of("residence.resident_id");

    private final HouseholdRepository households;
    private final ResidentRepository residents;
    private final HouseholdTrail trail;
    private final References references;
    private final LiveFigures figures;
    private final EntityManager entities;
    private final JdbcClient jdbc;

    @Override
    public List<Staying> staying(List<Made> made, CurrentUser user) {
        Map<String, String> names = new HashMap<>(names(HOUSEHOLD, "number || ' ' || alley", refs(made, HOUSEHOLD)));
        names.putAll(names(RESIDENT, "coalesce(name, birth_year::text, '')", refs(made, RESIDENT)));
        Map<String, Staying> staying = new LinkedHashMap<>();
        look(HOUSEHOLD, OF_HOUSEHOLD, made, names, staying);
        look(RESIDENT, OF_RESIDENT, made, names, staying);
        strangersIn(made)
                .forEach(id -> staying.putIfAbsent(id, Staying.used(id, names.getOrDefault(id, ""), "residence")));
        return wholeHouseholds(made, names, staying);
    }

    private void look(
            String table, Set<String> own, List<Made> made, Map<String, String> names, Map<String, Staying> staying) {
        List<String> refs = refs(made, table);
        references
                .to(table, refs, own)
                .forEach((id, by) -> staying.put(id, Staying.used(id, names.getOrDefault(id, ""), by)));
        Map<String, String> versions = column(table, "version::text", refs);
        made.stream()
                .filter(one -> one.subject().equals(table) && versions.containsKey(one.ref()))
                .filter(one -> !one.state().equals(versions.get(one.ref())))
                .forEach(one ->
                        staying.putIfAbsent(one.ref(), Staying.changed(one.ref(), names.getOrDefault(one.ref(), ""))));
    }

    /** Where people live who did not come with the file. */
    private List<String> strangersIn(List<Made> made) {
        return jdbc.sql("""
                        select distinct household_id::text from residence
                        where household_id = any(cast(:households as uuid[]))
                          and resident_id <> all(cast(:residents as uuid[]))""")
                .param("households", refs(made, HOUSEHOLD).toArray(String[]::new))
                .param("residents", refs(made, RESIDENT).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static List<Staying> wholeHouseholds(
            List<Made> made, Map<String, String> names, Map<String, Staying> staying) {
        Map<String, Staying> reasons = new HashMap<>();
        made.forEach(one -> {
            Staying reason = staying.get(one.ref());
            if (reason != null) {
                reasons.merge(one.group(), reason, (a, b) -> a.ref().equals(one.group()) ? a : b);
            }
        });
        Set<String> founded = new HashSet<>(refs(made, HOUSEHOLD));
        List<Staying> all = new ArrayList<>();
        for (Made one : made) {
            Staying reason = founded.contains(one.group()) ? reasons.get(one.group()) : staying.get(one.ref());
            if (reason != null) {
                all.add(new Staying(one.ref(), names.getOrDefault(one.ref(), ""), reason.key(), reason.arguments()));
            }
        }
        return all;
    }

    @Override
    public void takeBack(List<Made> made, String reason, CurrentUser user) {
        Set<UUID> homes = ids(made, HOUSEHOLD);
        Set<UUID> people = ids(made, RESIDENT);
        Set<UUID> touched = new HashSet<>(homes);
        made.forEach(one -> touched.add(UUID.fromString(one.group())));
        figures.during(new LiveFigures.Touched(touched, people, Set.of()), () -> {
            Map<UUID, Household> of = households.findAllById(touched).stream()
                    .collect(Collectors.toMap(Household::getId, household -> household));
            residents
                    .findAllById(people)
                    .forEach(resident -> trail.takenBack(
                            resident,
                            Objects.requireNonNull(of.get(resident.getHouseholdId()))
                                    .getVillageId(),
                            reason));
            homes.forEach(id -> {
                Household household = of.get(id);
                if (household != null) {
                    trail.takenBack(household, reason);
                }
            });
            entities.flush();
            entities.clear();
            delete("residence", "resident_id", people);
            delete("resident", "id", people);
            delete("household_placement", "household_id", homes);
            delete("household", "id", homes);
            return made.size();
        });
    }

    private void delete(String table, String column, Set<UUID> ids) {
        jdbc.sql("delete from " + table + " where " + column + " = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private Map<String, String> names(String table, String expression, List<String> refs) {
        return column(table, expression, refs);
    }

    private Map<String, String> column(String table, String expression, List<String> refs) {
        Map<String, String> values = new HashMap<>();
        jdbc.sql("select id::text as id, " + expression + " as value from " + table
                        + " where id = any(cast(:ids as uuid[]))")
                .param("ids", refs.toArray(String[]::new))
                .query(row -> {
                    values.put(row.getString("id"), text(row.getString("value")));
                });
        return values;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static List<String> refs(List<Made> made, String subject) {
        return made.stream()
                .filter(one -> one.subject().equals(subject))
                .map(Made::ref)
                .toList();
    }

    private static Set<UUID> ids(List<Made> made, String subject) {
        return refs(made, subject).stream().map(UUID::fromString).collect(Collectors.toSet());
    }
}
