package vn.tungnha.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.AccountIndicators;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.visits.CatalogueRow.Kind;

/** Adds to the words visits are told in. A new account type is counted from its first day. */
@Service
@RequiredArgsConstructor
@Transactional
public class CatalogueEditor {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final int OLDEST = 120;

    private final JdbcClient jdbc;
    private final AccountIndicators indicators;
    private final ApplicationEventPublisher events;

    /** All rows of a list, those switched off too. */
    @Transactional(readOnly = true)
    public List<CatalogueRow> rows(Kind kind, CurrentUser user) {
        require(user);
        return jdbc.sql("select * from " + kind.table + " order by position, code")
                .query((row, n) -> row(kind, row))
                .list();
    }

    /** @throws NotFound when the list has no such code */
    @Transactional(readOnly = true)
    public CatalogueRow get(Kind kind, String code, CurrentUser user) {
        return rows(kind, user).stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound(kind.table, code));
    }

    public void add(CatalogueRow row, CurrentUser user) {
        require(user);
        if (!row.kind().extensible()) {
            throw new NotFound("new", row.kind());
        }
        if (!CODE.matcher(row.code()).matches()) {
            throw RuleBroken.at("code", "visits.error.code");
        }
        check(row, user);
        List<String> columns = columns(row.kind());
        int added = jdbc.sql("insert into " + row.kind().table + " (code, " + String.join(", ", columns)
                        + ") values (:code, "
                        + columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "))
                        + ") on conflict (code) do nothing")
                .param("code", row.code())
                .params(values(row))
                .update();
        if (added == 0) {
            throw RuleBroken.at("code", "visits.error.code-taken", row.code());
        }
        if (row.kind() == Kind.ACCOUNT_TYPES) {
            count(row, user);
        }
        tell("added", row, null);
    }

    /** @throws Stale when somebody changed the row meanwhile */
    public void edit(CatalogueRow row, CurrentUser user) {
        CatalogueRow before = get(row.kind(), row.code(), user);
        check(row, user);
        int changed = jdbc.sql("update " + row.kind().table + " set version = version + 1, "
                        + columns(row.kind()).stream()
                                .map(column -> column + " = :" + column)
                                .collect(Collectors.joining(", "))
                        + " where code = :code and version = :version")
                .param("code", row.code())
                .param("version", row.version())
                .params(values(row))
                .update();
        if (changed == 0) {
            throw new Stale(row.kind().table, row.code());
        }
        tell("edited", row, before);
    }

    private void count(CatalogueRow row, CurrentUser user) {
        String topic = row.topic();
        String pillar = topic == null ? null : get(Kind.TOPICS, topic, user).pillar();
        indicators.begin(new AccountIndicators.NewAccount(
                row.code(),
                row.nameVi(),
                row.nameEn(),
                or(row.shortVi(), row.nameVi()),
                or(row.shortEn(), row.nameEn()),
                row.minAge() == null ? 0 : row.minAge(),
                pillar == null ? Topic.Pillar.SOCIETY.name() : pillar));
    }

    private void check(CatalogueRow row, CurrentUser user) {
        if (row.nameVi().isBlank()) {
            throw RuleBroken.at("nameVi", "visits.error.name-missing");
        }
        if (row.nameEn().isBlank()) {
            throw RuleBroken.at("nameEn", "visits.error.name-missing");
        }
        Integer age = row.minAge();
        if (row.kind().knows("min_age") && (age == null || age < 0 || age > OLDEST)) {
            throw RuleBroken.at("minAge", "visits.error.age");
        }
        String topic = row.topic();
        if (topic != null
                && rows(Kind.TOPICS, user).stream().noneMatch(one -> one.code().equals(topic))) {
            throw RuleBroken.at("topic", "visits.error.topic", topic);
        }
        if (row.kind().knows("pillar") && !isPillar(row.pillar())) {
            throw RuleBroken.at("pillar", "visits.error.missing");
        }
        if (row.kind().knows("position") && row.position() == null) {
            throw RuleBroken.at("position", "visits.error.number");
        }
    }

    private static boolean isPillar(@Nullable String code) {
        for (Topic.Pillar pillar : Topic.Pillar.values()) {
            if (pillar.name().equals(code)) {
                return true;
            }
        }
        return false;
    }

    private void tell(String what, CatalogueRow row, @Nullable CatalogueRow before) {
        events.publishEvent(new Catalogue.CatalogueChanged(row.code()));
        events.publishEvent(new Audited(
                "catalogue." + what, "catalogue", row.kind().slug() + "/" + row.code(), null, before, row, null));
    }

    private static void require(CurrentUser user) {
        if (!user.has(Role.ADMIN)) {
            throw new OutOfScope("catalogue", user.username());
        }
    }

    private static List<String> columns(Kind kind) {
        List<String> columns = new ArrayList<>(List.of("name_vi", "name_en"));
        columns.addAll(kind.columns);
        return columns;
    }

    private static Map<String, @Nullable Object> values(CatalogueRow row) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("name_vi", row.nameVi().strip());
        all.put("name_en", row.nameEn().strip());
        all.put("short_vi", or(row.shortVi(), row.nameVi()));
        all.put("short_en", or(row.shortEn(), row.nameEn()));
        all.put("icon", or(row.icon(), "id"));
        all.put("min_age", row.minAge());
        all.put("topic", row.topic());
        all.put("pillar", row.pillar());
        all.put("on_form", row.onForm());
        all.put("enabled", row.enabled());
        all.put("position", row.position());
        all.keySet().retainAll(columns(row.kind()));
        return all;
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise.strip() : text.strip();
    }

    private static CatalogueRow row(Kind kind, ResultSet row) throws SQLException {
        return new CatalogueRow(
                kind,
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                kind.knows("short_vi") ? row.getString("short_vi") : null,
                kind.knows("short_en") ? row.getString("short_en") : null,
                kind.knows("icon") ? row.getString("icon") : null,
                kind.knows("min_age") ? Integer.valueOf(row.getInt("min_age")) : null,
                kind.knows("topic") ? row.getString("topic") : null,
                kind.knows("pillar") ? row.getString("pillar") : null,
                kind.knows("on_form") && row.getBoolean("on_form"),
                !kind.knows("enabled") || row.getBoolean("enabled"),
                row.getInt("position"),
                row.getInt("version"));
    }
}
