package vn.tungnha.units.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.References;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.Staying;
import vn.tungnha.shared.table.TakesBack;
import vn.tungnha.units.UnitRegister;

/** Takes back villages that came with a file, where nothing stands at them yet. */
@Component
@RequiredArgsConstructor
class UnitImportUndo implements TakesBack<CurrentUser> {

    /** What says where and how it is, what is derived from that, and the trail, which only tells of it. */
    private static final Set<String> OWN = Set.of(
            "unit_version.unit_id",
            "unit_parent.unit_id",
            "unit_closure.ancestor_id",
            "unit_closure.descendant_id",
            "unit_lineage.from_id",
            "unit_lineage.to_id",
            "audit_entry.unit_id");

    private static final String STATE = """
            select u.id::text as ref, (select max(v.full_name) from unit_version v where v.unit_id = u.id) as name,
                   concat_ws(' ', u.valid_to,
                       (select string_agg(concat_ws('/', v.full_name, v.valid_from, v.valid_to), ' ' order by v.valid_from)
                        from unit_version v where v.unit_id = u.id),
                       (select string_agg(concat_ws('/', p.parent_id, p.valid_from, p.valid_to), ' ' order by p.valid_from)
                        from unit_parent p where p.unit_id = u.id)) as state
            from unit u where u.id = any(cast(:ids as bigint[]))
            """;

    private final UnitRegister register;
    private final References references;
    private final JdbcClient jdbc;

    List<Made> made(List<Long> villages) {
        return states(villages.stream().map(String::valueOf).toList()).values().stream()
                .map(now -> new Made("unit", now.ref(), now.ref(), now.state()))
                .toList();
    }

    @Override
    public List<Staying> staying(List<Made> made, CurrentUser user) {
        List<String> refs = made.stream().map(Made::ref).toList();
        Map<String, Now> now = states(refs);
        Map<String, Staying> staying = new HashMap<>();
        references.to("unit", refs, OWN).forEach((id, by) -> staying.put(id, Staying.used(id, name(now, id), by)));
        for (Made one : made) {
            Now present = now.get(one.ref());
            if (present != null && !present.state().equals(one.state())) {
                staying.putIfAbsent(one.ref(), Staying.changed(one.ref(), name(now, one.ref())));
            }
        }
        return List.copyOf(staying.values());
    }

    @Override
    public void takeBack(List<Made> made, String reason, CurrentUser user) {
        register.takeBack(made.stream().map(one -> Long.valueOf(one.ref())).collect(Collectors.toSet()), reason);
    }

    private Map<String, Now> states(List<String> ids) {
        return jdbc.sql(STATE).param("ids", ids.toArray(String[]::new)).query(Now.class).list().stream()
                .collect(Collectors.toMap(Now::ref, now -> now));
    }

    private static String name(Map<String, Now> now, String ref) {
        Now present = now.get(ref);
        return present == null || present.name() == null ? "" : present.name();
    }

    private record Now(String ref, String name, String state) {}
}
