package vn.tungnha.demo;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.postgresql.copy.CopyManager;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.SortKeys;

/** Hangs the residential groups under their wards: units, names, dated parents, closure and lineage. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class VillageTree {

    private final JdbcClient sql;

    void plant(List<Village> villages, CopyManager copy) {
        CopyWriter units = new CopyWriter("unit", "id, level");
        CopyWriter versions =
                new CopyWriter("unit_version", "unit_id, code, name, full_name, kind, search, valid_from, valid_to");
        CopyWriter parents = new CopyWriter("unit_parent", "unit_id, parent_id, valid_from, valid_to");
        for (Village village : villages) {
            units.row(village.id(), "VILLAGE");
            for (Village.Called called : village.names()) {
                String full = called.name().replace("Tổ ", "Tổ dân phố ");
                String search = SortKeys.fold(called.name() + " " + village.code());
                versions.row(
                        village.id(), village.code(), called.name(), full, "TDP", search, called.from(), called.to());
            }
            for (Ward.Stay stay : village.ward().stays()) {
                parents.row(village.id(), stay.communeId(), stay.from(), stay.to());
            }
        }
        List.of(units, versions, parents).forEach(each -> each.send(copy));
        close(villages);
    }

    /** New leaves only: what is above them is already closed. */
    private void close(List<Village> villages) {
        Long[] ids = villages.stream().map(Village::id).toArray(Long[]::new);
        sql.sql("""
                        insert into unit_closure (ancestor_id, descendant_id, depth, valid_from, valid_to)
                        select ancestor_id, id, depth, lower(days), upper(days) - 1 from (
                            select c.ancestor_id, p.unit_id as id, c.depth + 1 as depth,
                                   unnest(range_agg(daterange(greatest(c.valid_from, p.valid_from),
                                                              least(c.valid_to, p.valid_to), '[]'))) as days
                            from unit_parent p
                            join unit_closure c on c.descendant_id = p.parent_id
                                and c.valid_from <= p.valid_to and c.valid_to >= p.valid_from
                            where p.unit_id = any(:ids)
                            group by 1, 2, 3) above
                        union all
                        select id, id, 0, :ever, :forever from unnest(:ids) id""")
                .param("ids", ids)
                .param("ever", Days.SINCE_EVER)
                .param("forever", Days.FOREVER)
                .update();
        sql.sql("""
                        insert into unit_lineage (from_id, to_id, valid_from, valid_to, weight, exact)
                        select id, id, :ever, :forever, 1, true from unnest(:ids) id""")
                .param("ids", ids)
                .param("ever", Days.SINCE_EVER)
                .param("forever", Days.FOREVER)
                .update();
    }
}
