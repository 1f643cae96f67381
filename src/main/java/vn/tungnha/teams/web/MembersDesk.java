package vn.tungnha.teams.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** The members on the page of a team, as they are taken away and edited. */
@Component
@RequiredArgsConstructor
class MembersDesk implements DeskList<CurrentUser> {

    private final Teams teams;
    private final TeamWords words;
    private final Clock clock;

    @Override
    public String code() {
        return "members";
    }

    @Override
    public String pattern() {
        return "/teams/{id}";
    }

    @Override
    public List<String> roles() {
        return List.of();
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.fixed("name", "teams.member.name"),
                DeskColumn.shown("role", "teams.member.role"),
                DeskColumn.shown("organisation", "teams.member.organisation"),
                DeskColumn.shown("phone", "teams.member.phone"),
                DeskColumn.shown("trained", "teams.member.trained"),
                DeskColumn.shown("account", "teams.member.account"),
                DeskColumn.wanted("joined", "teams.member.joined"));
    }

    @Override
    public List<MemberEdit> edits() {
        return List.of(new MemberEdit.Trained(teams, clock), new MemberEdit.Organisation(teams, words));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        Long id = asked.number("id");
        TeamView team = teams.get(id == null ? -1 : id, user);
        LocalDate today = Days.today(clock);
        LocalDate day = team.endedOn().isBefore(today) ? team.endedOn() : today;
        Map<String, String> organisations = words.organisations(locale);
        for (MemberView member : teams.members(team.id(), day)) {
            if (!goesOn.test(row(member, organisations, locale))) {
                return;
            }
        }
    }

    private DeskRow row(MemberView member, Map<String, String> organisations, Locale locale) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        String sentBy = Objects.requireNonNullElse(member.organisation(), "");
        cells.put("name", member.name());
        cells.put("role", words.role(member.role(), locale));
        cells.put("organisation", organisations.getOrDefault(sentBy, sentBy));
        cells.put("phone", TeamWords.masked(member.phone()));
        cells.put("trained", member.trainedOn());
        cells.put(
                "account",
                words.say(locale, member.accountId() == null ? "teams.member.no-account" : "teams.member.has-account"));
        cells.put("joined", member.joinedOn());
        return new DeskRow(member.id().toString(), cells);
    }
}
