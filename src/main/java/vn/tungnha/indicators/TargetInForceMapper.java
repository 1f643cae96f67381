package vn.tungnha.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads {@link TargetRows#COLUMNS}. */
final class TargetInForceMapper {

    private TargetInForceMapper() {}

    static TargetInForce of(ResultSet row) throws SQLException {
        return new TargetInForce(
                row.getLong("id"),
                row.getInt("version"),
                row.getInt("indicator_id"),
                row.getObject("unit_id", Long.class),
                row.getObject("team_id", Long.class),
                row.getString("period"),
                row.getString("kind"),
                row.getBigDecimal("amount"),
                row.getObject("entered_on", LocalDate.class),
                row.getBoolean("carried"));
    }
}
