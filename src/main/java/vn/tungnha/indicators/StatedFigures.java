package vn.tungnha.indicators;

import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures published elsewhere, to be shown as "số công bố" beside what is reckoned here, never added to it. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class StatedFigures {

    private final JdbcClient jdbc;

    /** Everybody's: they were printed. The latest first, then as the indicators stand. */
    public List<StatedFigure> of(Collection<String> indicators) {
        return jdbc.sql("""
                        select i.code as indicator, v.name_vi, v.name_en, f.unit_id, coalesce(u.full_name, '') as unit, f.period,
                               f.last_day, f.value, f.numerator, f.denominator, f.qualifier, f.stated_as, f.source
                        from stated_figure f
                        join indicator i on i.id = f.indicator_id
                        join lateral (select name_vi, name_en from indicator_version x where x.indicator_id = i.id
                                      order by x.version desc limit 1) v on true
                        left join lateral (
                            select full_name from unit_version x where x.unit_id = f.unit_id
                            order by f.last_day between x.valid_from and x.valid_to desc, x.valid_from desc limit 1) u on true
                        where i.code = any(:codes)
                        order by f.last_day desc, i.position, f.id""")
                .param("codes", indicators.toArray(String[]::new))
                .query(StatedFigure.class)
                .list();
    }
}
