package vn.tungnha.visits.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;
import vn.tungnha.teams.Teams;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Outcome;
import vn.tungnha.visits.OutcomeLabel;
import vn.tungnha.visits.VisitLog;
import vn.tungnha.visits.VisitQuery;
import vn.tungnha.visits.VisitRow;
import vn.tungnha.visits.VisitStatus;
import vn.tungnha.visits.Visits;

/** The ward's list of visits as it is taken away and worked through. */
@Component
@RequiredArgsConstructor
class VisitsDesk implements DeskList<CurrentUser> {

    private final VisitLog log;
    private final Visits visits;
    private final Teams teams;
    private final Catalogue catalogue;
    private final MessageSource messages;

    @Override
    public String code() {
        return "visits";
    }

    @Override
    public String pattern() {
        return "/visits";
    }

    @Override
    public List<String> roles() {
        return List.of("ADMIN", "WARD_OFFICER", "WARD_LEADER", "TEAM_LEADER", "TEAM_MEMBER");
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.fixed("household", "visits.list.household"),
                DeskColumn.shown("time", "visits.list.time"),
                DeskColumn.shown("team", "visits.list.team"),
                DeskColumn.shown("outcome", "visits.list.outcome"),
                DeskColumn.shown("accounts", "visits.list.accounts"),
                DeskColumn.shown("by", "visits.list.by"),
                DeskColumn.shown("status", "visits.list.status"));
    }

    @Override
    public List<DeskEdit<CurrentUser>> edits() {
        return List.of(new VisitLooked(visits, log, messages));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        Long team = asked.number("team");
        if (team != null) {
            teams.get(team, user);
        }
        VisitQuery.Show show = asked.choice("show", VisitQuery.Show.class);
        VisitQuery query = new VisitQuery(
                asked.day("day"),
                team,
                asked.choice("outcome", Outcome.class),
                Objects.requireNonNullElse(show, VisitQuery.Show.ALL),
                null);
        Words words = new Words(messages, locale);
        List<OutcomeLabel> outcomes = catalogue.outcomes();
        log.each(query, user, visit -> goesOn.test(row(visit, outcomes, words)));
    }

    private static DeskRow row(VisitRow visit, List<OutcomeLabel> outcomes, Words words) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        boolean asks = !visit.attention().isEmpty() && visit.status() != VisitStatus.WITHDRAWN;
        cells.put("household", Words.address(visit.alley(), visit.number()));
        cells.put("time", words.vn().moment(visit.visitedAt()));
        cells.put("team", visit.teamName());
        cells.put("outcome", SentPage.label(visit.outcome(), outcomes, words));
        cells.put("accounts", visit.activated());
        cells.put("by", visit.recordedBy());
        cells.put(
                "status",
                words.say("visits.status." + visit.status())
                        + (asks
                                ? " · "
                                        + words.say("visits.attention."
                                                + visit.attention().iterator().next())
                                : ""));
        return new DeskRow(visit.id().toString(), cells);
    }
}
