package vn.tungnha.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.households.HouseholdCommand;
import vn.tungnha.households.HouseholdKind;
import vn.tungnha.households.Households;
import vn.tungnha.households.ResidentCommand;
import vn.tungnha.households.Sex;
import vn.tungnha.households.Stay;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/**
 * Brings into the register whom a visit met for the first time. Called before the visit's own booking, in its
 * transaction: if the visit is refused, nobody was added.
 */
@Component
@RequiredArgsConstructor
class Newcomers {

    private final Households households;
    private final Units units;
    private final Clock clock;

    /** @throws HeldBack when the phone's newcomers lie where only the ward can put them by now */
    void welcome(VisitCommand command, Telling telling, CurrentUser user) {
        try {
            bringIn(command, telling, user);
        } catch (OutOfScope outside) {
            if (telling.byPhone()) {
                throw new HeldBack(Set.of(HeldReason.NEWCOMER));
            }
            throw outside;
        }
    }

    private void bringIn(VisitCommand command, Telling telling, CurrentUser user) {
        VisitCommand.NewHousehold fresh = command.newHousehold();
        if (fresh == null) {
            for (int i = 0; i < command.newResidents().size(); i++) {
                ResidentCommand resident = resident(command.newResidents().get(i), i);
                named("newResidents[" + i + "]", () -> households.add(command.householdId(), resident, user));
            }
            return;
        }
        List<ResidentCommand> residents = IntStream.range(
                        0, command.newResidents().size())
                .mapToObj(i -> resident(command.newResidents().get(i), i))
                .toList();
        LocalDate day = Days.of(command.visitedAt());
        Place place = place(fresh, day, telling);
        HouseholdCommand household = new HouseholdCommand(
                command.householdId(),
                word(HouseholdKind.class, fresh.kind(), HouseholdKind.HOUSEHOLD, "newHousehold.kind"),
                place.village().id(),
                fresh.alley(),
                fresh.number(),
                fresh.label(),
                fresh.children(),
                place.village().validTo().isBefore(Days.today(clock)) ? day : null,
                place.part() == null ? null : place.part().id(),
                residents);
        named("newHousehold", () -> households.create(household, user));
    }

    private Place place(VisitCommand.NewHousehold fresh, LocalDate day, Telling telling) {
        LocalDate today = Days.today(clock);
        if (!telling.lenient()) {
            return new Place(find(fresh.village(), today), null);
        }
        Optional<UnitView> known = known(fresh.village(), day, telling);
        Optional<UnitView> then = known.flatMap(village -> atWork(village, day));
        if (fresh.chosen() != null) {
            UnitView chosen = find(fresh.chosen(), today);
            return then.flatMap(village -> part(village, chosen, today)).orElseGet(() -> new Place(chosen, null));
        }
        return then.filter(village -> units.wholeSuccessor(village.id(), today).isPresent())
                .map(village -> new Place(village, null))
                .orElseThrow(() -> known.isPresent() && telling.byPhone()
                        ? new HeldBack(Set.of(HeldReason.VILLAGE_CLOSED))
                        : noVillage(fresh.village()));
    }

    /** What a late phone names may have ended since. */
    private Optional<UnitView> known(String code, LocalDate day, Telling telling) {
        return units.find(code, day)
                .or(() -> units.find(code, telling.seenOn(day)))
                .or(() -> units.find(code, Days.today(clock)));
    }

    /** The village itself where it was still there that day, else the one that carries it on. */
    private Optional<UnitView> atWork(UnitView village, LocalDate day) {
        return village.validTo().isBefore(day) ? units.wholeSuccessor(village.id(), day) : Optional.of(village);
    }

    /** In the village of that day first, then in the part of it that is by now what the ward has chosen. */
    private Optional<Place> part(UnitView village, UnitView chosen, LocalDate today) {
        if (!village.validTo().isBefore(today)) {
            return Optional.empty();
        }
        List<UnitView> parts = units.successors(village.id(), village.validTo().plusDays(1)).stream()
                .filter(part -> units.wholeSuccessor(part.id(), today)
                        .filter(carrier -> carrier.id() == chosen.id())
                        .isPresent())
                .toList();
        return parts.size() == 1 ? Optional.of(new Place(village, parts.get(0))) : Optional.empty();
    }

    private UnitView find(String code, LocalDate on) {
        return units.find(code, on).orElseThrow(() -> noVillage(code));
    }

    private static RuleBroken noVillage(String code) {
        return RuleBroken.at("newHousehold.village", "visits.error.village", code);
    }

    private static ResidentCommand resident(VisitCommand.NewResident told, int i) {
        String at = "newResidents[" + i + "].";
        return new ResidentCommand(
                told.id(),
                told.name(),
                told.birthYear(),
                told.sex() == null ? null : word(Sex.class, told.sex(), Sex.FEMALE, at + "sex"),
                told.householder(),
                told.smartphone(),
                told.phone(),
                null,
                word(Stay.class, told.stay(), Stay.UNKNOWN, at + "stay"),
                null);
    }

    private static <E extends Enum<E>> E word(Class<E> words, @Nullable String code, E otherwise, String at) {
        if (code == null || code.isBlank()) {
            return otherwise;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at(at, "visits.error.word", String.join(", ", names(words))));
    }

    private static <E extends Enum<E>> List<String> names(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
    }

    /** The register names its own fields; seen from here they lie inside the visit. */
    private static void named(String at, Runnable call) {
        try {
            call.run();
        } catch (RuleBroken broken) {
            String field = broken.getField();
            throw RuleBroken.at(
                    field == null ? at : at + "." + field,
                    broken.getKey(),
                    broken.getArguments().toArray());
        }
    }

    /** Where a new household is on the day of the visit, and into which part of it that has come since. */
    private record Place(UnitView village, @Nullable UnitView part) {}
}
