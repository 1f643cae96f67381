package vn.tungnha.households;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.households.likeness.Likeness;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.units.TestUnits;

/** What a question while typing costs beside 100.000 and 1.000.000 residents; printed, not asserted. */
@Tag("drill")
@SharedApplication
class DoublesDrill {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Doubles doubles;

    @Test
    void asksBesideManyResidents() {
        TestUnits.Tree tree = units.tree();
        CurrentUser officer = new CurrentUser(
                UUID.randomUUID(),
                "o",
                "O",
                Set.of(Role.WARD_OFFICER),
                new Scope(false, Set.of(tree.commune()), Set.of(tree.commune()), Set.of(), Set.of()));
        ManyResidents.settle(jdbc, tree.village(), 100_000);
        measure("100.000 residents, all in the scope", officer);
        bulk("100.000 residents", officer);
        ManyResidents.settle(jdbc, tree.villages().get(1).get(0), 900_000);
        measure("1.000.000 residents, 100.000 in the scope", officer);
        CurrentUser everywhere = new CurrentUser(
                UUID.randomUUID(),
                "a",
                "A",
                Set.of(Role.ADMIN),
                new Scope(true, Set.of(), Set.of(), Set.of(), Set.of()));
        measure("1.000.000 residents, all in the scope", everywhere);
    }

    private void measure(String what, CurrentUser user) {
        Random random = new Random(7);
        List<String> names = List.of(
                "Nguyễn Văn Hùng", "Trần Thị Hoa", "Nguyễn Thị Lan", "Lê Hữu Đức", "Nguyễn Hải", "Phạm Ngọc Lonh");
        List<Long> millis = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < 120; i++) {
            TypedPerson typed = new TypedPerson(
                    names.get(i % names.size()), 1940 + random.nextInt(68), null, "0905123456", null, null, null);
            long from = System.nanoTime();
            found += doubles.alike(typed, Likeness.Strength.WEAK, 5, user).size();
            if (i >= 20) {
                millis.add((System.nanoTime() - from) / 1_000_000);
            }
        }
        Collections.sort(millis);
        System.out.printf(
                "doubles: %s: median %d ms, 95%% within %d ms, slowest %d ms%n",
                what, millis.get(50), millis.get(95), millis.get(99));
        assertThat(found).isPositive();
    }

    private void bulk(String what, CurrentUser user) {
        long from = System.nanoTime();
        int pairs = doubles.people(null, Likeness.Strength.LIKELY, user).size();
        System.out.printf(
                "doubles: all pairs of %s: %d pairs, %d ms%n", what, pairs, (System.nanoTime() - from) / 1_000_000);
    }
}
