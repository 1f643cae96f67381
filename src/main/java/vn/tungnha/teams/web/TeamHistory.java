package vn.tungnha.teams.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.AreaChange;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.Responsible;
import vn.tungnha.teams.TeamChange;
import vn.tungnha.teams.TeamChange.Side;
import vn.tungnha.teams.TeamChanges;
import vn.tungnha.teams.TeamEvents;
import vn.tungnha.teams.TeamResponsibles;
import vn.tungnha.teams.TeamStatus;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** What became of a team, day by day, the latest first. */
@Component
@RequiredArgsConstructor
class TeamHistory {

    private static final int MOST = 60;

    /** Why lines of members end or begin with a change that tells of itself. */
    private static final Set<String> TOLD = Set.of("ROLE", "MERGED", "SPLIT", "DISSOLVED");

    private final Teams teams;
    private final TeamChanges changes;
    private final TeamResponsibles responsibles;
    private final List<TeamEvents> others;
    private final TeamWords words;

    private record Dated(LocalDate day, TeamPage.Event event) {}

    List<TeamPage.Event> of(TeamView team, boolean mayUndo, CurrentUser user, Vn vn, Locale locale) {
        List<Dated> all = new ArrayList<>();
        List<TeamChange> made = changes.history(team.id());
        add(all, team.establishedOn(), words.say(locale, "teams.history.established"), vn);
        members(all, team, vn, locale);
        for (AreaChange change : teams.areaHistory(team.id())) {
            String key = change.came() ? "teams.history.village-came" : "teams.history.village-went";
            add(all, change.day(), words.say(locale, key, change.village()), vn);
        }
        responsible(all, team, vn, locale);
        made.forEach(change -> all.add(change(change, team.id(), mayUndo, vn, locale)));
        boolean told = made.stream().anyMatch(it -> it.undone() == null && it.kind() != TeamChange.Kind.AREA);
        if (team.status() != TeamStatus.ACTIVE && !told) {
            add(all, team.endedOn(), words.say(locale, "teams.history." + team.status()), vn);
        }
        others.forEach(source -> source.of(team, user, locale)
                .forEach(line -> all.add(new Dated(
                        line.day(),
                        new TeamPage.Event(vn.day(line.day()), line.text(), null, line.url(), List.of(), null)))));
        return all.stream()
                .sorted(Comparator.comparing(Dated::day).reversed())
                .limit(MOST)
                .map(Dated::event)
                .toList();
    }

    private void members(List<Dated> all, TeamView team, Vn vn, Locale locale) {
        for (MemberView member : teams.memberHistory(team.id())) {
            if (!member.joinedOn().equals(team.establishedOn())) {
                add(all, member.joinedOn(), words.joined(member, locale), vn);
            }
            String reason = member.leaveReason();
            if (!TeamWords.open(member)
                    && (reason == null || !TOLD.contains(reason))
                    && !member.leftOn().equals(team.endedOn())) {
                add(all, member.leftOn(), words.left(member, locale), vn);
            }
        }
    }

    private void responsible(List<Dated> all, TeamView team, Vn vn, Locale locale) {
        List<Responsible> spans = responsibles.history(team.id());
        for (Responsible span : spans) {
            if (!span.from().equals(team.establishedOn())) {
                add(all, span.from(), words.say(locale, "teams.history.responsible", span.name()), vn);
            }
        }
    }

    private Dated change(TeamChange change, long team, boolean mayUndo, Vn vn, Locale locale) {
        boolean came = change.teams().stream().anyMatch(part -> part.teamId() == team && part.side() == Side.INTO);
        String key = "teams.change." + change.kind() + (came ? ".into" : "");
        String text =
                words.say(locale, key, names(change, Side.INTO, team), names(change, Side.FROM, came ? -1 : team));
        List<String> notes = new ArrayList<>();
        String number = change.decision().number();
        if (number != null) {
            LocalDate date = change.decision().date();
            notes.add(date == null ? number : words.say(locale, "teams.decision", number, vn.day(date)));
        }
        if (change.decision().signer() != null) {
            notes.add(change.decision().signer());
        }
        if (!change.reason().isEmpty()) {
            notes.add(change.reason());
        }
        if (change.undone() != null) {
            notes.add(words.say(locale, "teams.change.undone-at", vn.moment(change.undone())));
        }
        String undo = mayUndo && change.undone() == null && change.remembered()
                ? "/teams/changes/" + change.id() + "/undo"
                : null;
        return new Dated(
                change.effective(),
                new TeamPage.Event(
                        vn.day(change.effective()),
                        text,
                        notes.isEmpty() ? null : String.join(" · ", notes),
                        null,
                        others(change, team),
                        undo));
    }

    private static String names(TeamChange change, Side side, long except) {
        return change.teams().stream()
                .filter(part -> part.side() == side && part.teamId() != except)
                .map(TeamChange.Part::name)
                .collect(Collectors.joining(", "));
    }

    /** The other teams it is about, as long as they are there. */
    private static List<Choice> others(TeamChange change, long team) {
        return change.undone() != null
                ? List.of()
                : change.teams().stream()
                        .filter(part -> part.teamId() != team)
                        .map(part -> new Choice("/teams/" + part.teamId(), part.name()))
                        .toList();
    }

    private static void add(List<Dated> all, LocalDate day, String text, Vn vn) {
        all.add(new Dated(day, new TeamPage.Event(vn.day(day), text, null, null, List.of(), null)));
    }
}
