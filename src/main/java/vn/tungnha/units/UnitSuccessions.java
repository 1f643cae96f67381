package vn.tungnha.units;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** Ends units and lets others succeed them. */
@Component
@RequiredArgsConstructor
class UnitSuccessions {

    private final JdbcClient jdbc;
    private final Units units;
    private final UnitTables tables;
    private final UnitPaths paths;
    private final UnitChanges changes;
    private final VillageNames names;
    private final AreaCommunes areaCommunes;

    void end(long unitId, LocalDate last, @Nullable String reason) {
        tables.lock(Set.of(unitId));
        UnitView unit = units.get(unitId, last);
        requireAlive(unit, last);
        Set<Long> touched = new HashSet<>(children(unitId, Days.SINCE_EVER));
        touched.add(unitId);
        tables.close(unitId, last);
        paths.rebuildLineage(Set.of(unitId));
        paths.rebuildClosure(touched);
        changes.audit("unit.ended", unit, null, last, reason);
        changes.changed(touched);
    }

    long succeed(SuccessionCommand command) {
        List<UnitView> sources = sources(command);
        Set<Long> moving = new HashSet<>(command.children());
        Set<Long> touched = new HashSet<>(command.from());
        for (long source : command.from()) {
            touched.addAll(children(source, Days.SINCE_EVER));
            if (command.kind() == SuccessionCommand.Kind.WHOLE) {
                moving.addAll(children(source, command.effective()));
            }
        }
        LocalDate last = command.effective().minusDays(1);
        Set<Long> areas = commonAreas(sources, last);
        sources.forEach(source -> tables.close(source.id(), last));
        long target = command.into() != null ? existing(command) : founded(command);
        sources.forEach(source -> insert(source.id(), target, command));
        if (command.into() == null || command.kind() == SuccessionCommand.Kind.WHOLE) {
            areas.forEach(area -> areaCommunes.join(area, Set.of(target), command.effective()));
        }

        touched.addAll(moving);
        touched.add(target);
        paths.rebuildLineage(touched);
        place(sources.get(0), moving, target, command.effective());
        paths.rebuildClosure(touched);
        String heir = units.get(target, command.effective()).fullName();
        sources.forEach(source -> changes.audit("unit.succeeded", source, source.fullName(), heir, command.decree()));
        changes.changed(touched);
        return target;
    }

    /** Children go to another unit, or a new one, while the unit they leave goes on. */
    long splitOff(SuccessionCommand command) {
        long source = command.from().get(0);
        tables.lock(command.into() == null ? Set.of(source) : Set.of(source, command.into()));
        UnitView left = units.get(source, command.effective());
        requireAlive(left, command.effective());
        Set<Long> areas = commonAreas(List.of(left), command.effective());
        long target = command.into() != null ? existing(command) : founded(command);
        if (command.into() == null) {
            areas.forEach(area -> areaCommunes.join(area, Set.of(target), command.effective()));
        }
        paths.rebuildLineage(Set.of(target));
        if (left.level() == UnitLevel.AREA) {
            areaCommunes.leave(source, command.children(), command.effective());
        }
        place(left, command.children(), target, command.effective());
        Set<Long> touched = new HashSet<>(command.children());
        touched.add(target);
        paths.rebuildClosure(touched);
        changes.audit(
                "unit.split-off",
                left,
                left.fullName(),
                units.get(target, command.effective()).fullName(),
                command.decree());
        changes.changed(touched);
        return target;
    }

    private List<UnitView> sources(SuccessionCommand command) {
        List<Long> all = new ArrayList<>(command.from());
        if (command.into() != null) {
            if (all.contains(command.into())) {
                throw new RuleBroken("units.succession.into-itself");
            }
            all.add(command.into());
        }
        tables.lock(all);
        LocalDate last = command.effective().minusDays(1);
        return command.from().stream()
                .map(id -> {
                    UnitView source = units.get(id, last);
                    if (!endedByAnEarlierPart(id, command)) {
                        requireAlive(source, last);
                    }
                    return source;
                })
                .toList();
    }

    private static void requireAlive(UnitView unit, LocalDate last) {
        if (last.isBefore(unit.validFrom()) || !unit.validTo().equals(Days.FOREVER)) {
            throw RuleBroken.at("effective", "units.succession.not-in-force", unit.fullName());
        }
    }

    private boolean endedByAnEarlierPart(long id, SuccessionCommand command) {
        return command.kind() == SuccessionCommand.Kind.PART
                && jdbc.sql("select exists (select from unit_succession where from_id = :id and kind = 'PART'"
                                + " and effective = :effective)")
                        .param("id", id)
                        .param("effective", command.effective())
                        .query(Boolean.class)
                        .single();
    }

    private long existing(SuccessionCommand command) {
        UnitView target = units.get(requireNonNull(command.into()), command.effective());
        if (command.effective().isBefore(target.validFrom())
                || command.effective().isAfter(target.validTo())) {
            throw RuleBroken.at("effective", "units.succession.not-in-force", target.fullName());
        }
        return target.id();
    }

    private long founded(SuccessionCommand command) {
        SuccessionCommand.NewUnit unit = requireNonNull(command.founded());
        UnitName name = new UnitName(unit.code(), unit.name(), unit.fullName(), unit.kind());
        if (units.find(unit.code(), command.effective()).isPresent()) {
            throw RuleBroken.at("code", "units.succession.code-taken", unit.code());
        }
        if (unit.level() == UnitLevel.VILLAGE && unit.parentId() != null) {
            names.requireFree(unit.parentId(), unit.name(), command.effective(), Days.FOREVER);
        }
        long id = tables.found(unit.level(), name, command.effective());
        if (unit.parentId() != null) {
            tables.place(id, unit.parentId(), command.effective());
        }
        return id;
    }

    private void insert(long source, long target, SuccessionCommand command) {
        jdbc.sql("""
                        insert into unit_succession (from_id, to_id, kind, effective, weight, detail, decree)
                        values (:from, :to, :kind, :effective, :weight, :detail, :decree)
                        """)
                .param("from", source)
                .param("to", target)
                .param("kind", command.kind().name())
                .param("effective", command.effective())
                .param("weight", command.weight())
                .param("detail", command.detail())
                .param("decree", command.decree())
                .update();
    }

    /** Areas that held every source: the successor stays in them; a neighbour that only takes a part keeps its own. */
    private Set<Long> commonAreas(Collection<UnitView> sources, LocalDate on) {
        Set<Long> common = new HashSet<>();
        boolean first = true;
        for (UnitView source : sources) {
            Set<Long> areas = new HashSet<>();
            units.areas(source.id(), on).forEach(area -> areas.add(area.id()));
            if (first) {
                common.addAll(areas);
            } else {
                common.retainAll(areas);
            }
            first = false;
        }
        return common;
    }

    /** Communes of an area stay where they are in the legal tree. */
    private void place(UnitView source, Collection<Long> children, long target, LocalDate from) {
        if (source.level() == UnitLevel.AREA) {
            areaCommunes.join(target, children, from);
        } else {
            changes.place(children, target, from);
        }
    }

    /** Legal children, and communes of an area, on that day or later. */
    private List<Long> children(long id, LocalDate from) {
        return jdbc.sql("select distinct child_id from unit_link where parent_id = :id and valid_to >= :from")
                .param("id", id)
                .param("from", from)
                .query(Long.class)
                .list();
    }
}
