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
        settle(tree.village(), 100_000);
        measure("100.000 residents, all in the scope", officer);
        bulk("100.000 residents", officer);
        settle(tree.villages().get(1).get(0), 900_000);
        measure("1.000.000 residents, 100.000 in the scope", officer);
        CurrentUser everywhere = new CurrentUser(
                UUID.randomUUID(),
                "a",
                "A",
                Set.of(Role.ADMIN),
                new Scope(true, Set.of(), Set.of(), Set.of(), Set.of()));
        measure("1.000.000 residents, all in the scope", everywhere);
    }

    private void settle(long village, int people) {
        jdbc.sql("""
                        with made as (
                            select gen_random_uuid() as household, n from generate_series(1, :people / 4) n
                        ), h as (
                            insert into household (id, version, kind, village_id, alley, number, sort_key, search, status, registered_on, created_at)
                            select household, 0, 'HOUSEHOLD', :village, 'Kiệt ' || n / 50, n % 50 || '', n || '', '', 'ACTIVE', '2024-01-01', now() from made
                        ), p as (
                            insert into household_placement (household_id, village_id) select household, :village from made
                        ), named as (
                            select m.household, gen_random_uuid() as id,
                                   (array['nguyen','nguyen','nguyen','nguyen','tran','le','pham','hoang','vo','dang'])[1 + floor(random() * 10)::int] || ' '
                                   || (array['van','van','van','thi','thi','thi','huu','duc','minh','ngoc'])[1 + floor(random() * 10)::int] || ' '
                                   || (array['hung','dung','tuan','minh','hai','nam','binh','cuong','long','son','quang','dat','duc','hoang','hieu','hoa','lan','huong','linh','ha','thao','mai','hong','thu','trang','hien','hanh','nga','loan','van'])[1 + floor(random() * 30)::int] as name,
                                   1940 + floor(random() * 68)::int as year
                            from made m cross join generate_series(1, 4) i
                        )
                        insert into resident (id, version, household_id, name, search, birth_year, status, phone_hash, created_at)
                        select id, 0, household, name, name, year, 'PRESENT', case when random() < 0.5 then sha256(id::text::bytea) end, now() from named
                        """).param("people", people).param("village", village).update();
        jdbc.sql("analyze resident").update();
        jdbc.sql("analyze household").update();
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
