package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.Units;

/** What was exported is read in again for the very unit it came from, although its code was given to another one. */
@SharedApplication
@Transactional
class ExportedCodesTests {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Autowired
    private Exports exports;

    @Autowired
    private TestUnits test;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient jdbc;

    private String code;
    private long old;
    private long heir;
    private CurrentUser reader;

    @BeforeEach
    void aCodeThatWasGivenToAnotherUnit() {
        TestUnits.Tree tree = test.tree();
        code = "Z" + tree.province();
        old = test.commune(code, "Xuân Hà", tree.district(), LocalDate.of(2000, 1, 1));
        heir = tree.commune();
        test.merge(DAY, heir, old);
        test.commune(code, "Gò Đá", tree.district(), DAY);
        UUID account = new TestAccounts(jdbc).account("x" + UUID.randomUUID());
        reader = new CurrentUser(
                account, "x", "x", Set.of(Role.ADMIN), new Scope(true, Set.of(), Set.of(), Set.of(), Set.of()));
    }

    @Test
    void pinsTheCodesOfTargets() throws IOException {
        for (String period : List.of("2025", "2025-Q2", "2025-06", "2025-07", "2024")) {
            jdbc.sql("""
                            insert into target (version, indicator_id, unit_id, period, first_day, last_day, amount, kind, entered_at)
                            values (1, (select id from indicator where code = 'VISITS'), :unit, :period, '2025-01-01', '2025-12-31',
                                    100, 'COUNT', now())
                            """).param("unit", old).param("period", period).update();
        }

        assertThat(codes(ExportKind.TARGETS, null, 0, 4))
                .containsExactlyInAnyOrder(
                        code + "@2025-06-30 2025",
                        code + " 2025-Q2",
                        code + " 2025-06",
                        code + "@2025-06-30 2025-07",
                        code + " 2024");
    }

    @Test
    void pinsTheCodesOfReportedValuesAndGivesThoseOfAnEndedUnit() throws IOException {
        jdbc.sql("""
                        insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on, entered_at)
                        values (:unit, (select id from measure where code = 'DOSSIERS_RECEIVED'), '2025', '2025-01-01', '2025-12-31',
                                9955, 'Sổ', '2025-06-30', now())
                        """).param("unit", old).update();

        assertThat(codes(ExportKind.REPORTED_VALUES, null, 0, 2)).containsExactly(code + "@2025-06-30 2025");
        assertThat(codes(ExportKind.REPORTED_VALUES, old, 0, 2)).hasSize(1);
        assertThat(codes(ExportKind.REPORTED_VALUES, heir, 0, 2)).hasSize(1);
    }

    @Test
    void namesTheTeamOfATargetAsItIsReadIn() throws IOException {
        long village = test.village(heir, 33);
        long team = jdbc.sql("""
                        insert into team (version, name, number, kind, search, status, established_on)
                        values (0, 'Tổ 33', 33, (select code from team_kind order by position limit 1), 'to 33',
                                'ACTIVE', '2023-11-29') returning id
                        """).query(Long.class).single();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2023-11-29')")
                .params(team, village)
                .update();
        jdbc.sql("""
                        insert into target (version, indicator_id, team_id, period, first_day, last_day, amount, kind, entered_at)
                        values (1, (select id from indicator where code = 'VISITS'), :team, '2024', '2024-01-01', '2024-12-31', 100,
                                'COUNT', now())
                        """).param("team", team).update();

        assertThat(rows(ExportKind.TARGETS, heir).stream()
                        .filter(row -> row.get(8) != null)
                        .map(row -> row.get(0) + " " + row.get(2)))
                .containsExactly(units.get(heir, DAY).code() + " Tổ 33");
    }

    /** Each code with its period; read as an import reads it, it must mean the unit. */
    private List<String> codes(ExportKind kind, Long unit, int column, int period) throws IOException {
        List<String> found = new ArrayList<>();
        for (List<?> row : rows(kind, unit)) {
            String written = String.valueOf(row.get(column));
            UnitRef ref = UnitRef.parse(written);
            if (ref.code().equals(code)) {
                found.add(written + " " + row.get(period));
                LocalDate last = Period.parse(String.valueOf(row.get(period)))
                        .orElseThrow()
                        .last();
                assertThat(units.require(ref.code(), ref.dayOr(last)).id()).isEqualTo(old);
            }
        }
        return found;
    }

    private List<List<?>> rows(ExportKind kind, Long unit) throws IOException {
        List<List<?>> rows = new ArrayList<>();
        exports.write(kind, unit, reader, new TableWriter() {
            @Override
            public void heading(List<String> names) {}

            @Override
            public void row(List<?> cells) {
                rows.add(cells);
            }

            @Override
            public void close() {}
        });
        return rows;
    }
}
