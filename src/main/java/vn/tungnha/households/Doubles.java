package vn.tungnha.households;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.households.likeness.Described;
import vn.tungnha.households.likeness.Likeness;
import vn.tungnha.identity.CurrentUser;

/** Who may have been entered twice: while typing, of one entry, and of a whole ward. Only within the reader's scope. */
@Service
@RequiredArgsConstructor
public class Doubles {

    private final AlikeRows rows;
    private final DoublePairs pairs;
    private final DistinctPairs distinct;
    private final Households households;

    /** The likeliest first; also those that are only somewhat alike, as whoever types can tell. */
    @Transactional(readOnly = true)
    public List<AlikePerson> alike(TypedPerson typed, Likeness.Strength least, int most, CurrentUser user) {
        return alike(rows.described(typed), typed.self(), least, most, user);
    }

    /** The same for an entry that is stored. */
    @Transactional(readOnly = true)
    public List<AlikePerson> alikeTo(UUID resident, Likeness.Strength least, CurrentUser user) {
        AlikePerson.Entry self = entry(resident, user);
        return alike(self.described(), self.id(), least, 10, user);
    }

    private List<AlikePerson> alike(
            Described who, @Nullable UUID self, Likeness.Strength least, int most, CurrentUser user) {
        Set<UUID> others = self == null ? Set.of() : distinct.from(DistinctPairs.RESIDENT, self);
        return rows.inside(who, self, user).stream()
                .filter(entry -> !others.contains(entry.id()))
                .map(entry -> new AlikePerson(entry, Likeness.of(who, entry.described())))
                .filter(alike -> alike.likeness().strength().compareTo(least) <= 0)
                .sorted(Comparator.comparing(AlikePerson::likeness))
                .limit(most)
                .toList();
    }

    @Transactional(readOnly = true)
    public AlikePerson.Entry entry(UUID resident, CurrentUser user) {
        UUID id = households.resident(resident, user).id();
        return Objects.requireNonNull(rows.all(Set.of(id)).get(id));
    }

    /** Pairs of people, the likeliest first. */
    @Transactional(readOnly = true)
    public List<People> people(@Nullable Long village, Likeness.Strength least, CurrentUser user) {
        List<DoublePairs.Pair> found = pairs.people(village, user);
        Map<UUID, AlikePerson.Entry> entries = rows.all(DoublePairs.Pair.all(found));
        return found.stream()
                .map(pair -> People.of(
                        Objects.requireNonNull(entries.get(pair.one())),
                        Objects.requireNonNull(entries.get(pair.other()))))
                .filter(pair -> pair.likeness().strength().compareTo(least) <= 0)
                .sorted(Comparator.comparing(People::likeness)
                        .thenComparing(pair -> pair.one().id()))
                .toList();
    }

    /** Pairs of households at one address, in walking order. */
    @Transactional(readOnly = true)
    public List<Houses> houses(@Nullable Long village, CurrentUser user) {
        return pairs.houses(village, user);
    }

    /** Never asked again, until it is taken back. */
    @Transactional
    public UUID distinct(boolean people, UUID one, UUID other, @Nullable String why, CurrentUser user) {
        long village = people
                ? households
                        .get(households.resident(one, user).householdId(), user)
                        .villageId()
                : households.get(one, user).villageId();
        if (people) {
            households.resident(other, user);
        } else {
            households.get(other, user);
        }
        return distinct.decide(
                people ? DistinctPairs.RESIDENT : DistinctPairs.HOUSEHOLD, one, other, village, why, user);
    }

    /**
     * After somebody was saved: remembers whom the form said it is not.
     *
     * @return whether anybody alike is left to be asked about
     */
    @Transactional
    public boolean remember(UUID resident, @Nullable List<UUID> others, CurrentUser user) {
        if (others != null) {
            others.stream().distinct().limit(10).forEach(other -> distinct(true, resident, other, null, user));
        }
        return !alikeTo(resident, Likeness.Strength.LIKELY, user).isEmpty();
    }

    @Transactional
    public void takeBack(UUID decision, CurrentUser user) {
        DistinctPairs.Decided decided = distinct.get(decision);
        long village = decided.people()
                ? households
                        .get(households.resident(decided.one(), user).householdId(), user)
                        .villageId()
                : households.get(decided.one(), user).villageId();
        distinct.takeBack(decided, village, user);
    }

    /** Two entries of people beside each other. */
    public record People(AlikePerson.Entry one, AlikePerson.Entry other, Likeness likeness) {

        public static People of(AlikePerson.Entry one, AlikePerson.Entry other) {
            return new People(one, other, Likeness.of(one.described(), other.described()));
        }
    }

    /** Two entries of households beside each other. */
    public record Houses(House one, House other) {}

    /** A household as its pair shows it. */
    public record House(UUID id, String address, @Nullable String householder, int people) {}
}
