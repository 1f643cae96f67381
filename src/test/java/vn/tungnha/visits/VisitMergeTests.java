package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.tungnha.visits.VisitCommand.Activation;
import vn.tungnha.visits.VisitMerge.Field;

class VisitMergeTests {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID HOUSEHOLD = new UUID(0, 2);
    private static final List<UUID> PEOPLE = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));
    private static final List<String> TOPICS = List.of("E_ID", "E_PAYMENT", "ONLINE_SAFETY");
    private static final Instant MORNING = Instant.parse("2026-11-21T02:00:00Z");

    private static final VisitCommand BASE =
            visit(Outcome.MET, MORNING, List.of("E_ID"), List.of(PEOPLE.get(0)), List.of(active(0)), null);

    @Test
    void takesOverWhatOnlyOneOfThemChanged() {
        VisitCommand mine = visit(
                Outcome.MET, MORNING, List.of("E_ID", "E_PAYMENT"), List.of(PEOPLE.get(0)), List.of(active(0)), null);
        VisitCommand theirs =
                visit(Outcome.MET, MORNING, List.of("E_ID"), List.of(PEOPLE.get(0)), List.of(active(0)), "Hẹn tối");

        VisitMerge merge = VisitMerge.of(BASE, mine, theirs);

        assertThat(merge.clashes()).isEmpty();
        assertThat(merge.taken()).containsExactly(Field.NOTE);
        assertThat(merge.resolve(Set.of()).topics()).containsExactly("E_ID", "E_PAYMENT");
        assertThat(merge.resolve(Set.of()).note()).isEqualTo("Hẹn tối");
    }

    @Test
    void mergesAccountsPersonByPersonAndAsksWhereBothSaidSomethingElse() {
        VisitCommand mine = visit(
                Outcome.MET, MORNING, List.of("E_ID"), List.of(), List.of(told(0, Result.NOT_YET), active(1)), null);
        VisitCommand theirs =
                visit(Outcome.MET, MORNING, List.of("E_ID"), List.of(), List.of(told(0, Result.USED), active(2)), null);

        VisitMerge merge = VisitMerge.of(BASE, mine, theirs);

        assertThat(merge.clashes()).hasSize(1);
        assertThat(merge.clashes().get(0).field()).isEqualTo(Field.ACTIVATION);
        assertThat(merge.resolve(merge.clashes()).activations())
                .containsExactly(told(0, Result.NOT_YET), active(1), active(2));
        assertThat(merge.resolve(Set.of()).activations()).containsExactly(told(0, Result.USED), active(1), active(2));
    }

    @Test
    void asksWhenHelpAndNobodyMetComeTogether() {
        VisitCommand empty = visit(Outcome.MET, MORNING, List.of(), List.of(), List.of(), null);
        VisitCommand helped = visit(Outcome.MET, MORNING, List.of(), List.of(), List.of(active(0)), null);
        VisitCommand absent = visit(Outcome.ABSENT, MORNING, List.of(), List.of(), List.of(), null);

        VisitMerge merge = VisitMerge.of(empty, helped, absent);

        assertThat(merge.clashes()).extracting(VisitMerge.Clash::field).containsExactly(Field.OUTCOME);
        assertThat(merge.resolve(merge.clashes())).isEqualTo(helped);
        assertThat(merge.resolve(Set.of())).isEqualTo(absent);
    }

    @Property(tries = 300)
    void mergingWithTheBaseIsIdentity(@ForAll("visits") VisitCommand base, @ForAll("visits") VisitCommand changed) {
        assertThat(VisitMerge.of(base, changed, base).resolve(Set.of())).isEqualTo(changed);
        assertThat(VisitMerge.of(base, base, changed).resolve(Set.of())).isEqualTo(changed);
        assertThat(VisitMerge.of(base, changed, changed).clashes()).isEmpty();
    }

    @Property(tries = 500)
    void disjointChangesMergeTheSameInEitherOrder(
            @ForAll("visits") VisitCommand base,
            @ForAll("visits") VisitCommand one,
            @ForAll("visits") VisitCommand other,
            @ForAll Set<Field> ofOne) {
        Set<Field> first = EnumSet.noneOf(Field.class);
        first.addAll(ofOne);
        VisitCommand mine = take(base, one, first);
        VisitCommand theirs = take(base, other, EnumSet.complementOf((EnumSet<Field>) first));

        VisitMerge merge = VisitMerge.of(base, mine, theirs);
        VisitMerge turned = VisitMerge.of(base, theirs, mine);

        assertThat(merge.clashes().stream().map(VisitMerge.Clash::field))
                .as("only help without a meeting has to be asked about")
                .isSubsetOf(Field.OUTCOME);
        assertThat(turned.clashes()).isEqualTo(merge.clashes());
        assertThat(merge.resolve(Set.of())).isEqualTo(turned.resolve(turned.clashes()));
    }

    /** The base with some fields of another telling. */
    private static VisitCommand take(VisitCommand base, VisitCommand from, Set<Field> fields) {
        return new VisitCommand(
                ID,
                HOUSEHOLD,
                33,
                of(fields, Field.MEMBERS, base, from).memberIds(),
                of(fields, Field.VISITED_AT, base, from).visitedAt(),
                of(fields, Field.OUTCOME, base, from).outcome(),
                of(fields, Field.TOPICS, base, from).topics(),
                of(fields, Field.GUIDED, base, from).guided(),
                of(fields, Field.GUIDED_UNNAMED, base, from).guidedUnnamed(),
                of(fields, Field.ACTIVATION, base, from).activations(),
                null,
                of(fields, Field.NOTICE, base, from).notice(),
                of(fields, Field.NOTE, base, from).note(),
                null,
                List.of());
    }

    private static VisitCommand of(Set<Field> fields, Field field, VisitCommand base, VisitCommand from) {
        return fields.contains(field) ? from : base;
    }

    @Provide
    Arbitrary<VisitCommand> visits() {
        Arbitrary<List<UUID>> people = Arbitraries.of(PEOPLE).set().ofMaxSize(3).map(set -> set.stream()
                .sorted()
                .toList());
        Arbitrary<List<Activation>> activations = Combinators.combine(
                        people, Arbitraries.of(Result.ACTIVATED, Result.NOT_YET, Result.USED))
                .as((who, result) -> who.stream()
                        .map(id -> new Activation(id, "E_ID_L2", result, null))
                        .toList());
        return Combinators.combine(
                        Arbitraries.of(Outcome.values()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(TOPICS).set().ofMaxSize(3).map(set -> set.stream()
                                .sorted()
                                .toList()),
                        people,
                        activations,
                        Arbitraries.of("a", "b").injectNull(0.3))
                .as((outcome, hours, topics, guided, helped, note) -> outcome == Outcome.MET
                        ? visit(outcome, MORNING.plusSeconds(hours * 3600L), topics, guided, helped, note)
                        : visit(outcome, MORNING.plusSeconds(hours * 3600L), topics, List.of(), List.of(), note));
    }

    private static VisitCommand visit(
            Outcome outcome,
            Instant at,
            List<String> topics,
            List<UUID> guided,
            List<Activation> activations,
            String note) {
        return new VisitCommand(
                ID,
                HOUSEHOLD,
                33,
                guided,
                at,
                outcome,
                topics,
                guided,
                0,
                activations,
                null,
                null,
                note,
                null,
                List.of());
    }

    private static Activation active(int person) {
        return told(person, Result.ACTIVATED);
    }

    private static Activation told(int person, Result result) {
        return new Activation(PEOPLE.get(person), "E_ID_L2", result, null);
    }
}
