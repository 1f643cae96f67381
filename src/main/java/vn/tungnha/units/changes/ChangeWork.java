package vn.tungnha.units.changes;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.FollowsVillages;
import vn.tungnha.units.RenameCommand;
import vn.tungnha.units.SuccessionCommand;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitRegister;
import vn.tungnha.units.Units;
import vn.tungnha.units.VillageFlow;

/** Carries a plan out in the register of units, and tells which villages' people go where. */
@Component
@RequiredArgsConstructor
class ChangeWork {

    private static final int SHARES = 9;

    private final LaterChanges later;
    private final UnitsBeside beside;
    private final Units units;
    private final FoundedNames names;
    private final UnitRegister register;
    private final List<FollowsVillages> followers;

    /** What became of it. */
    record Done(Set<Long> targets, List<VillageFlow> flows) {}

    Done carryOut(ChangePlan plan, String decree) {
        later.requireNone(plan);
        return switch (plan.kind()) {
            case MERGE -> merge(plan, decree);
            case SPLIT -> split(plan, decree);
            case MOVE -> move(plan);
            case RENAME -> rename(plan);
            case END -> end(plan, decree);
        };
    }

    private Done merge(ChangePlan plan, String decree) {
        ChangePlan.Part part = plan.parts().get(0);
        List<Long> leaving = plan.leaving();
        if (leaving.isEmpty() || part.into() == null && leaving.size() < 2) {
            throw RuleBroken.at("units", "units.change.error.two");
        }
        long target = register.succeed(new SuccessionCommand(
                leaving,
                part.into(),
                names.of(part, plan),
                SuccessionCommand.Kind.WHOLE,
                plan.effective(),
                null,
                null,
                Set.of(),
                decree));
        List<VillageFlow> flows = plan.level() != UnitLevel.VILLAGE
                ? List.of()
                : leaving.stream()
                        .map(source -> VillageFlow.whole(source, target, plan.effective()))
                        .toList();
        return new Done(Set.of(target), flows);
    }

    private Done split(ChangePlan plan, String decree) {
        long source = plan.sources().get(0);
        beside.require(plan, source);
        requireEverythingPlaced(plan, source);
        List<@Nullable BigDecimal> weights = weights(plan, source);
        Set<Long> targets = new HashSet<>();
        List<VillageFlow> flows = new ArrayList<>();
        for (int i = 0; i < plan.parts().size(); i++) {
            ChangePlan.Part part = plan.parts().get(i);
            SuccessionCommand command = new SuccessionCommand(
                    List.of(source),
                    part.into(),
                    names.of(part, plan),
                    SuccessionCommand.Kind.PART,
                    plan.effective(),
                    weights.get(i),
                    null,
                    part.children(),
                    decree);
            long target = plan.goesOn() ? register.splitOff(command) : register.succeed(command);
            targets.add(target);
            if (plan.level() == UnitLevel.VILLAGE) {
                flows.add(new VillageFlow(source, target, plan.effective(), false, part.alleys()));
            }
        }
        return new Done(targets, flows);
    }

    /** A commune that ends leaves no village behind, an area or province no commune; nor may one go two ways. */
    private void requireEverythingPlaced(ChangePlan plan, long source) {
        int least = plan.goesOn() ? 1 : 2;
        if (plan.parts().size() < least) {
            throw RuleBroken.at("parts", "units.change.error.parts", least);
        }
        if (plan.level() == UnitLevel.VILLAGE) {
            return;
        }
        Set<Long> placed = new HashSet<>();
        plan.parts().forEach(part -> placed.addAll(part.children()));
        List<String> left = later.children(source, plan.effective()).stream()
                .filter(child -> !placed.contains(child))
                .map(child -> units.get(child, plan.effective()).name())
                .toList();
        if (!plan.goesOn() && !left.isEmpty()) {
            throw RuleBroken.at("parts", "units.change.error.left", String.join(", ", left));
        }
        if (plan.goesOn() && placed.isEmpty()) {
            throw RuleBroken.at("parts", "units.change.error.nothing-goes");
        }
    }

    /** Stated ones; else of a split village the shares of its households; null = equal shares. */
    private List<@Nullable BigDecimal> weights(ChangePlan plan, long source) {
        List<@Nullable BigDecimal> stated = new ArrayList<>();
        plan.parts().forEach(part -> stated.add(part.weight()));
        if (plan.goesOn()
                || plan.level() != UnitLevel.VILLAGE
                || stated.stream().anyMatch(weight -> weight != null)) {
            return stated;
        }
        List<Integer> counts = plan.parts().stream()
                .map(part -> households(new VillageFlow(source, source, plan.effective(), false, part.alleys())))
                .toList();
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        if (counts.stream().anyMatch(count -> count == 0)) {
            return stated;
        }
        List<@Nullable BigDecimal> weights = new ArrayList<>();
        BigDecimal left = BigDecimal.ONE;
        for (int i = 0; i < counts.size(); i++) {
            BigDecimal share = i == counts.size() - 1
                    ? left
                    : BigDecimal.valueOf(counts.get(i)).divide(BigDecimal.valueOf(all), SHARES, RoundingMode.HALF_UP);
            weights.add(share);
            left = left.subtract(share);
        }
        return weights;
    }

    int households(VillageFlow flow) {
        return followers.stream().mapToInt(it -> it.weight(flow)).sum();
    }

    private Done move(ChangePlan plan) {
        long parent = requireNonNull(plan.parts().get(0).into());
        plan.sources().forEach(village -> register.moveVillage(village, parent, plan.effective()));
        return new Done(Set.of(parent), List.of());
    }

    private Done rename(ChangePlan plan) {
        for (int i = 0; i < plan.sources().size(); i++) {
            ChangePlan.Part part = plan.parts().get(i);
            long unit = plan.sources().get(i);
            if (plan.level() == UnitLevel.VILLAGE) {
                ChangePlan.Founded called = requireNonNull(part.founded());
                register.rename(
                        new RenameCommand(unit, called.kind(), called.number(), called.name(), plan.effective(), null));
            } else {
                register.rename(unit, requireNonNull(names.of(part, plan)), plan.effective());
            }
        }
        return new Done(Set.of(), List.of());
    }

    private Done end(ChangePlan plan, String decree) {
        LocalDate day = plan.effective();
        for (long unit : plan.sources()) {
            var there = followers.stream()
                    .map(it -> it.touched(Set.of(unit), day))
                    .filter(it -> !it.households().isEmpty() || !it.teams().isEmpty())
                    .findFirst();
            if (there.isPresent() || !units.children(unit, day).isEmpty()) {
                throw RuleBroken.at(
                        "units",
                        "units.change.error.not-empty",
                        units.get(unit, day).fullName());
            }
            register.end(unit, day.minusDays(1), decree);
        }
        return new Done(Set.of(), List.of());
    }
}
