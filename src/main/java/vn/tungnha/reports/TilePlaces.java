package vn.tungnha.reports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where units lie on the tile map of what they are part of. */
@Service
@RequiredArgsConstructor
public class TilePlaces {

    private final JdbcClient jdbc;

    /** Column and row, from 1. */
    public record Place(int column, int row) {}

    /** By unit id: the layout in use on that day, else the first one there is; empty without any. */
    public Map<Long, Place> of(String map, LocalDate on) {
        Map<Long, Place> places = new HashMap<>();
        jdbc.sql("""
                        select unit_id, column_no, row_no from unit_tile
                        where map = :map and valid_from = (
                            select valid_from from unit_tile where map = :map
                            order by valid_from <= :on desc, abs(valid_from - :on) limit 1)
                        """).param("map", map).param("on", on).query(row -> {
            places.put(row.getLong("unit_id"), new Place(row.getInt("column_no"), row.getInt("row_no")));
        });
        return places;
    }
}
