package vn.tungnha.teams.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Stat;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.Pace;
import vn.tungnha.teams.TeamCatalogue;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.TeamStats;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.Units;

/** Puts the list of teams into words. */
@Component
@RequiredArgsConstructor
class TeamsListing {

    private static final int PAGE = 20;

    private final Teams teams;
    private final TeamCatalogue catalogue;
    private final TeamWords words;
    private final Units units;
    private final Clock clock;

    TeamsPage page(TeamFilter filter, CurrentUser user, Locale locale) {
        LocalDate today = Days.today(clock);
        UnitRef ref = filter.unit() == null ? null : UnitRef.parse(filter.unit());
        LocalDate day = ref == null ? today : ref.dayOr(today);
        Long unit = ref == null ? null : units.require(ref, day).id();
        TeamQuery all = new TeamQuery(unit, null, null, null, null, day, TeamQuery.Sort.NAME);
        TeamQuery query =
                new TeamQuery(unit, filter.q(), null, filter.responsible(), filter.activity(), day, filter.sort());
        PageOf<TeamRow> found = teams.list(query, user, new Paging(filter.p(), PAGE));
        TeamStats stats = teams.stats(all, user);
        Map<String, String> names = words.organisations(locale);
        Map<String, String> badges = catalogue.organisationBadges();
        Map<String, String> kinds = words.kinds(locale).stream().collect(Collectors.toMap(Choice::value, Choice::text));
        Vn vn = Vn.in(locale);
        boolean manyWards = user.has(Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.LEADERSHIP_VIEWER);
        return new TeamsPage(
                words.say(locale, "teams.summary", vn.number(stats.teams()), vn.number(stats.members())),
                strip(stats, vn, locale),
                filter.q() == null ? "" : filter.q(),
                filter.responsible() == null ? "" : filter.responsible(),
                filter.activity() == null ? "" : filter.activity().name(),
                filter.sort().name(),
                filter.unit(),
                responsibles(all, user, locale),
                activities(locale),
                columns(filter, manyWards, locale),
                found.items().stream()
                        .map(row -> row(row, names, badges, kinds, vn, locale))
                        .toList(),
                badges.entrySet().stream()
                        .map(badge -> new Choice(badge.getValue(), names.getOrDefault(badge.getKey(), "")))
                        .toList(),
                Pages.of(found, filter.address(filter.sort()), vn),
                user.has(Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN),
                user.has(Role.WARD_OFFICER, Role.ADMIN),
                manyWards || user.has(Role.WARD_OFFICER, Role.WARD_LEADER),
                user.has(Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER),
                manyWards);
    }

    private List<Stat> strip(TeamStats stats, Vn vn, Locale locale) {
        String average = stats.teams() == 0 ? Vn.NONE : vn.number((double) stats.members() / stats.teams(), 1);
        return List.of(
                new Stat(
                        vn.number(stats.teams()),
                        words.say(locale, "teams.stat.active"),
                        words.say(locale, "teams.stat.logged", vn.number(stats.loggedThisWeek()))),
                new Stat(
                        vn.number(stats.members()),
                        words.say(locale, "teams.stat.members"),
                        words.say(locale, "teams.stat.average", average)),
                new Stat(
                        vn.number(stats.trained()),
                        words.say(locale, "teams.stat.trained"),
                        words.say(locale, "teams.stat.untrained", vn.number(stats.members() - stats.trained()))),
                new Stat(
                        vn.fraction(stats.withGroup(), stats.teams()),
                        words.say(locale, "teams.stat.group"),
                        words.say(locale, "teams.stat.no-group", vn.number(stats.teams() - stats.withGroup()))));
    }

    private List<Choice> responsibles(TeamQuery all, CurrentUser user, Locale locale) {
        List<Choice> choices = new ArrayList<>(List.of(any("responsible", locale)));
        teams.responsibles(all, user).forEach(name -> choices.add(new Choice(name, name)));
        return choices;
    }

    private List<Choice> activities(Locale locale) {
        List<Choice> choices = new ArrayList<>(List.of(any("activity", locale)));
        Arrays.stream(Pace.values())
                .forEach(pace -> choices.add(new Choice(pace.name(), words.say(locale, "teams.filter.pace." + pace))));
        return choices;
    }

    private Choice any(String filter, Locale locale) {
        return new Choice("", words.say(locale, "teams.filter.any", words.say(locale, "teams.filter." + filter)));
    }

    private List<TeamsPage.Column> columns(TeamFilter filter, boolean manyWards, Locale locale) {
        List<TeamsPage.Column> columns = new ArrayList<>();
        columns.add(column("name", TeamQuery.Sort.NAME, filter, locale));
        if (manyWards) {
            columns.add(column("commune", null, filter, locale));
        }
        columns.add(column("leader", TeamQuery.Sort.LEADER, filter, locale));
        columns.add(column("members", TeamQuery.Sort.MEMBERS, filter, locale));
        columns.add(column("organisations", null, filter, locale));
        columns.add(column("responsible", TeamQuery.Sort.RESPONSIBLE, filter, locale));
        columns.add(column("group", null, filter, locale));
        columns.add(column("last-log", TeamQuery.Sort.LAST_LOG, filter, locale));
        columns.add(column("pace", null, filter, locale));
        columns.add(plain("kind", "teams.form.kind", locale));
        columns.add(plain("decision", "teams.fact.decision", locale));
        columns.add(plain("established", "teams.fact.established", locale));
        return columns;
    }

    private TeamsPage.Column column(String name, TeamQuery.@Nullable Sort sort, TeamFilter filter, Locale locale) {
        String direction = sort == TeamQuery.Sort.MEMBERS ? "descending" : "ascending";
        return new TeamsPage.Column(
                name,
                words.say(locale, "teams.column." + name),
                sort == null ? null : filter.address(sort),
                sort == filter.sort() ? direction : null,
                sort == TeamQuery.Sort.MEMBERS);
    }

    private TeamsPage.Column plain(String code, String key, Locale locale) {
        return new TeamsPage.Column(code, words.say(locale, key), null, null, false);
    }

    private TeamsPage.Row row(
            TeamRow team,
            Map<String, String> names,
            Map<String, String> badges,
            Map<String, String> kinds,
            Vn vn,
            Locale locale) {
        return new TeamsPage.Row(
                String.valueOf(team.id()),
                "team-" + team.id(),
                "/teams/" + team.id(),
                "/teams/" + team.id() + "/edit",
                team.name(),
                team.communeName() == null ? Vn.NONE : team.communeName(),
                villages(team),
                team.leader() == null ? Vn.NONE : team.leader(),
                vn.number(team.members()),
                team.organisations().stream()
                        .map(sent -> new TeamsPage.Chip(
                                badges.getOrDefault(sent.organisation(), sent.organisation()),
                                sent.members() == 1 ? null : vn.number(sent.members()),
                                names.getOrDefault(sent.organisation(), sent.organisation())))
                        .toList(),
                team.responsible() == null ? Vn.NONE : team.responsible(),
                team.group().url(),
                vn.day(team.activity().lastOn()),
                TeamWords.level(team.activity().pace()),
                words.pace(team.activity(), locale),
                kinds.getOrDefault(team.kind(), team.kind()),
                team.decision() == null ? Vn.NONE : team.decision(),
                vn.day(team.establishedOn()));
    }

    /** Where the team is at home, unless its name says that already. */
    private static @Nullable String villages(TeamRow team) {
        return team.villages().isEmpty() || team.villages().equals(List.of(team.name()))
                ? null
                : String.join(", ", team.villages());
    }

    /** What the address of the list says. */
    record TeamFilter(
            @Nullable String q,
            @Nullable String responsible,
            @Nullable Pace activity,
            @Nullable String unit,
            TeamQuery.Sort sort,
            int p) {

        String address(TeamQuery.Sort by) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/teams");
            if (q != null) {
                address.queryParam("q", "{q}");
            }
            if (responsible != null) {
                address.queryParam("responsible", "{responsible}");
            }
            if (activity != null) {
                address.queryParam("activity", activity.name());
            }
            if (unit != null) {
                address.queryParam("unit", unit);
            }
            return address.queryParam("sort", by.name())
                    .encode()
                    .buildAndExpand(
                            Map.of("q", q == null ? "" : q, "responsible", responsible == null ? "" : responsible))
                    .toUriString();
        }
    }
}
