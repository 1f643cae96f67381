package vn.tungnha.savings;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;

/** What the register of procedures handled faster adds up to, reckoned each time it is asked for. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class SavingSums {

    private static final String SUMS = """
            count(distinct unit_fold(p.name)) as procedures, coalesce(sum(p.dossiers), 0) as dossiers,
            coalesce(sum((p.legal_days - p.actual_days) * p.dossiers), 0) as saved""";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Procedures once each however many places handle them faster, dossiers, working days. */
    public record Sum(long procedures, long dossiers, BigDecimal saved) {}

    /** The same of one field. */
    public record FieldSum(String field, long procedures, long dossiers, BigDecimal saved) {}

    /** @param audience null = all, enterprises among them */
    public Sum sum(@Nullable Integer year, @Nullable Audience audience, CurrentUser user) {
        return asked(
                        "select " + SUMS + " from faster_procedure p where " + Savings.ASKED
                                + " and (cast(:audience as text) is null or p.audience = :audience)",
                        year,
                        user)
                .param("audience", audience == null ? null : audience.name())
                .query(Sum.class)
                .single();
    }

    /** Most days saved first; fields that differ in capitals or marks only are one. */
    public List<FieldSum> byField(@Nullable Integer year, CurrentUser user) {
        return asked(
                        "select min(p.field) as field, " + SUMS + " from faster_procedure p where " + Savings.ASKED
                                + " group by unit_fold(p.field) order by saved desc, 1",
                        year,
                        user)
                .query(FieldSum.class)
                .list();
    }

    /** What is known line by line of a published figure: of that unit and all under it, in that year. */
    public Sum known(long unit, LocalDate on, @Nullable Audience audience) {
        return jdbc.sql("select " + SUMS + """
                         from faster_procedure p
                        where p.removed_at is null and p.year = :year and (cast(:audience as text) is null or p.audience = :audience)
                          and exists (select from unit_closure c where c.ancestor_id = :unit and c.descendant_id = p.unit_id
                                      and :on between c.valid_from and c.valid_to)""")
                .param("year", on.getYear())
                .param("audience", audience == null ? null : audience.name())
                .param("unit", unit)
                .param("on", on)
                .query(Sum.class)
                .single();
    }

    /** Years that have lines within the reader's scope, the latest first. */
    public List<Integer> years(CurrentUser user) {
        return asked(
                        "select distinct p.year from faster_procedure p where " + Savings.ASKED + " order by 1 desc",
                        null,
                        user)
                .query(Integer.class)
                .list();
    }

    private StatementSpec asked(String sql, @Nullable Integer year, CurrentUser user) {
        return Savings.asked(jdbc.sql(sql), year, null, user, Days.today(clock));
    }
}
