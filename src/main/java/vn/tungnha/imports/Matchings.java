package vn.tungnha.imports;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.imports.sheet.Remembered;

/** How the people of a ward have matched columns, for their next file with the same headings. */
@Component
@RequiredArgsConstructor
class Matchings {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Map<String, Remembered> known(String kind, CurrentUser user) {
        Map<String, Remembered> known = new HashMap<>();
        jdbc.sql(
                        "select fingerprint, matched::text as matched from import_matching where place = :place and kind = :kind")
                .param("place", place(user))
                .param("kind", kind)
                .query(row -> {
                    known.put(row.getString("fingerprint"), json.readValue(row.getString("matched"), Remembered.class));
                });
        return known;
    }

    void keep(String kind, String fingerprint, Remembered matched, CurrentUser user) {
        jdbc.sql("""
                        insert into import_matching (place, kind, fingerprint, matched, account_id, saved_at)
                        values (:place, :kind, :fingerprint, cast(:matched as jsonb), :account, :now)
                        on conflict (place, kind, fingerprint) do update
                            set matched = excluded.matched, account_id = excluded.account_id, saved_at = excluded.saved_at""")
                .param("place", place(user))
                .param("kind", kind)
                .param("fingerprint", fingerprint)
                .param("matched", json.writeValueAsString(matched))
                .param("account", user.accountId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(String kind, String fingerprint, CurrentUser user) {
        jdbc.sql("delete from import_matching where place = :place and kind = :kind and fingerprint = :fingerprint")
                .param("place", place(user))
                .param("kind", kind)
                .param("fingerprint", fingerprint)
                .update();
    }

    /** All who look after the same units share it. */
    private static String place(CurrentUser user) {
        if (user.scope().everything()) {
            return "*";
        }
        Set<Long> roots = new TreeSet<>(user.scope().roots(Data.FIGURES));
        return roots.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
