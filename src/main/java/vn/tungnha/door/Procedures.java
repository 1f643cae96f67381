package vn.tungnha.door;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.SortKeys;

/** Procedures as an administrator has read them in; none come with the program. */
@Service
@RequiredArgsConstructor
@Transactional
public class Procedures {

    private static final String COLUMNS = "select code, version, name, field, level = 'FULL' as full, url, shown ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** Those shown, by field and name. @param q words of name, field or code */
    @Transactional(readOnly = true)
    public PageOf<Procedure> list(@Nullable String q, Paging paging) {
        String matching = "from public_procedure where shown and search like all(:patterns)";
        String[] patterns = (q == null ? List.<String>of() : SortKeys.patterns(q)).toArray(String[]::new);
        long total = jdbc.sql("select count(*) " + matching)
                .param("patterns", patterns)
                .query(Long.class)
                .single();
        List<Procedure> items = jdbc.sql(
                        COLUMNS + matching + " order by field, search, code limit :size offset :offset")
                .param("patterns", patterns)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Procedure.class)
                .list();
        return PageOf.of(items, paging, total);
    }

    /** @throws NotFound when there is none, or it is not shown */
    @Transactional(readOnly = true)
    public Procedure get(String code) {
        return find(code).filter(Procedure::shown).orElseThrow(() -> new NotFound("procedure", code));
    }

    @Transactional(readOnly = true)
    Optional<Procedure> find(String code) {
        return jdbc.sql(COLUMNS + "from public_procedure where code = ?")
                .param(code)
                .query(Procedure.class)
                .optional();
    }

    void write(Procedure told) {
        Procedure before = find(told.code()).orElse(null);
        jdbc.sql("""
                        insert into public_procedure (code, name, search, field, level, url, shown)
                        values (:code, :name, :search, :field, :level, :url, :shown)
                        on conflict (code) do update set version = public_procedure.version + 1, name = excluded.name,
                            search = excluded.search, field = excluded.field, level = excluded.level, url = excluded.url,
                            shown = excluded.shown""")
                .param("code", told.code())
                .param("name", told.name())
                .param("search", SortKeys.fold(told.code() + " " + told.name() + " " + told.field()))
                .param("field", told.field())
                .param("level", told.full() ? "FULL" : "PARTIAL")
                .param("url", told.url())
                .param("shown", told.shown())
                .update();
        events.publishEvent(new Audited("procedure.written", "procedure", told.code(), null, before, told, null));
    }

    void remove(String code) {
        Procedure before = find(code).orElse(null);
        jdbc.sql("delete from public_procedure where code = ?").param(code).update();
        events.publishEvent(new Audited("procedure.removed", "procedure", code, null, before, null, null));
    }
}
