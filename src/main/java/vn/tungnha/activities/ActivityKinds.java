package vn.tungnha.activities;

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

/** The kinds of activities. What a kind means applies to activities planned from then on, never to those there are. */
@Service
@RequiredArgsConstructor
@Transactional
public class ActivityKinds {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final int LONGEST = 80;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    @Transactional(readOnly = true)
    public List<ActivityKind> all() {
        return jdbc.sql("select * from activity_kind order by position, code")
                .query(ActivityKind.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<ActivityKind> enabled() {
        return all().stream().filter(ActivityKind::enabled).toList();
    }

    @Transactional(readOnly = true)
    public ActivityKind get(String code) {
        return all().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("activity kind", code));
    }

    public void add(ActivityKind kind) {
        if (!CODE.matcher(kind.code()).matches()) {
            throw RuleBroken.at("code", "activities.error.code");
        }
        checkNames(kind);
        int added = bind(jdbc.sql("""
                        insert into activity_kind (code, name_vi, name_en, trains, duty, sign_up, desk, enabled, position)
                        values (:code, :nameVi, :nameEn, :trains, :duty, :signUp, :desk, :enabled, :position)
                        on conflict (code) do nothing"""), kind).update();
        if (added == 0) {
            throw RuleBroken.at(
                    "code", "activities.error.code-taken", kind.code().toLowerCase(Locale.ROOT));
        }
        events.publishEvent(
                new Audited("activity-kind.added", "activity-kind", kind.code(), null, null, get(kind.code()), null));
    }

    /** @throws Stale when somebody changed it meanwhile */
    public void edit(ActivityKind kind) {
        ActivityKind before = get(kind.code());
        checkNames(kind);
        int changed = bind(jdbc.sql("""
                        update activity_kind set version = version + 1, name_vi = :nameVi, name_en = :nameEn, trains = :trains,
                               duty = :duty, sign_up = :signUp, desk = :desk, enabled = :enabled, position = :position
                        where code = :code and version = :version"""), kind).param("version", kind.version()).update();
        if (changed == 0) {
            throw new Stale("activity kind", kind.code());
        }
        events.publishEvent(new Audited(
                "activity-kind.edited", "activity-kind", kind.code(), null, before, get(kind.code()), null));
    }

    private static void checkNames(ActivityKind kind) {
        name("nameVi", kind.nameVi());
        name("nameEn", kind.nameEn());
    }

    private static void name(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw RuleBroken.at(field, "activities.error.name", LONGEST);
        }
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ActivityKind kind) {
        return statement
                .param("code", kind.code())
                .param("nameVi", kind.nameVi().strip())
                .param("nameEn", kind.nameEn().strip())
                .param("trains", kind.trains())
                .param("duty", kind.duty())
                .param("signUp", kind.signUp())
                .param("desk", kind.desk())
                .param("enabled", kind.enabled())
                .param("position", kind.position());
    }
}
