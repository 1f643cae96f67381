package vn.tungnha.models;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.Stale;

/** The register of community models. */
@Service
@RequiredArgsConstructor
@Transactional
public class Models {

    private static final String SELECT = """
            select m.*, k.name_vi as kind_vi, k.name_en as kind_en, coalesce(v.full_name, '') as unit, o.name as copied_from_name,
                   (select count(*) from community_model c where c.copied_from = m.id) as copies,
                   r.year as review_year, r.words as review_words
            from community_model m
            join model_kind k on k.code = m.kind
            left join community_model o on o.id = m.copied_from
            left join lateral (
                select full_name from unit_version where unit_id = m.unit_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            left join lateral (select year, words from model_review x where x.model_id = m.id order by year desc limit 1) r on true
            where\s""";

    private static final String ASKED = ScopeSql.covers("m.unit_id") + """
             and unit_fold(m.name || ' ' || m.owner) like all(:q)
             and (cast(:kind as text) is null or m.kind = :kind) and (not :digital or m.digital)""";

    private final JdbcClient jdbc;
    private final ModelRules rules;
    private final ScopeGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What a list asks for. @param q part of a name or owner; null = all. @param kind null = any */
    public record Query(@Nullable String q, @Nullable String kind, boolean digital) {}

    /** How many run today, and how many of these serve digital transformation. */
    public record Count(long running, long digital) {}

    /** Whoever asks: its address has let them in. */
    @Transactional(readOnly = true)
    public ModelView get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("model", id));
    }

    /** Those that run first, the latest founded on top. */
    @Transactional(readOnly = true)
    public PageOf<ModelView> list(Query query, CurrentUser user, Paging paging) {
        long total = asked("select count(*) from community_model m where " + ASKED, query, user)
                .query(Long.class)
                .single();
        List<ModelView> found = asked(
                        SELECT + ASKED
                                + " order by m.ended_on desc, m.founded_on desc, m.name, m.id limit :size offset :offset",
                        query,
                        user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ModelView.class)
                .list();
        return PageOf.of(found, paging, total);
    }

    @Transactional(readOnly = true)
    public Count count(CurrentUser user) {
        return asked(
                        "select count(*) as running, count(*) filter (where m.digital) as digital from community_model m where "
                                + ASKED + " and :today between m.founded_on and m.ended_on",
                        new Query(null, null, false),
                        user)
                .query(Count.class)
                .single();
    }

    /** Taken over from it, within the reader's scope. */
    @Transactional(readOnly = true)
    public List<ModelView> copies(UUID id, CurrentUser user) {
        return asked(
                        SELECT + ASKED + " and m.copied_from = :id order by m.founded_on, m.id",
                        new Query(null, null, false),
                        user)
                .param("id", id)
                .query(ModelView.class)
                .list();
    }

    /** @param id made by whoever writes it down, so that sending the form again adds it once */
    public UUID add(UUID id, ModelCommand told, CurrentUser user) {
        Optional<ModelView> there = find(id);
        if (there.isPresent()) {
            guard.require(user.scope(), Data.FIGURES, there.get().unitId());
            return id;
        }
        rules.check(told, null, origin(told), user);
        bind(jdbc.sql("""
                        insert into community_model (id, kind, name, owner, unit_id, founded_on, digital, summary, results, copied_from,
                                                     created_by, created_at)
                        values (:id, :kind, :name, :owner, :unit, :founded, :digital, :summary, :results, :from, :account, :now)"""), id, told)
                .param("account", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        tell("model.added", get(id), null);
        return id;
    }

    /** @throws Stale when somebody changed it meanwhile */
    public void edit(UUID id, int version, ModelCommand told, CurrentUser user) {
        ModelView before = mine(id, user);
        rules.check(told, before, origin(told), user);
        changed(id, bind(jdbc.sql("""
                        update community_model set version = version + 1, kind = :kind, name = :name, owner = :owner, unit_id = :unit,
                               founded_on = :founded, digital = :digital, summary = :summary, results = :results, copied_from = :from
                        where id = :id and version = :version"""), id, told).param("version", version).update());
        tell("model.edited", get(id), before);
    }

    /** It runs no more; it stays in the register. */
    public void end(UUID id, int version, CurrentUser user) {
        ModelView before = mine(id, user);
        LocalDate yesterday = today().minusDays(1);
        last(id, version, yesterday.isBefore(before.foundedOn()) ? before.foundedOn() : yesterday);
        tell("model.ended", get(id), before);
    }

    public void resume(UUID id, int version, CurrentUser user) {
        ModelView before = mine(id, user);
        last(id, version, Days.FOREVER);
        tell("model.resumed", get(id), before);
    }

    ModelView mine(UUID id, CurrentUser user) {
        ModelView model = get(id);
        guard.require(user.scope(), Data.FIGURES, model.unitId());
        return model;
    }

    void tell(String action, ModelView model, @Nullable Object before) {
        events.publishEvent(new Audited(action, "model", model.id().toString(), model.unitId(), before, model, null));
    }

    private Optional<ModelView> origin(ModelCommand told) {
        return Optional.ofNullable(told.copiedFrom()).flatMap(this::find);
    }

    private Optional<ModelView> find(UUID id) {
        return jdbc.sql(SELECT + "m.id = :id")
                .param("id", id)
                .param("today", today())
                .query(ModelView.class)
                .optional();
    }

    private void last(UUID id, int version, LocalDate day) {
        changed(
                id,
                jdbc.sql(
                                "update community_model set version = version + 1, ended_on = :day where id = :id and version = :version")
                        .param("day", day)
                        .param("id", id)
                        .param("version", version)
                        .update());
    }

    private static void changed(UUID id, int rows) {
        if (rows == 0) {
            throw new Stale("model", id);
        }
    }

    private StatementSpec asked(String sql, Query query, CurrentUser user) {
        return ScopeSql.bind(jdbc.sql(sql), user.scope(), Data.FIGURES, today())
                .param(
                        "q",
                        (query.q() == null ? List.<String>of() : SortKeys.patterns(query.q())).toArray(String[]::new))
                .param("kind", query.kind())
                .param("digital", query.digital());
    }

    private static StatementSpec bind(StatementSpec statement, UUID id, ModelCommand told) {
        return statement
                .param("id", id)
                .param("kind", told.kind())
                .param("name", told.name().strip())
                .param("owner", told.owner().strip())
                .param("unit", told.unit())
                .param("founded", told.foundedOn())
                .param("digital", told.digital())
                .param("summary", told.summary().strip())
                .param(
                        "results",
                        told.results() == null || told.results().isBlank()
                                ? null
                                : told.results().strip(),
                        Types.VARCHAR)
                .param("from", told.copiedFrom(), Types.OTHER);
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
