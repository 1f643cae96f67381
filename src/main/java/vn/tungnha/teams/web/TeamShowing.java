package vn.tungnha.teams.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamPanels;
import vn.tungnha.teams.TeamRole;
import vn.tungnha.teams.TeamStatus;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Puts a team's page into words. */
@Component
@RequiredArgsConstructor
class TeamShowing {

    private final Teams teams;
    private final Units units;
    private final ScopeGuard guard;
    private final TeamWords words;
    private final TeamHistory history;
    private final List<TeamPanels> panels;
    private final Clock clock;

    TeamPage page(long id, CurrentUser user, Locale locale) {
        TeamView team = teams.get(id, user);
        LocalDate today = Days.today(clock);
        LocalDate day = team.endedOn().isBefore(today) ? team.endedOn() : today;
        List<MemberView> members = teams.members(id, day);
        boolean active = team.status() == TeamStatus.ACTIVE;
        boolean stays = team.endedOn().equals(Days.FOREVER);
        boolean ward = acts(team, user, Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN);
        boolean editable = stays && ward;
        boolean mayOpenAccounts = active && acts(team, user, Role.WARD_OFFICER, Role.ADMIN);
        Vn vn = Vn.in(locale);
        long organisations = members.stream()
                .map(MemberView::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        Map<String, String> sentBy = words.organisations(locale);
        return new TeamPage(
                id,
                words.fullName(team, locale),
                team.name(),
                active,
                active ? "good" : "none",
                words.status(team.status(), locale),
                place(team, day),
                facts(team, vn, locale),
                words.say(locale, "teams.members.title", vn.number(members.size())),
                words.say(locale, "teams.members.organisations", vn.number(organisations)),
                members.stream()
                        .map(member -> member(member, sentBy, editable, mayOpenAccounts, vn, locale))
                        .toList(),
                history.of(team, ward, user, vn, locale),
                words.say(
                        locale,
                        "teams.group."
                                + (team.group().kind() == null
                                        ? "ZALO"
                                        : team.group().kind())),
                team.group().url(),
                team.group().households() == null
                        ? null
                        : words.say(
                                locale,
                                "teams.group.households",
                                vn.number(team.group().households())),
                mergedInto(team),
                editable,
                active && !stays ? words.say(locale, "teams.ending", vn.day(team.endedOn())) : null,
                panels.stream()
                        .map(panel -> panel.of(team, user, locale))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private boolean acts(TeamView team, CurrentUser user, Role... roles) {
        return guard.coversTeam(user.as(roles).scope(), team.id(), team.villageIds());
    }

    private String place(TeamView team, LocalDate day) {
        String villages = team.villages().stream().map(TeamVillage::name).collect(Collectors.joining(", "));
        Long commune = team.communeId();
        if (commune == null) {
            return villages;
        }
        UnitView ward = units.get(commune, day);
        String above = units.ancestors(commune, day).stream()
                .sorted(Comparator.comparing(UnitView::level).reversed())
                .map(UnitView::fullName)
                .collect(Collectors.joining(", "));
        return String.join(", ", List.of(villages, ward.fullName(), above));
    }

    private List<Choice> facts(TeamView team, Vn vn, Locale locale) {
        List<Choice> facts = new ArrayList<>();
        facts.add(new Choice(words.say(locale, "teams.fact.decision"), decision(team, vn, locale)));
        facts.add(new Choice(words.say(locale, "teams.fact.established"), vn.day(team.establishedOn())));
        if (team.status() != TeamStatus.ACTIVE) {
            facts.add(new Choice(
                    words.say(locale, "teams.fact.ended"),
                    vn.day(team.endedOn()) + (team.endReason() == null ? "" : " · " + team.endReason())));
        }
        facts.add(new Choice(
                words.say(locale, "teams.fact.area"),
                team.villages().stream().map(TeamVillage::name).collect(Collectors.joining(", "))));
        String contact = team.responsibleContact() == null ? "" : " · " + team.responsibleContact();
        facts.add(new Choice(
                words.say(locale, "teams.fact.responsible"),
                team.responsible() == null ? Vn.NONE : team.responsible() + contact));
        return facts;
    }

    private String decision(TeamView team, Vn vn, Locale locale) {
        String number = team.decision().number();
        if (number == null) {
            return Vn.NONE;
        }
        String signer =
                team.decision().signer() == null ? "" : ", " + team.decision().signer();
        LocalDate date = team.decision().date();
        return (date == null ? number : words.say(locale, "teams.decision", number, vn.day(date))) + signer;
    }

    private TeamPage.Member member(
            MemberView member,
            Map<String, String> sentBy,
            boolean editable,
            boolean mayOpenAccounts,
            Vn vn,
            Locale locale) {
        boolean account = member.accountId() != null;
        return new TeamPage.Member(
                member.id().toString(),
                "member-" + member.id(),
                editable ? "/members/" + member.id() + "/edit" : null,
                member.name(),
                member.role() != TeamRole.MEMBER,
                words.role(member.role(), locale),
                member.organisation() == null
                        ? Vn.NONE
                        : sentBy.getOrDefault(member.organisation(), member.organisation()),
                TeamWords.masked(member.phone()),
                member.trainedOn() == null ? null : vn.day(member.trainedOn()),
                account,
                mayOpenAccounts && !account && member.phone() != null ? "/members/" + member.id() + "/account" : null,
                vn.day(member.joinedOn()));
    }

    private @Nullable Choice mergedInto(TeamView team) {
        Long into = team.mergedIntoId();
        return into == null
                ? null
                : new Choice("/teams/" + into, teams.get(into).name());
    }
}
