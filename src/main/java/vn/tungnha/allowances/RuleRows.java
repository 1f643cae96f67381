package vn.tungnha.allowances;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rules as they are kept. A shipped one names its province by its code: the id is looked up. */
@Repository
@RequiredArgsConstructor
class RuleRows {

    static final String SELECT = """
            select r.*, coalesce(r.unit_id, (
                select v.unit_id from unit_version v join unit u on u.id = v.unit_id
                where u.level = 'PROVINCE' and v.code = r.province_code and r.valid_from between v.valid_from and v.valid_to))
                as scope
            from allowance_rule r
            """;

    private final JdbcClient jdbc;

    /** Rules in force at any time of these days, by commune, those of a team's month first, those that top up last. */
    Map<Long, List<AllowanceRule>> inForce(Collection<Long> communes, LocalDate from, LocalDate to) {
        Map<Long, List<AllowanceRule>> byCommune = new HashMap<>();
        jdbc.sql("""
                        select x.*, c.descendant_id as commune from (%s) x
                        join unit_closure c on c.ancestor_id = x.scope and c.descendant_id = any(:communes)
                        join unit u on u.id = c.descendant_id and least(:to, u.valid_to) between c.valid_from and c.valid_to
                        where x.status = 'IN_FORCE' and x.valid_from <= :to and x.valid_to >= :from
                        order by c.descendant_id, x.basis desc, x.tops_up nulls first, x.id
                        """.formatted(SELECT))
                .param("communes", communes.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query((row, at) -> byCommune
                        .computeIfAbsent(row.getLong("commune"), any -> new ArrayList<>())
                        .add(rule(row)))
                .list();
        return byCommune;
    }

    /** The latest first. */
    List<AllowanceRule> all() {
        return jdbc.sql(SELECT + "order by r.valid_from desc, r.basis desc, r.tops_up nulls first, r.id")
                .query((row, at) -> rule(row))
                .list();
    }

    Optional<AllowanceRule> find(long id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query((row, at) -> rule(row))
                .optional();
    }

    /** Whether any of these units lies under it. */
    boolean isAbove(long unit, Collection<Long> units, LocalDate on) {
        return jdbc.sql("""
                        select exists (select from unit_closure c where c.ancestor_id = :unit and c.descendant_id = any(:units)
                                       and :on between c.valid_from and c.valid_to)
                        """)
                .param("unit", unit)
                .param("units", units.toArray(Long[]::new))
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    private static AllowanceRule rule(ResultSet row) throws SQLException {
        Array kinds = row.getArray("kinds");
        return new AllowanceRule(
                row.getLong("id"),
                row.getInt("version"),
                number(row, "scope"),
                RuleStatus.valueOf(row.getString("status")),
                RuleBasis.valueOf(row.getString("basis")),
                row.getString("programme"),
                row.getString("name"),
                row.getLong("amount"),
                Set.of((String[]) kinds.getArray()),
                row.getBoolean("planned_only"),
                row.getInt("minimum_work"),
                number(row, "month_ceiling"),
                row.getBigDecimal("unit_factor"),
                number(row, "tops_up"),
                row.getString("funding"),
                row.getString("legal_basis"),
                row.getString("source"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                number(row, "replaces"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
