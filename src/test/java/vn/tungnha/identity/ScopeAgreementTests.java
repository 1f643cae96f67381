package vn.tungnha.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.shared.Days;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.TestUnits.Tree;

/** The guard of single things and the predicate of lists are one rule written twice: here they are held together. */
@SharedApplication
@Transactional
class ScopeAgreementTests {

    @Autowired
    private Scopes scopes;

    @Autowired
    private ScopeGuard guard;

    @Autowired
    private TestUnits units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void listsWhatTheGuardLetsThrough(int seed) {
        Random random = new Random(seed);
        Tree tree = units.tree();
        List<Long> communes = new ArrayList<>(tree.communes());
        communes.add(units.commune("Gò Vừng", tree.district()));
        Set<Long> villages = new HashSet<>(units.villages(communes.get(2), 2, Days.SINCE_EVER));
        tree.villages().forEach(villages::addAll);
        List<UUID> accounts = new ArrayList<>();
        TestAccounts making = new TestAccounts(jdbc);
        List<Long> places = new ArrayList<>(communes);
        places.add(tree.district());
        LocalDate day = LocalDate.of(2024, 3, 1);
        for (int step = 0; step < 5; step++) {
            Long place = places.get(random.nextInt(places.size()));
            accounts.add(making.account("agree" + seed + "." + step, Role.WARD_OFFICER, place));
            day = day.plusDays(1 + random.nextInt(90));
            places.addAll(change(random, communes, villages, tree, day));
        }

        for (UUID account : accounts) {
            Scope scope = scopes.of(account);
            for (Data data : Data.values()) {
                Set<Long> guarded = new HashSet<>();
                villages.stream()
                        .filter(village -> guard.covers(scope, data, village))
                        .forEach(guarded::add);
                assertThat(listed(scope, data, villages))
                        .as("%s %s", scope, data)
                        .isEqualTo(guarded);
            }
        }
    }

    /** Two communes become one, or a village goes into its neighbour; answers what was founded. */
    private List<Long> change(Random random, List<Long> communes, Set<Long> villages, Tree tree, LocalDate day) {
        if (communes.size() > 1 && random.nextBoolean()) {
            Long one = communes.remove(random.nextInt(communes.size()));
            Long other = communes.remove(random.nextInt(communes.size()));
            long merged = units.mergeIntoNew(day, "Mới " + day, tree.district(), one, other);
            communes.add(merged);
            return List.of(merged);
        }
        List<Long> standing = jdbc.sql("""
                        select c.descendant_id from unit_closure c join unit u on u.id = c.descendant_id
                         where c.ancestor_id = :commune and u.level = 'VILLAGE' and :day between c.valid_from and c.valid_to
                         order by 1
                        """)
                .param("commune", communes.get(random.nextInt(communes.size())))
                .param("day", day)
                .query(Long.class)
                .list();
        if (standing.size() > 1) {
            units.merge(day, standing.get(0), standing.get(standing.size() - 1));
        }
        return List.of();
    }

    private Set<Long> listed(Scope scope, Data data, Set<Long> villages) {
        String sql = "select u.id from unit u where u.id = any(:asked) and (u.id = any(:roots) or "
                + ScopeSql.covers("u.id") + ")";
        return new HashSet<>(ScopeSql.bind(jdbc.sql(sql), scope, data, Days.today(clock))
                .param("asked", villages.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }
}
