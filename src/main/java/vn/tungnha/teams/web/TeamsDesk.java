package vn.tungnha.teams.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;
import vn.tungnha.teams.Pace;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.Units;

/** The list of teams as it is taken away and edited. */
@Component
@RequiredArgsConstructor
class TeamsDesk implements DeskList<CurrentUser> {

    private static final int ROWS_AT_A_TIME = 1000;

    private final Teams teams;
    private final TeamWords words;
    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    @Override
    public String code() {
        return "teams";
    }

    @Override
    public String pattern() {
        return "/teams";
    }

    @Override
    public List<String> roles() {
        return List.of();
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.fixed("name", "teams.column.name"),
                DeskColumn.shown("commune", "teams.column.commune"),
                DeskColumn.shown("leader", "teams.column.leader"),
                DeskColumn.shown("members", "teams.column.members"),
                DeskColumn.shown("organisations", "teams.column.organisations"),
                DeskColumn.shown("responsible", "teams.column.responsible"),
                DeskColumn.shown("group", "teams.column.group"),
                DeskColumn.shown("last-log", "teams.column.last-log"),
                DeskColumn.shown("pace", "teams.column.pace"),
                DeskColumn.wanted("kind", "teams.form.kind"),
                DeskColumn.wanted("decision", "teams.fact.decision"),
                DeskColumn.wanted("established", "teams.fact.established"));
    }

    @Override
    public List<TeamEdit> edits() {
        return List.of(
                new TeamEdit(
                        teams,
                        "responsible",
                        "teams.column.responsible",
                        "teams.desk.responsible",
                        DeskEdit.Input.TEXT,
                        team -> Objects.requireNonNullElse(team.responsible(), ""),
                        TeamEdit::responsible,
                        locale -> List.of()),
                new TeamEdit(
                        teams,
                        "kind",
                        "teams.form.kind",
                        "teams.desk.kind",
                        DeskEdit.Input.CHOICE,
                        team -> team.kind(),
                        TeamEdit::kind,
                        words::kinds),
                new TeamEdit(
                        teams,
                        "decision",
                        "teams.fact.decision",
                        null,
                        DeskEdit.Input.TEXT,
                        team -> Objects.requireNonNullElse(team.decision().number(), ""),
                        TeamEdit::decision,
                        locale -> List.of()));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        TeamQuery query = query(asked, user);
        Map<String, String> names = words.organisations(locale);
        Map<String, String> kinds = words.kinds(locale).stream().collect(Collectors.toMap(Choice::value, Choice::text));
        PageOf<TeamRow> page;
        int next = 0;
        do {
            page = teams.list(query, user, new Paging(next++, ROWS_AT_A_TIME));
            if (!page.items().stream().allMatch(team -> goesOn.test(row(team, names, kinds, locale)))) {
                return;
            }
        } while (next < page.pages());
    }

    private TeamQuery query(Asked asked, CurrentUser user) {
        LocalDate today = Days.today(clock);
        String code = asked.text("unit");
        UnitRef ref = code == null ? null : UnitRef.parse(code);
        LocalDate day = ref == null ? today : ref.dayOr(today);
        Long unit = ref == null ? null : units.require(ref, day).id();
        if (unit != null) {
            guard.require(user.scope(), Data.FIGURES, unit);
        }
        TeamQuery.Sort sort = asked.choice("sort", TeamQuery.Sort.class);
        return new TeamQuery(
                unit,
                asked.text("q"),
                null,
                asked.text("responsible"),
                asked.choice("activity", Pace.class),
                day,
                sort == null ? TeamQuery.Sort.NAME : sort);
    }

    private DeskRow row(TeamRow team, Map<String, String> names, Map<String, String> kinds, Locale locale) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("name", team.name());
        cells.put("commune", team.communeName());
        cells.put("leader", team.leader());
        cells.put("members", team.members());
        cells.put(
                "organisations",
                team.organisations().stream()
                        .map(sent -> names.getOrDefault(sent.organisation(), sent.organisation())
                                + (sent.members() == 1 ? "" : " (" + sent.members() + ")"))
                        .collect(Collectors.joining(", ")));
        cells.put("responsible", team.responsible());
        cells.put("group", team.group().url());
        cells.put("last-log", team.activity().lastOn());
        cells.put("pace", words.pace(team.activity(), locale));
        cells.put("kind", kinds.getOrDefault(team.kind(), team.kind()));
        cells.put("decision", team.decision());
        cells.put("established", team.establishedOn());
        return new DeskRow(String.valueOf(team.id()), cells);
    }
}
