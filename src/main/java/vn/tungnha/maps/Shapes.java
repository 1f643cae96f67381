package vn.tungnha.maps;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.chart.Outline;

/** The shapes of units on any day. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Shapes {

    private final JdbcClient jdbc;

    /** By unit id, from the layer in use that day; units it does not draw are left out, and all before the first layer. */
    public Map<Long, Outline> of(Collection<Long> units, LocalDate on) {
        Map<Long, Outline> shapes = new HashMap<>();
        jdbc.sql("""
            select s.unit_id, s.outline from map_shape s join map_layer l on l.id = s.layer_id
            where s.unit_id = any(:units) and l.removed_at is null and l.valid_from = (
                select max(o.valid_from) from map_layer o
                where o.unit_id = l.unit_id and o.removed_at is null and o.valid_from <= :on)
            """).param("units", units.toArray(Long[]::new)).param("on", on).query(row -> {
            shapes.put(row.getLong("unit_id"), Outline.parse(row.getString("outline")));
        });
        return shapes;
    }

    /** Those of one layer. */
    public Map<Long, Outline> ofLayer(long layer) {
        Map<Long, Outline> shapes = new HashMap<>();
        jdbc.sql("select unit_id, outline from map_shape where layer_id = ?")
                .param(layer)
                .query(row -> {
                    shapes.put(row.getLong("unit_id"), Outline.parse(row.getString("outline")));
                });
        return shapes;
    }
}
