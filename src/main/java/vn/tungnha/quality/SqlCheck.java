package vn.tungnha.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A check that is one statement, kept in {@code quality/<code>.sql}. */
record SqlCheck(String code, String sql, JdbcClient jdbc) implements Check {

    /** Columns of a check that teams have no part in. */
    private static final int BARE = 11;

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
                        row.getString("mark"),
                        near(row)))
                .list();
    }

    /** Only the checks that concern teams tell whose it is: {@code v12} a village, {@code t7} a team. */
    private static List<Fault.Near> near(ResultSet row) throws SQLException {
        if (row.getMetaData().getColumnCount() <= BARE) {
            return List.of();
        }
        String[] owners = (String[]) row.getArray("owners").getArray();
        String[] urls = (String[]) row.getArray("urls").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        List<Fault.Near> near = new ArrayList<>();
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] != null) {
                Long id = Long.valueOf(owners[i].substring(1));
                boolean village = owners[i].charAt(0) == 'v';
                String name = names[Math.min(i, names.length - 1)];
                near.add(new Fault.Near(village ? id : null, village ? null : id, urls[i], name == null ? "–" : name));
            }
        }
        return List.copyOf(near);
    }
}
