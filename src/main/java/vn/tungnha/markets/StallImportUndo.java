package vn.tungnha.markets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.References;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.Staying;
import vn.tungnha.shared.table.TakesBack;

/** Takes back stalls that came with a file, unless somebody has come by or changed them since. */
@Component
@RequiredArgsConstructor
class StallImportUndo implements TakesBack<CurrentUser> {

    private static final String STALL = "stall";

    private final Stalls stalls;
    private final References references;
    private final JdbcClient jdbc;

    private record Now(String ref, String name, String state) {}

    List<Made> made(Collection<UUID> ids) {
        return states(ids.stream().map(UUID::toString).toList()).values().stream()
                .map(now -> new Made(STALL, now.ref(), now.ref(), now.state()))
                .toList();
    }

    @Override
    public List<Staying> staying(List<Made> made, CurrentUser user) {
        List<String> refs = made.stream().map(Made::ref).toList();
        Map<String, Now> now = states(refs);
        Map<String, String> used = references.to("stall", refs, Set.of("stall_way.stall_id"));
        List<Staying> staying = new ArrayList<>();
        for (Made one : made) {
            Now present = now.get(one.ref());
            if (used.containsKey(one.ref())) {
                staying.add(Staying.used(
                        one.ref(), present == null ? "" : present.name(), String.valueOf(used.get(one.ref()))));
            } else if (present != null && !present.state().equals(one.state())) {
                staying.add(Staying.changed(one.ref(), present.name()));
            }
        }
        return staying;
    }

    @Override
    public void takeBack(List<Made> made, String reason, CurrentUser user) {
        for (Made one : made) {
            UUID id = UUID.fromString(one.ref());
            StallView before = stalls.get(id, user);
            jdbc.sql("delete from stall_way where stall_id = ?").param(id).update();
            jdbc.sql("delete from stall where id = ?").param(id).update();
            stalls.tell("stall.taken-back", before, before, reason);
        }
    }

    private Map<String, Now> states(List<String> ids) {
        Map<String, Now> states = new LinkedHashMap<>();
        jdbc.sql("""
                        select id::text as ref, trim(line || ' ' || number) as name, version::text as state
                        from stall where id = any(cast(:ids as uuid[]))""")
                .param("ids", ids.toArray(String[]::new))
                .query(Now.class)
                .list()
                .forEach(now -> states.put(now.ref(), now));
        return states;
    }
}
