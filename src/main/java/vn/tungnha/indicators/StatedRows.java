package vn.tungnha.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Turns rows of stated_figure into records. */
final class StatedRows {

    private StatedRows() {}

    static StatedValue of(ResultSet row) throws SQLException {
        return new StatedValue(
                row.getBigDecimal("value"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBoolean("inferred"),
                row.getString("qualifier"),
                row.getObject("rank", Integer.class),
                row.getObject("ranked", Integer.class),
                row.getBigDecimal("stated_target"),
                row.getString("stated_as"),
                row.getString("source"));
    }
}
