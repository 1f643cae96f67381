package vn.tungnha.teams;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.Choice;

/** Kinds of teams and of organisations: rows that an administrator extends. */
@Service
@RequiredArgsConstructor
public class TeamCatalogue {

    private final JdbcClient jdbc;

    /** Code and name. */
    public List<Choice> kinds(Locale locale) {
        return choices("select code as value, %s as text from team_kind order by position", locale);
    }

    /** Code and name. */
    public List<Choice> organisations(Locale locale) {
        return choices("select code as value, %s as text from organisation order by position", locale);
    }

    /** Code and the few letters that stand for it in lists. */
    public Map<String, String> organisationBadges() {
        Map<String, String> badges = new LinkedHashMap<>();
        jdbc.sql("select code, short_vi from organisation order by position")
                .query((row, n) -> badges.put(row.getString("code"), row.getString("short_vi")))
                .list();
        return badges;
    }

    private List<Choice> choices(String sql, Locale locale) {
        return jdbc.sql(sql.formatted("en".equals(locale.getLanguage()) ? "name_en" : "name_vi"))
                .query(Choice.class)
                .list();
    }
}
