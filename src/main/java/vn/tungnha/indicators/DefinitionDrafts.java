package vn.tungnha.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Definitions being written. Nothing is reckoned by a draft but its preview. */
@Service
@RequiredArgsConstructor
@Transactional
public class DefinitionDrafts {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String READ = "select d.code, d.version, d.content::text as content, d.changed_at, "
            + "a.display_name as changed_by from indicator_draft d join account a on a.id = d.changed_by ";

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final DefinitionReader reader;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * One draft.
     *
     * @param version what it was read at; somebody else's change in between is refused
     */
    public record Draft(String code, int version, DefinitionFields fields, String changedBy, Instant changedAt) {}

    @Transactional(readOnly = true)
    public List<Draft> list() {
        return jdbc.sql(READ + "order by d.code").query((row, n) -> draft(row)).list();
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(String code) {
        return jdbc.sql(READ + "where d.code = :code")
                .param("code", code)
                .query((row, n) -> draft(row))
                .optional();
    }

    /** @throws NotFound when nobody is writing one */
    @Transactional(readOnly = true)
    public Draft get(String code) {
        return find(code).orElseThrow(() -> new NotFound("draft", code));
    }

    /** The definition a draft would make. */
    @Transactional(readOnly = true)
    public IndicatorDefinition read(DefinitionFields fields) {
        return reader.read(fields, current(fields.text("code")), definitions.measures());
    }

    /** The last version there is, in force or still to come; null for what was never defined. */
    @Transactional(readOnly = true)
    public @Nullable IndicatorDefinition current(String code) {
        return definitions.history(code).stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** Begins a draft of an indicator that is there, as it is; goes on with the one begun before. */
    public Draft open(String code, CurrentUser user) {
        require(user);
        IndicatorDefinition current = current(code);
        if (current == null) {
            throw new NotFound("indicator", code);
        }
        insert(code, DefinitionFields.of(current), user);
        return get(code);
    }

    /** Begins an indicator that was not there. */
    public Draft start(DefinitionFields fields, CurrentUser user) {
        require(user);
        IndicatorDefinition definition = read(fields);
        boolean taken = definition.id() >= 0
                || !definitions.canonical(definition.code(), null).code().equals(definition.code());
        if (taken || insert(definition.code(), fields, user) == 0) {
            throw RuleBroken.at("code", "indicators.error.code-taken", definition.code());
        }
        tell("drafted", definition.code(), null, fields.texts());
        return get(definition.code());
    }

    /** @throws Stale when somebody changed the draft meanwhile */
    public void save(String code, int version, DefinitionFields fields, CurrentUser user) {
        require(user);
        Draft before = get(code);
        read(fields);
        int changed = jdbc.sql("update indicator_draft set version = version + 1, content = cast(:content as jsonb), "
                        + "changed_by = :user, changed_at = :now where code = :code and version = :version")
                .param("content", JSON.writeValueAsString(fields.texts()))
                .param("user", user.accountId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("code", code)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Stale("draft", code);
        }
        tell("drafted", code, before.fields().texts(), fields.texts());
    }

    public void discard(String code, CurrentUser user) {
        require(user);
        Draft before = get(code);
        remove(code);
        tell("discarded", code, before.fields().texts(), null);
    }

    void remove(String code) {
        jdbc.sql("delete from indicator_draft where code = :code")
                .param("code", code)
                .update();
    }

    /** Nothing where there is one. */
    int insert(String code, DefinitionFields fields, CurrentUser user) {
        return jdbc.sql("""
                        insert into indicator_draft (code, version, content, started_by, changed_by, changed_at)
                        values (:code, 0, cast(:content as jsonb), :user, :user, :now) on conflict (code) do nothing
                        """)
                .param("code", code)
                .param("content", JSON.writeValueAsString(fields.texts()))
                .param("user", user.accountId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    static void require(CurrentUser user) {
        if (!user.has(Role.ADMIN)) {
            throw new OutOfScope("definitions", user.username());
        }
    }

    private void tell(String what, String code, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(new Audited("indicator." + what, "indicator", code, null, before, after, null));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        Map<String, String> texts =
                JSON.readValue(row.getString("content"), new TypeReference<Map<String, String>>() {});
        return new Draft(
                row.getString("code"),
                row.getInt("version"),
                new DefinitionFields(texts),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
