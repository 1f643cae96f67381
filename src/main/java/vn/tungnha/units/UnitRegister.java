package vn.tungnha.units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/**
 * Changes administrative units. Each change rebuilds closure and lineage of what it touches, publishes
 * {@link UnitsChanged} and {@link vn.tungnha.shared.Audited}, all in its transaction.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class UnitRegister {

    private static final int HIGHEST_NUMBER = 9999;

    private final Units units;
    private final UnitKinds kinds;
    private final UnitTables tables;
    private final VillageNames names;
    private final UnitPaths paths;
    private final UnitChanges changes;
    private final UnitSuccessions successions;
    private final Clock clock;

    public long createVillage(VillageCommand command) {
        return createVillages(List.of(command)).get(0);
    }

    /** With one rebuild for all; ids in the order of the commands. */
    public List<Long> createVillages(List<VillageCommand> commands) {
        tables.lock(commands.stream().map(VillageCommand::communeId).toList());
        List<Long> ids = commands.stream().map(this::found).toList();
        paths.rebuildLineage(ids);
        paths.rebuildClosure(ids);
        changes.changed(ids);
        return ids;
    }

    /** From a day on; earlier days keep the old name. */
    public void rename(RenameCommand command) {
        UnitView village = lockedVillage(command.unitId(), command.from());
        if (command.basedOn() != null && !command.basedOn().equals(village.name())) {
            throw new Stale("unit", village.code());
        }
        UnitName name = UnitName.ofVillage(
                village.code(), kinds.village(command.kind()), number(command.number()), command.name());
        LocalDate until = tables.lastDayOfVersion(village.id(), command.from());
        names.requireFreeFor(village.id(), name.name(), command.from(), until);
        tables.rename(village.id(), name, command.from());
        changes.audit("unit.renamed", village, village.fullName(), name.fullName(), null);
        changes.changed(Set.of(village.id()));
    }

    /** To another commune from a day on; earlier days stay as they were. */
    public void moveVillage(long villageId, long communeId, LocalDate from) {
        UnitView village = lockedVillage(villageId, from);
        UnitView commune = communeOn(communeId, from);
        tables.lock(Set.of(commune.id()));
        changes.place(List.of(villageId), communeId, from);
        paths.rebuildClosure(Set.of(villageId));
        Long former = village.parentId();
        changes.audit(
                "unit.moved",
                village,
                former == null ? null : units.get(former, from).code(),
                commune.code(),
                null);
        changes.changed(Set.of(villageId));
    }

    /** Ends a unit without a successor; where its people went on elsewhere, {@link #succeed} is right. */
    public void end(long unitId, LocalDate last, @Nullable String reason) {
        successions.end(unitId, last, reason);
    }

    /**
     * Ends units that go into another one, which takes over their children.
     *
     * @return id of the successor
     */
    public long succeed(SuccessionCommand command) {
        return successions.succeed(command);
    }

    /** As {@link #succeed} in part, but the unit that is split goes on with what is left. */
    public long splitOff(SuccessionCommand command) {
        return successions.splitOff(command);
    }

    /** A village yet to be founded by a succession, with a code of ours. */
    @Transactional(readOnly = true)
    public SuccessionCommand.NewUnit newVillage(VillageCommand command) {
        UnitView commune = communeOn(command.communeId(), command.from());
        Integer number = number(command.number());
        UnitName name = UnitName.ofVillage(
                names.freeCode(commune.code(), number), kinds.village(command.kind()), number, command.name());
        return new SuccessionCommand.NewUnit(
                UnitLevel.VILLAGE, name.code(), name.name(), name.fullName(), name.kind(), commune.id());
    }

    /** Another name, kind or code for a province, an area or a commune from a day on. */
    public void rename(long id, SuccessionCommand.NewUnit called, LocalDate from) {
        tables.lock(Set.of(id));
        UnitView unit = units.get(id, from);
        if (unit.level() != called.level()) {
            throw RuleBroken.at("units", "units.change.error.level", unit.fullName());
        }
        requireInForce(unit, from);
        units.find(called.code(), from).filter(other -> other.id() != id).ifPresent(other -> {
            throw RuleBroken.at("code", "units.succession.code-taken", called.code());
        });
        tables.rename(id, new UnitName(called.code(), called.name(), called.fullName(), called.kind()), from);
        changes.audit("unit.renamed", unit, unit.fullName(), called.fullName(), null);
        changes.changed(Set.of(id));
    }

    /**
     * Puts remembered rows back and derives anew what hangs on them.
     *
     * @param touched units whose rows may differ
     * @param gone those among them that will not exist afterwards
     */
    public void restore(Set<Long> touched, Set<Long> gone, Runnable rows) {
        tables.lock(touched);
        Set<Long> near = paths.forget(touched, gone);
        rows.run();
        near.removeAll(gone);
        paths.rebuildLineage(near);
        paths.rebuildClosure(near);
        changes.changed(near);
    }

    /** Villages at which nothing stands yet go as if they had never been; the trail may keep the bare row of one. */
    public void takeBack(Set<Long> villages, String reason) {
        villages.stream().sorted().forEach(id -> {
            UnitView village = units.get(id, Days.today(clock));
            changes.audit("unit.taken-back", village, village.fullName(), null, reason);
        });
        restore(villages, villages, () -> tables.forget(villages));
    }

    private long found(VillageCommand command) {
        UnitView commune = communeOn(command.communeId(), command.from());
        Integer number = number(command.number());
        UnitName name = UnitName.ofVillage(
                names.freeCode(commune.code(), number), kinds.village(command.kind()), number, command.name());
        names.requireFree(commune.id(), name.name(), command.from(), commune.validTo());
        long id = tables.found(UnitLevel.VILLAGE, name, command.from());
        changes.place(List.of(id), commune.id(), command.from());
        changes.audit("unit.created", units.get(id, command.from()), null, name.fullName(), null);
        return id;
    }

    private UnitView lockedVillage(long id, LocalDate on) {
        Long parent = units.get(id, on).parentId();
        tables.lock(parent == null ? List.of(id) : List.of(parent, id));
        UnitView village = units.get(id, on);
        if (village.level() != UnitLevel.VILLAGE) {
            throw new RuleBroken("units.village.not-a-village");
        }
        requireInForce(village, on);
        return village;
    }

    private UnitView communeOn(long id, LocalDate on) {
        UnitView commune = units.get(id, on);
        if (commune.level() != UnitLevel.COMMUNE) {
            throw new RuleBroken("units.village.not-a-commune");
        }
        requireInForce(commune, on);
        return commune;
    }

    private static void requireInForce(UnitView unit, LocalDate on) {
        if (on.isBefore(unit.validFrom()) || on.isAfter(unit.validTo())) {
            throw RuleBroken.at("from", "units.village.not-in-force", unit.fullName());
        }
    }

    private static @Nullable Integer number(@Nullable Integer number) {
        if (number != null && (number < 1 || number > HIGHEST_NUMBER)) {
            throw RuleBroken.at("number", "units.village.bad-number", HIGHEST_NUMBER);
        }
        return number;
    }
}
