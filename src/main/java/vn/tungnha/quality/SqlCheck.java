package vn.tungnha.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A check that is one statement, kept in {@code quality/<code>.sql}. */
record SqlCheck(String code, String sql, JdbcClient jdbc) implements Check {

    static SqlCheck named(String code, JdbcClient jdbc) {
        try {
            String sql = new ClassPathResource("quality/" + code + ".sql").getContentAsString(StandardCharsets.UTF_8);
            return new SqlCheck(code, sql, jdbc);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public List<Fault> find(Collection<Long> communes, LocalDate today, BigDecimal threshold) {
        return jdbc.sql(sql)
                .param("communes", communes.toArray(Long[]::new))
                .param("today", today)
                .param("threshold", threshold)
                .query((row, at) -> new Fault(
                        code,
                        row.getLong("commune_id"),
                        row.getString("subject"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("other"),
                        row.getObject("day", LocalDate.class),
                        row.getString("detail_vi"),
                        row.getString("detail_en"),
                        row.getString("url"),
                        row.getString("mark")))
                .list();
    }
}
