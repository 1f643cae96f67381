package vn.tungnha.households;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;

/** One file of households. */
@RequiredArgsConstructor
class HouseholdReading implements ImportReading {

    private final RowReader reader;
    private final KnownHouseholds known;
    private final HouseholdWrites households;
    private final ResidentWrites residents;
    private final LiveFigures figures;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final CurrentUser user;

    /** Children under 14 by address, and the first row that told of the address or person. */
    private final Map<String, Integer> children = new HashMap<>();

    private final Map<String, Integer> firstRows = new HashMap<>();
    private final Set<String> heads = new HashSet<>();
    private final Map<Long, Boolean> open = new HashMap<>();
    private final Map<String, UUID> founded = new HashMap<>();
    private final Set<UUID> created = new HashSet<>();

    /** Households whose householder is known: another one in the file does not take that from them. */
    private final Set<UUID> headed = new HashSet<>();

    @Override
    public void check(RowCheck row) {
        PersonRow read = reader.read(row);
        if (read == null || row.has(Finding.Level.ERROR)) {
            return;
        }
        if (known.at(read) != null) {
            checkAgainstRegister(row, read);
            warnOfSecondHead(row, read);
            return;
        }
        if (read.children() != null) {
            children.put("said|" + read.address(), read.children());
        }
        if (read.child()) {
            children.merge(read.address(), 1, Integer::sum);
            return;
        }
        ResidentCommand person = read.person();
        if (person == null || person.name() != null) {
            checkAgainstFile(row, read, person);
        }
        warnOfSecondHead(row, read);
    }

    private void warnOfSecondHead(RowCheck row, PersonRow read) {
        ResidentCommand person = read.person();
        if (person != null
                && person.householder()
                && row.isGood()
                && (known.hasHead(read) || !heads.add(read.address()))) {
            row.warning("householder", "imports.households.head-known");
        }
    }

    private void checkAgainstRegister(RowCheck row, PersonRow read) {
        ResidentCommand person = read.person();
        if (person == null || known.livesThere(read, person)) {
            row.present("number", read.child() ? "imports.households.child-known" : "imports.row.present");
        } else {
            row.warning("number", "imports.households.joins");
            checkAgainstFile(row, read, person);
        }
    }

    /** The same person, or the same address without a person, twice in the file. */
    private void checkAgainstFile(RowCheck row, PersonRow read, @Nullable ResidentCommand person) {
        String key = read.address() + (person == null ? "" : "|" + PersonRow.person(person.name(), person.birthYear()));
        Integer first = firstRows.putIfAbsent(key, row.getNumber());
        if (first != null && (person == null || person.name() != null)) {
            row.present(person == null ? "number" : "name", "imports.row.repeated", String.valueOf(first));
        }
    }

    @Override
    public List<Made> store(List<RowCheck> rows) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (RowCheck row : rows) {
            PersonRow read = reader.read(row);
            if (read != null) {
                groups.computeIfAbsent(read.address(), address -> new Group(row, read, new ArrayList<>()))
                        .add(read.person());
            }
        }
        Set<UUID> ids = new HashSet<>();
        Set<UUID> anew = new HashSet<>();
        Map<UUID, UUID> people = new LinkedHashMap<>();
        groups.values().forEach(group -> {
            UUID id = founded.computeIfAbsent(group.first().address(), address -> id(group.first()));
            ids.add(id);
            if (known.at(group.first()) == null && !created.contains(id)) {
                anew.add(id);
            }
            group.people().forEach(person -> people.put(person.id(), id));
        });
        figures.during(new LiveFigures.Touched(ids, people.keySet(), Set.of()), () -> {
            FoundedHouseholds together = households.founding(open, user);
            groups.values().forEach(group -> group.row().storing(() -> store(group, together)));
            together.write();
            return rows.size();
        });
        entities.clear();
        List<Made> made = new ArrayList<>();
        versions("household", anew)
                .forEach((id, version) ->
                        made.add(new Made(HouseholdImportUndo.HOUSEHOLD, id.toString(), id.toString(), version)));
        versions("resident", people.keySet())
                .forEach((id, version) -> made.add(new Made(
                        HouseholdImportUndo.RESIDENT, id.toString(), String.valueOf(people.get(id)), version)));
        return made;
    }

    private Map<UUID, String> versions(String table, Set<UUID> ids) {
        Map<UUID, String> versions = new HashMap<>();
        jdbc.sql("select id, version from " + table + " where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    versions.put(row.getObject("id", UUID.class), row.getString("version"));
                });
        return versions;
    }

    private void store(Group group, FoundedHouseholds together) {
        PersonRow first = group.first();
        UUID id = founded.get(first.address());
        if (id == null) {
            throw new IllegalStateException("no id for " + first.address());
        }
        if (known.at(first) == null && created.add(id)) {
            List<ResidentCommand> people = group.people().stream()
                    .map(person -> underOneHead(id, person))
                    .toList();
            together.add(first.household(id, childrenAt(first), people));
            return;
        }
        if (known.hasHead(first)) {
            headed.add(id);
        }
        group.people().forEach(person -> residents.add(id, underOneHead(id, person), user));
    }

    /** The register's householder stays, and of several in the file the first one is it. */
    private ResidentCommand underOneHead(UUID household, ResidentCommand person) {
        return person.householder() && !headed.add(household) ? person.underSomebody() : person;
    }

    private UUID id(PersonRow row) {
        UUID there = known.at(row);
        return there == null ? UUID.randomUUID() : there;
    }

    private int childrenAt(PersonRow row) {
        Integer said = children.get("said|" + row.address());
        return said == null ? children.getOrDefault(row.address(), 0) : said;
    }

    /** Rows of one address within one call. */
    private record Group(RowCheck row, PersonRow first, List<ResidentCommand> people) {

        void add(@Nullable ResidentCommand person) {
            if (person != null) {
                people.add(person);
            }
        }
    }
}
