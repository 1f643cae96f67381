package vn.tungnha.lists;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.desk.Seen;

/** What somebody opened last. Only they read it, and only what they may still see. */
@Service
public class SeenLately {

    private static final int KEPT = 30;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Seen<CurrentUser>> byKind;
    private final Map<String, Seen<CurrentUser>> byPattern = new HashMap<>();

    SeenLately(JdbcClient jdbc, Clock clock, List<Seen<CurrentUser>> kinds) {
        this.jdbc = jdbc;
        this.clock = clock;
        byKind = kinds.stream().collect(Collectors.toUnmodifiableMap(Seen::kind, kind -> kind));
        kinds.forEach(kind -> kind.patterns().forEach(pattern -> byPattern.put(pattern, kind)));
    }

    /** The kind of thing that a page of this mapping shows. */
    public Optional<String> kindAt(String pattern) {
        return Optional.ofNullable(byPattern.get(pattern)).map(Seen::kind);
    }

    public void note(String kind, String ref, CurrentUser user) {
        jdbc.sql("""
                        with noted as (
                            insert into seen (account_id, kind, ref, seen_at) values (:me, :kind, :ref, :now)
                            on conflict (account_id, kind, ref) do update set seen_at = excluded.seen_at)
                        delete from seen where account_id = :me and seen_at < (
                            select seen_at from seen where account_id = :me order by seen_at desc offset :kept limit 1)""")
                .param("me", user.accountId())
                .param("kind", kind)
                .param("ref", ref)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kept", KEPT)
                .update();
    }

    /** The latest first. No transaction of its own: what is out of reach would spoil it. */
    public List<Seen.Thing> of(CurrentUser user, int most, Locale locale) {
        record Line(String kind, String ref) {}
        return jdbc
                .sql("select kind, ref from seen where account_id = :me order by seen_at desc, kind, ref limit :kept")
                .param("me", user.accountId())
                .param("kept", KEPT)
                .query(Line.class)
                .list()
                .stream()
                .map(line -> look(line.kind(), line.ref(), user, locale))
                .flatMap(Optional::stream)
                .limit(most)
                .toList();
    }

    private Optional<Seen.Thing> look(String kind, String ref, CurrentUser user, Locale locale) {
        Seen<CurrentUser> known = byKind.get(kind);
        try {
            return known == null ? Optional.empty() : known.look(ref, user, locale);
        } catch (NotFound | OutOfScope gone) {
            return Optional.empty();
        }
    }
}
