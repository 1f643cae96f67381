package vn.tungnha.maps;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.chart.Borders;
import vn.tungnha.shared.chart.Outline;

/** Keeps the layers of a province: at most one in use for each day it begins on, and every former one to come back to. */
@Service
@RequiredArgsConstructor
@Transactional
public class MapLayers {

    private static final int MOST_SPOTS = 40_000;
    private static final double FINEST = 5;

    private final JdbcClient jdbc;
    private final ScopeGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What the trail says about a layer. */
    private record Trace(LocalDate validFrom, String fileName, long shapes) {}

    /** Newest day first, those in use before those that were. */
    @Transactional(readOnly = true)
    public List<MapLayer> of(long province) {
        return jdbc.sql("""
            select l.id, l.valid_from, l.file_name, l.property, a.display_name as by, l.created_at, l.removed_at,
                   (select count(*) from map_shape s where s.layer_id = l.id) as shapes
            from map_layer l join account a on a.id = l.created_by where l.unit_id = ?
            order by l.valid_from desc, l.removed_at is not null, l.id desc limit 100
            """).param(province).query(MapLayer.class).list();
    }

    /** Makes a layer of what was read; one that begins on the same day gives way. */
    public long store(long province, MapUpload upload, LayerReading reading, CurrentUser user) {
        require(province, user);
        retire(province, upload.validFrom());
        long id = jdbc.sql("""
            insert into map_layer (unit_id, valid_from, file_name, property, created_by, created_at)
            values (:unit, :day, :file, :property, :by, :now) returning id
            """)
                .param("unit", province)
                .param("day", upload.validFrom())
                .param("file", upload.fileName())
                .param("property", reading.property())
                .param("by", user.accountId())
                .param("now", now())
                .query(Long.class)
                .single();
        Map<Long, Outline> shapes = light(reading.shapes());
        Long[] units = shapes.keySet().toArray(Long[]::new);
        jdbc.sql("""
            insert into map_shape (layer_id, unit_id, outline)
            select :layer, unit, outline from unnest(cast(:units as bigint[]), cast(:outlines as text[])) as s (unit, outline)
            """)
                .param("layer", id)
                .param("units", units)
                .param("outlines", shapes.values().stream().map(Outline::text).toArray(String[]::new))
                .update();
        events.publishEvent(audited("map.stored", province, id, null, trace(id)));
        return id;
    }

    /** Takes a layer out of use: its days go to the one before it, or to the tiles. */
    public void remove(long province, long layer, CurrentUser user) {
        require(province, user);
        int removed = jdbc.sql(
                        "update map_layer set removed_at = ? where id = ? and unit_id = ? and removed_at is null")
                .params(now(), layer, province)
                .update();
        if (removed == 0) {
            throw new NotFound("map", String.valueOf(layer));
        }
        events.publishEvent(audited("map.removed", province, layer, trace(layer), null));
    }

    /** Puts a layer back into use; what took its day gives way. */
    public void restore(long province, long layer, CurrentUser user) {
        require(province, user);
        LocalDate day = jdbc.sql(
                        "select valid_from from map_layer where id = ? and unit_id = ? and removed_at is not null")
                .params(layer, province)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new NotFound("map", String.valueOf(layer)));
        retire(province, day);
        jdbc.sql("update map_layer set removed_at = null where id = ?")
                .param(layer)
                .update();
        events.publishEvent(audited("map.restored", province, layer, null, trace(layer)));
    }

    private void require(long province, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, province);
        jdbc.sql("select id from unit where id = ? for no key update")
                .param(province)
                .query(Long.class)
                .single();
    }

    private void retire(long province, LocalDate day) {
        jdbc.sql("update map_layer set removed_at = ? where unit_id = ? and valid_from = ? and removed_at is null")
                .params(now(), province, day)
                .update();
    }

    /** As fine as a screen can show, and no finer than a page should have to read. */
    private static Map<Long, Outline> light(Map<Long, Outline> shapes) {
        Map<Long, Outline> light = shapes;
        double tolerance = FINEST;
        do {
            light = Borders.simplify(light, tolerance);
            tolerance *= 2;
        } while (light.values().stream().mapToInt(Outline::size).sum() > MOST_SPOTS && tolerance < 10_000);
        return light;
    }

    private Trace trace(long layer) {
        return jdbc.sql("""
            select l.valid_from, l.file_name, (select count(*) from map_shape s where s.layer_id = l.id) as shapes
            from map_layer l where l.id = ?
            """).param(layer).query(Trace.class).single();
    }

    private static Audited audited(
            String action, long province, long layer, @Nullable Object before, @Nullable Object after) {
        return new Audited(action, "map", String.valueOf(layer), province, before, after, null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
