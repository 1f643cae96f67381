package vn.tungnha.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Component;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorDefinition.Variant;

/** Turns rows of the definition tables into records. */
final class DefinitionRows {

    private DefinitionRows() {}

    static Variant variant(ResultSet row) throws SQLException {
        return new Variant(
                row.getString("variant"),
                row.getString("variant_vi"),
                row.getString("variant_en"),
                row.getString("numerator"),
                row.getString("denominator"),
                row.getString("numerator_vi"),
                row.getString("numerator_en"),
                row.getString("denominator_vi"),
                row.getString("denominator_en"),
                row.getBoolean("standard"));
    }

    static Component component(ResultSet row) throws SQLException {
        return new Component(
                row.getString("indicator"),
                row.getString("variant"),
                row.getString("group_vi"),
                row.getString("group_en"),
                row.getBigDecimal("weight"),
                row.getBigDecimal("full_at"),
                row.getBoolean("capped"));
    }

    static IndicatorDefinition definition(ResultSet row, List<Variant> variants, List<Component> components)
            throws SQLException {
        return new IndicatorDefinition(
                row.getInt("id"),
                row.getString("code"),
                Kind.valueOf(row.getString("kind")),
                row.getString("pillar"),
                row.getInt("position"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("short_vi"),
                row.getString("short_en"),
                row.getString("unit_vi"),
                row.getString("unit_en"),
                row.getString("direction"),
                row.getBigDecimal("factor"),
                row.getInt("decimals"),
                row.getBigDecimal("good_at"),
                row.getBigDecimal("near_at"),
                lines(row.getString("counted_vi")),
                lines(row.getString("not_counted_vi")),
                row.getString("source_vi"),
                row.getString("legal_basis"),
                row.getString("change_note_vi"),
                row.getObject("published_at") != null,
                variants,
                components);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }
}
