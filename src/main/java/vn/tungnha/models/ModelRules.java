package vn.tungnha.models;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** What has to be true of a model before it is written down. */
@Component
@RequiredArgsConstructor
class ModelRules {

    private static final int LONGEST = 160;
    private static final int LONGEST_TEXT = 4000;

    private final JdbcClient jdbc;
    private final ModelKinds kinds;
    private final ScopeGuard guard;
    private final Clock clock;

    static void text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw RuleBroken.at(field, "models.error.missing");
        }
        if (text.strip().length() > longest) {
            throw RuleBroken.at(field, "models.error.long", longest);
        }
    }

    /** @param origin what it is said to be taken over from, where there is such a model; @param before null = a new one */
    void check(ModelCommand told, @Nullable ModelView before, Optional<ModelView> origin, CurrentUser user) {
        text("name", told.name(), LONGEST);
        text("owner", told.owner(), LONGEST);
        text("summary", told.summary(), LONGEST_TEXT);
        if (told.results() != null && told.results().length() > LONGEST_TEXT) {
            throw RuleBroken.at("results", "models.error.long", LONGEST_TEXT);
        }
        if (told.unit() == null) {
            throw RuleBroken.at("unit", "models.error.unit");
        }
        guard.require(user.scope(), Data.FIGURES, told.unit());
        if (told.foundedOn() == null || told.foundedOn().isAfter(Days.today(clock))) {
            throw RuleBroken.at("foundedOn", "models.error.founded");
        }
        if (kinds.all().stream().noneMatch(kind -> kind.code().equals(told.kind()))) {
            throw RuleBroken.at("kind", "models.error.kind");
        }
        checkOrigin(told, before, origin, user);
    }

    /** Somebody else's model is chosen by nobody who does not see it, and none is its own grandmother. */
    private void checkOrigin(
            ModelCommand told, @Nullable ModelView before, Optional<ModelView> origin, CurrentUser user) {
        UUID from = told.copiedFrom();
        if (from == null || (before != null && from.equals(before.copiedFrom()))) {
            return;
        }
        boolean seen = origin.isPresent()
                && guard.covers(user.scope(), Data.FIGURES, origin.get().unitId());
        boolean circle = before != null
                && Boolean.TRUE.equals(jdbc.sql("""
                        with recursive up (id) as (select cast(:from as uuid)
                            union select m.copied_from from community_model m join up on m.id = up.id)
                        select exists (select from up where id = :id)""")
                        .param("from", from)
                        .param("id", before.id())
                        .query(Boolean.class)
                        .single());
        if (!seen || circle) {
            throw RuleBroken.at("copiedFrom", "models.error.origin");
        }
    }
}
