package vn.tungnha.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ids behind codes; a code nobody knows is an error, never skipped. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoCodes {

    private final JdbcClient sql;

    Map<String, Integer> measures() {
        return ids("select code, id from measure");
    }

    /** Indicators by their codes and by the other names they answer to. */
    Map<String, Integer> indicators() {
        return ids("select code, id from indicator union all select code, indicator_id from indicator_alias");
    }

    /** Ways to reckon that go with some of those other names. */
    Map<String, String> variants() {
        Map<String, String> variants = new HashMap<>();
        sql.sql("select code, variant from indicator_alias where variant is not null")
                .query(row -> {
                    variants.put(row.getString("code"), row.getString("variant"));
                });
        return variants;
    }

    long unit(String code, LocalDate on) {
        return sql.sql("select unit_id from unit_version where code = :code and :on between valid_from and valid_to")
                .param("code", code)
                .param("on", on)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no unit " + code + " on " + on));
    }

    static int require(Map<String, Integer> ids, String code) {
        Integer id = ids.get(code);
        if (id == null) {
            throw new IllegalStateException("the catalogue has no " + code);
        }
        return id;
    }

    private Map<String, Integer> ids(String query) {
        Map<String, Integer> ids = new HashMap<>();
        sql.sql(query).query(row -> {
            ids.put(row.getString(1), row.getInt(2));
        });
        return ids;
    }
}
