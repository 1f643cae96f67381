package vn.tungnha.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.indicators.IndicatorChoice;

/** Which figures a team's report carries, in which order. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class ReportLines {

    private final JdbcClient jdbc;

    public List<IndicatorChoice> ofTeams() {
        return jdbc.sql("""
                        select i.code, l.variant from report_line l join indicator i on i.id = l.indicator_id
                        where l.report = 'TEAM' order by l.position
                        """).query(IndicatorChoice.class).list();
    }

    /** Without what had ended by the last day of a period. */
    List<IndicatorChoice> ofTeams(LocalDate last) {
        return jdbc.sql("""
                        select i.code, l.variant from report_line l join indicator i on i.id = l.indicator_id
                        where l.report = 'TEAM' and exists (
                            select from indicator_version v where v.indicator_id = i.id and v.valid_to >= :last)
                        order by l.position
                        """).param("last", last).query(IndicatorChoice.class).list();
    }

    /** For every report that is not handed in yet; the others keep the figures they were handed in with. */
    @Transactional
    public void replace(List<IndicatorChoice> lines) {
        jdbc.sql("delete from report_line where report = 'TEAM'").update();
        jdbc.sql("""
                        insert into report_line (report, indicator_id, variant, position)
                        select 'TEAM', i.id, l.variant, l.position
                        from unnest(:codes, :variants, :positions) as l (code, variant, position)
                        join indicator i on i.code = l.code
                        """)
                .param("codes", lines.stream().map(IndicatorChoice::code).toArray(String[]::new))
                .param("variants", lines.stream().map(IndicatorChoice::variant).toArray(String[]::new))
                .param(
                        "positions",
                        IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                .update();
    }
}
