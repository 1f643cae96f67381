package vn.tungnha.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.Coverage;
import vn.tungnha.indicators.IndicatorDefinition.Kind;

/** Figures frozen with a team's report or a ward's lock. */
@Component
@RequiredArgsConstructor
class FigureStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    void freezeReport(long report, List<ReportFigure> figures) {
        thaw(report);
        List<MapSqlParameterSource> rows = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            rows.add(params(figures.get(i)).addValue("report", report).addValue("position", i));
        }
        batch.batchUpdate("""
            insert into team_report_figure (report_id, position, indicator_id, variant, kind, numerator, denominator, value, target,
                                            exact, covered, covered_of)
            select :report, :position, i.id, :variant, :kind, :numerator, :denominator, :value, :target, :exact, :covered, :of
            from indicator i where i.code = :indicator
            """, rows.toArray(MapSqlParameterSource[]::new));
    }

    /** A report given back or taken back shows living figures again. */
    void thaw(long report) {
        jdbc.sql("delete from team_report_figure where report_id = :report")
                .param("report", report)
                .update();
    }

    void freezeLock(long lock, List<ReportFigure> figures) {
        batch.batchUpdate(
                """
                insert into locked_figure (lock_id, indicator_id, variant, kind, numerator, denominator, value, target, exact,
                                           covered, covered_of)
                select :lock, i.id, :variant, :kind, :numerator, :denominator, :value, :target, :exact, :covered, :of
                from indicator i where i.code = :indicator
                """,
                figures.stream().map(it -> params(it).addValue("lock", lock)).toArray(MapSqlParameterSource[]::new));
    }

    /** Frozen figures by report, in the order of the form. */
    Map<Long, List<ReportFigure>> ofReports(Collection<Long> reports) {
        return grouped("""
            select f.report_id, i.code as indicator, f.variant, f.kind, f.numerator, f.denominator, f.value, f.target, f.exact, f.covered, f.covered_of
            from team_report_figure f join indicator i on i.id = f.indicator_id
            where f.report_id = any(:ids) order by f.report_id, f.position
            """, reports);
    }

    List<ReportFigure> ofLock(long lock) {
        return ofLocks(List.of(lock)).getOrDefault(lock, List.of());
    }

    /** Locked figures by lock, in the order of the indicators. */
    Map<Long, List<ReportFigure>> ofLocks(Collection<Long> locks) {
        return grouped("""
            select f.lock_id, i.code as indicator, f.variant, f.kind, f.numerator, f.denominator, f.value, f.target, f.exact, f.covered, f.covered_of
            from locked_figure f join indicator i on i.id = f.indicator_id
            where f.lock_id = any(:ids) order by f.lock_id, i.position, i.code, f.variant
            """, locks);
    }

    private Map<Long, List<ReportFigure>> grouped(String sql, Collection<Long> ids) {
        Map<Long, List<ReportFigure>> byId = new LinkedHashMap<>();
        jdbc.sql(sql)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, at) -> byId.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new ReportFigure(
                                row.getString("indicator"),
                                row.getString("variant"),
                                Kind.valueOf(row.getString("kind")),
                                row.getBigDecimal("numerator"),
                                row.getBigDecimal("denominator"),
                                row.getBigDecimal("value"),
                                row.getBigDecimal("target"),
                                row.getBoolean("exact"),
                                coverage(row))))
                .list();
        return byId;
    }

    private static @Nullable Coverage coverage(ResultSet row) throws SQLException {
        Integer covered = (Integer) row.getObject("covered");
        Integer of = (Integer) row.getObject("covered_of");
        return covered == null || of == null ? null : new Coverage(covered, of);
    }

    private static MapSqlParameterSource params(ReportFigure figure) {
        Coverage coverage = figure.coverage();
        return new MapSqlParameterSource()
                .addValue("indicator", figure.indicator())
                .addValue("variant", figure.variant())
                .addValue("kind", figure.kind().name())
                .addValue("numerator", figure.numerator(), Types.NUMERIC)
                .addValue("denominator", figure.denominator(), Types.NUMERIC)
                .addValue("value", figure.value(), Types.NUMERIC)
                .addValue("target", figure.target(), Types.NUMERIC)
                .addValue("exact", figure.exact())
                .addValue("covered", coverage == null ? null : coverage.units(), Types.INTEGER)
                .addValue("of", coverage == null ? null : coverage.of(), Types.INTEGER);
    }
}
