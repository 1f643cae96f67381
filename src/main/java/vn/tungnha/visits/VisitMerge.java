package vn.tungnha.visits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tungnha.visits.VisitCommand.Activation;

/**
 * Two tellings of one visit put together against the version both started from. What only one of them changed is taken
 * over; lists are merged member by member; what both changed differently is a clash that a person decides.
 */
public final class VisitMerge {

    /** What is told about a visit, in the order of the form. */
    public enum Field {
        HOUSEHOLD,
        TEAM,
        OUTCOME,
        VISITED_AT,
        MEMBERS,
        ACTIVATION,
        TOPICS,
        GUIDED,
        GUIDED_UNNAMED,
        FOLLOW_UP_AT,
        NOTICE,
        NOTE
    }

    /**
     * A place where both say something else.
     *
     * @param key of one account of one person, else empty
     */
    public record Clash(Field field, Key key) {

        /** Names the clash in forms and answers. */
        public String id() {
            return key.equals(Key.NONE) ? field.name() : field + "." + key.resident() + "." + key.accountType();
        }
    }

    /** One account of one person. */
    public record Key(@Nullable UUID resident, String accountType) {

        static final Key NONE = new Key(null, "");

        static Key of(Activation one) {
            return new Key(one.residentId(), one.accountType());
        }
    }

    private final VisitCommand base;
    private final VisitCommand mine;
    private final VisitCommand theirs;
    private final List<Clash> clashes = new ArrayList<>();
    private final Set<Field> taken = new LinkedHashSet<>();

    private boolean outcomeClashes;

    private VisitMerge(VisitCommand base, VisitCommand mine, VisitCommand theirs) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
    }

    /** @param base the version {@code mine} was based on; {@code theirs} the one that holds now */
    public static VisitMerge of(VisitCommand base, VisitCommand mine, VisitCommand theirs) {
        VisitMerge merge = new VisitMerge(base, mine, theirs);
        VisitCommand merged = merge.put(Set.of());
        if (merge.clashes.isEmpty() && nobodyMet(merged) && !merged.equals(mine) && !merged.equals(theirs)) {
            merge.outcomeClashes = true;
            merge.put(Set.of());
        }
        return merge;
    }

    public List<Clash> clashes() {
        return List.copyOf(clashes);
    }

    /** Fields taken over from {@code theirs}. */
    public Set<Field> taken() {
        return taken;
    }

    public VisitCommand base() {
        return base;
    }

    public VisitCommand mine() {
        return mine;
    }

    public VisitCommand theirs() {
        return theirs;
    }

    /**
     * @param mineWins clashes in which {@code mine} holds; in the others {@code theirs} does
     * @return the visit as it is to be told; where nobody was met, nothing was done for anybody
     */
    public VisitCommand resolve(Collection<Clash> mineWins) {
        VisitCommand put = put(mineWins);
        return !clashes.isEmpty() && nobodyMet(put) ? put.metNobody() : put;
    }

    /** Collects clashes as it goes. */
    private VisitCommand put(Collection<Clash> mineWins) {
        clashes.clear();
        taken.clear();
        return new VisitCommand(
                mine.id(),
                Objects.requireNonNull(one(Field.HOUSEHOLD, VisitCommand::householdId, mineWins)),
                Objects.requireNonNull(one(Field.TEAM, VisitCommand::teamId, mineWins)),
                many(Field.MEMBERS, VisitCommand::memberIds),
                Objects.requireNonNull(one(Field.VISITED_AT, VisitCommand::visitedAt, mineWins)),
                Objects.requireNonNull(one(Field.OUTCOME, VisitCommand::outcome, mineWins)),
                many(Field.TOPICS, VisitCommand::topics),
                many(Field.GUIDED, VisitCommand::guided),
                Objects.requireNonNull(one(Field.GUIDED_UNNAMED, VisitCommand::guidedUnnamed, mineWins)),
                activations(mineWins),
                one(Field.FOLLOW_UP_AT, VisitCommand::followUpAt, mineWins),
                one(Field.NOTICE, VisitCommand::notice, mineWins),
                one(Field.NOTE, VisitCommand::note, mineWins),
                Objects.equals(base.newHousehold(), mine.newHousehold()) ? theirs.newHousehold() : mine.newHousehold(),
                newcomers(),
                mine.deskId());
    }

    private <T> @Nullable T one(Field field, Function<VisitCommand, @Nullable T> part, Collection<Clash> mineWins) {
        return choose(new Clash(field, Key.NONE), part.apply(base), part.apply(mine), part.apply(theirs), mineWins);
    }

    private <T> @Nullable T choose(
            Clash place, @Nullable T was, @Nullable T here, @Nullable T there, Collection<Clash> mineWins) {
        boolean forced = outcomeClashes && place.field() == Field.OUTCOME;
        if (Objects.equals(here, there) || (Objects.equals(was, there) && !forced)) {
            return here;
        }
        if (Objects.equals(was, here) && !forced) {
            taken.add(place.field());
            return there;
        }
        clashes.add(place);
        return mineWins.contains(place) ? here : there;
    }

    /** Whatever either of them added is in, whatever either took out is not. */
    private <T extends Comparable<T>> List<T> many(Field field, Function<VisitCommand, List<T>> part) {
        List<T> was = part.apply(base);
        List<T> here = part.apply(mine);
        List<T> there = part.apply(theirs);
        if (Set.copyOf(was).equals(Set.copyOf(there))) {
            return here;
        }
        Set<T> kept = new LinkedHashSet<>(was);
        kept.removeIf(it -> !here.contains(it) || !there.contains(it));
        Set<T> added = new TreeSet<>(here);
        added.addAll(there);
        was.forEach(added::remove);
        kept.addAll(added);
        if (Set.copyOf(was).equals(Set.copyOf(here))) {
            taken.add(field);
            return there;
        }
        if (!kept.equals(Set.copyOf(here))) {
            taken.add(field);
        }
        return List.copyOf(kept);
    }

    private List<Activation> activations(Collection<Clash> mineWins) {
        Map<Key, Activation> was = byKey(base);
        Map<Key, Activation> here = byKey(mine);
        Map<Key, Activation> there = byKey(theirs);
        if (was.equals(there)) {
            return mine.activations();
        }
        if (was.equals(here)) {
            taken.add(Field.ACTIVATION);
            return theirs.activations();
        }
        Set<Key> keys = new LinkedHashSet<>(was.keySet());
        Set<Key> added = new TreeSet<>(Comparator.comparing((Key key) -> String.valueOf(key.resident()))
                .thenComparing(Key::accountType));
        added.addAll(here.keySet());
        added.addAll(there.keySet());
        keys.addAll(added);
        List<Activation> put = new ArrayList<>();
        for (Key key : keys) {
            Activation one =
                    choose(new Clash(Field.ACTIVATION, key), was.get(key), here.get(key), there.get(key), mineWins);
            if (one != null) {
                put.add(one);
            }
        }
        return put;
    }

    private static Map<Key, Activation> byKey(VisitCommand told) {
        Map<Key, Activation> byKey = new LinkedHashMap<>();
        told.activations().forEach(one -> byKey.put(Key.of(one), one));
        return byKey;
    }

    private List<VisitCommand.NewResident> newcomers() {
        if (base.newResidents().equals(theirs.newResidents())) {
            return mine.newResidents();
        }
        if (base.newResidents().equals(mine.newResidents())) {
            return theirs.newResidents();
        }
        Map<UUID, VisitCommand.NewResident> newcomers = new LinkedHashMap<>();
        theirs.newResidents().forEach(one -> newcomers.put(one.id(), one));
        mine.newResidents().forEach(one -> newcomers.put(one.id(), one));
        return List.copyOf(newcomers.values());
    }

    /** Help without having met anybody: each of the two made sense, together they do not. */
    private static boolean nobodyMet(VisitCommand told) {
        return told.outcome() != Outcome.MET
                && (!told.activations().isEmpty() || !told.guided().isEmpty() || told.guidedUnnamed() > 0);
    }
}
