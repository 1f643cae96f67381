package vn.tungnha.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.table.TableWriter;

/** Sends whole tables out, row by row, each only as far as its reader may see. */
@Service
public class Exports {

    private static final int ROWS_AT_A_TIME = 500;
    private static final Set<Role> FIELD = Set.of(Role.TEAM_LEADER, Role.TEAM_MEMBER);

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    Exports(JdbcTemplate shared, Clock clock) {
        JdbcTemplate own = new JdbcTemplate(java.util.Objects.requireNonNull(shared.getDataSource()));
        own.setFetchSize(ROWS_AT_A_TIME);
        this.jdbc = new NamedParameterJdbcTemplate(own);
        this.clock = clock;
    }

    /** @param unit only what lies under it; the caller has asked the guard */
    @Transactional(readOnly = true)
    public void write(ExportKind kind, @Nullable Long unit, CurrentUser user, TableWriter out) throws IOException {
        LocalDate today = Days.today(clock);
        boolean ownTeamsOnly = kind.data() == Data.FIGURES && FIELD.containsAll(user.roles());
        Set<Long> roots = ownTeamsOnly ? Set.of() : user.scope().roots(kind.data());
        MapSqlParameterSource params = new MapSqlParameterSource()
                .addValue("everything", user.scope().everything())
                .addValue("roots", roots.toArray(Long[]::new))
                .addValue("teams", user.scope().teams().toArray(Long[]::new))
                .addValue("today", today, Types.DATE)
                .addValue("unit", unit, Types.BIGINT);
        out.heading(kind.columns());
        try {
            jdbc.query(kind.sql(), params, row -> {
                try {
                    out.row(cells(row, kind.columns().size()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<@Nullable Object> cells(ResultSet row, int columns) throws SQLException {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            Object value = row.getObject(i);
            cells.add(value instanceof java.sql.Date day ? day.toLocalDate() : value);
        }
        return cells;
    }
}
