package vn.tungnha.maps;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.maps.LayerReading.Refusal;
import vn.tungnha.maps.LayerReading.Why;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Files that were sent for a map: read, looked at, then made a layer of or thrown away. */
@Service
@RequiredArgsConstructor
@Transactional
public class MapUploads {

    public static final int MOST_MEGABYTES = 10;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final List<UnitLevel> DRAWN = List.of(UnitLevel.DISTRICT, UnitLevel.COMMUNE, UnitLevel.VILLAGE);

    private final JdbcClient jdbc;
    private final Units units;
    private final MapLayers layers;
    private final ScopeGuard guard;
    private final Clock clock;

    /** @throws RuleBroken at {@code file} or {@code from} */
    public UUID send(
            long province, @Nullable LocalDate from, String fileName, byte @Nullable [] content, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, province);
        if (from == null) {
            throw RuleBroken.at("from", "maps.error.day");
        }
        UnitView unit = units.get(province, from);
        if (from.isBefore(unit.validFrom()) || from.isAfter(unit.validTo())) {
            throw RuleBroken.at("from", "maps.error.province");
        }
        if (content == null || content.length == 0) {
            throw RuleBroken.at("file", "maps.error.no-file");
        }
        if (content.length > MOST_MEGABYTES * 1024 * 1024) {
            throw RuleBroken.at("file", "maps.error.size", MOST_MEGABYTES);
        }
        GeoJson.read(content);
        jdbc.sql("delete from map_upload where created_at < ?")
                .param(now().minus(KEPT))
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into map_upload (id, unit_id, valid_from, file_name, content, created_by, created_at)
            values (:id, :unit, :day, :name, :content, :by, :now)
            """)
                .param("id", id)
                .param("unit", province)
                .param("day", from)
                .param("name", fileName)
                .param("content", content)
                .param("by", user.accountId())
                .param("now", now())
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    public MapUpload get(long province, UUID id) {
        return jdbc.sql("select id, valid_from, file_name from map_upload where id = ? and unit_id = ?")
                .params(id, province)
                .query(MapUpload.class)
                .optional()
                .orElseThrow(() -> new NotFound("map", id));
    }

    /** @param property where the codes stand; null to find it */
    @Transactional(readOnly = true)
    public LayerReading read(long province, UUID id, @Nullable String property) {
        MapUpload upload = get(province, id);
        byte[] content = jdbc.sql("select content from map_upload where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        Map<String, Long> known = new HashMap<>();
        DRAWN.forEach(level ->
                units.under(province, level, upload.validFrom()).forEach(unit -> known.put(unit.code(), unit.id())));
        LayerReading reading = LayerReading.of(GeoJson.read(content), known, property);
        return reading.explained(reasons(reading, upload.validFrom()));
    }

    /** @throws RuleBroken when nothing in it can be used */
    public long store(long province, UUID id, @Nullable String property, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, province);
        LayerReading reading = read(province, id, property);
        if (reading.shapes().isEmpty()) {
            throw new RuleBroken("maps.error.nothing");
        }
        long layer = layers.store(province, get(province, id), reading, user);
        discard(province, id, user);
        return layer;
    }

    public void discard(long province, UUID id, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, province);
        jdbc.sql("delete from map_upload where id = ? and unit_id = ?")
                .params(id, province)
                .update();
    }

    /** Codes that are none of this province's on the day may be another's, or of another time. */
    private Map<String, Why> reasons(LayerReading reading, LocalDate on) {
        Map<String, Why> reasons = new HashMap<>();
        jdbc.sql("""
            select code, bool_or(:on between valid_from and valid_to) as there from unit_version
            where code = any(:codes) group by code
            """)
                .param("on", on)
                .param(
                        "codes",
                        reading.refused().stream()
                                .filter(it -> it.why() == Why.UNKNOWN)
                                .map(Refusal::code)
                                .toArray(String[]::new))
                .query(row -> {
                    reasons.put(row.getString("code"), row.getBoolean("there") ? Why.OTHER_PROVINCE : Why.NOT_IN_FORCE);
                });
        return reasons;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
