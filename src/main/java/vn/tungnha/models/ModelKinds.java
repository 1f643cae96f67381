package vn.tungnha.models;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** The kinds of community models. */
@Service
@RequiredArgsConstructor
@Transactional
public class ModelKinds {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final int LONGEST = 80;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    @Transactional(readOnly = true)
    public List<ModelKind> all() {
        return jdbc.sql("select * from model_kind order by position, code")
                .query(ModelKind.class)
                .list();
    }

    @Transactional(readOnly = true)
    public ModelKind get(String code) {
        return all().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("model kind", code));
    }

    public void add(ModelKind kind) {
        if (!CODE.matcher(kind.code()).matches()) {
            throw RuleBroken.at("code", "models.error.code");
        }
        checkNames(kind);
        int added = bind(jdbc.sql("""
                        insert into model_kind (code, name_vi, name_en, enabled, position)
                        values (:code, :nameVi, :nameEn, :enabled, :position) on conflict (code) do nothing"""), kind).update();
        if (added == 0) {
            throw RuleBroken.at("code", "models.error.code-taken", kind.code().toLowerCase(Locale.ROOT));
        }
        events.publishEvent(
                new Audited("model-kind.added", "model-kind", kind.code(), null, null, get(kind.code()), null));
    }

    /** @throws Stale when somebody changed it meanwhile */
    public void edit(ModelKind kind) {
        ModelKind before = get(kind.code());
        checkNames(kind);
        int changed = bind(jdbc.sql("""
                        update model_kind set version = version + 1, name_vi = :nameVi, name_en = :nameEn, enabled = :enabled,
                               position = :position
                        where code = :code and version = :version"""), kind).param("version", kind.version()).update();
        if (changed == 0) {
            throw new Stale("model kind", kind.code());
        }
        events.publishEvent(
                new Audited("model-kind.edited", "model-kind", kind.code(), null, before, get(kind.code()), null));
    }

    private static void checkNames(ModelKind kind) {
        name("nameVi", kind.nameVi());
        name("nameEn", kind.nameEn());
    }

    private static void name(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw RuleBroken.at(field, "models.error.long", LONGEST);
        }
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ModelKind kind) {
        return statement
                .param("code", kind.code())
                .param("nameVi", kind.nameVi().strip())
                .param("nameEn", kind.nameEn().strip())
                .param("enabled", kind.enabled())
                .param("position", kind.position());
    }
}
