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
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.ImportReading;
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
    private final CurrentUser user;

    /** Children under 14 by address, and the first row that told of the address or person. */
    private final Map<String, Integer> children = new HashMap<>();

    private final Map<String, Integer> firstRows = new HashMap<>();
    private final Map<String, UUID> founded = new HashMap<>();
    private final Set<UUID> created = new HashSet<>();

    @Override
    public void check(RowCheck row) {
        PersonRow read = reader.read(row);
        if (read == null || row.has(Finding.Level.ERROR)) {
            return;
        }
        if (known.at(read) != null) {
            checkAgainstRegister(row, read);
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
    public void store(List<RowCheck> rows) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (RowCheck row : rows) {
            PersonRow read = reader.read(row);
            if (read != null) {
                groups.computeIfAbsent(read.address(), address -> new Group(row, read, new ArrayList<>()))
                        .add(read.person());
            }
        }
        Set<UUID> ids = new HashSet<>();
        Set<UUID> people = new HashSet<>();
        groups.values().forEach(group -> {
            ids.add(founded.computeIfAbsent(group.first().address(), address -> id(group.first())));
            group.people().forEach(person -> people.add(person.id()));
        });
        figures.during(new LiveFigures.Touched(ids, people, Set.of()), () -> {
            groups.values().forEach(group -> group.row().storing(() -> store(group)));
            return rows.size();
        });
        entities.clear();
    }

    private void store(Group group) {
        PersonRow first = group.first();
        UUID id = founded.get(first.address());
        if (id == null) {
            throw new IllegalStateException("no id for " + first.address());
        }
        if (known.at(first) == null && created.add(id)) {
            households.create(first.household(id, childrenAt(first), group.people()), user);
            return;
        }
        group.people().forEach(person -> residents.add(id, person, user));
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
