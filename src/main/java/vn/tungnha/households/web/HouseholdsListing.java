package vn.tungnha.households.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.households.Alley;
import vn.tungnha.households.HouseholdQuery;
import vn.tungnha.households.HouseholdRow;
import vn.tungnha.households.Households;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Puts the list of households into words. */
@Component
@RequiredArgsConstructor
class HouseholdsListing {

    private static final int PAGE = 50;
    private static final Paging TEAMS = new Paging(0, 300);

    private final Households households;
    private final HouseholdVillages villages;
    private final Teams teams;
    private final Units units;
    private final HouseholdWords words;
    private final Clock clock;

    HouseholdsPage page(Filter filter, CurrentUser user, Locale locale) {
        LocalDate today = Days.today(clock);
        UnitRef ref = filter.village() == null ? null : UnitRef.parse(filter.village());
        LocalDate day = ref == null ? today : ref.dayOr(today);
        Long village = ref == null ? null : units.require(ref, day).id();
        Set<Long> area = filter.team() == null
                ? Set.of()
                : teams.get(filter.team(), user).villageIds();
        HouseholdQuery place = new HouseholdQuery(village, area, null, null, day);
        PageOf<HouseholdRow> found = households.list(
                new HouseholdQuery(village, area, filter.alley(), filter.q(), day), user, new Paging(filter.p(), PAGE));
        Vn vn = Vn.in(locale);
        return new HouseholdsPage(
                words.say(locale, "households.summary", vn.number(found.total())),
                Objects.requireNonNullElse(filter.q(), ""),
                Objects.requireNonNullElse(filter.village(), ""),
                filter.team() == null ? "" : String.valueOf(filter.team()),
                Objects.requireNonNullElse(filter.alley(), ""),
                any("village", locale),
                villages.choices(user, each -> true, UnitView::code),
                teamChoices(user, locale),
                alleyChoices(households.alleys(place, user), locale),
                rows(found.items(), vn, locale),
                Pages.of(found, filter.address(), vn),
                user.has(Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN),
                user.has(Role.WARD_OFFICER));
    }

    private List<HouseholdsPage.Row> rows(List<HouseholdRow> found, Vn vn, Locale locale) {
        List<HouseholdsPage.Row> rows = new ArrayList<>();
        String alley = null;
        long village = 0;
        for (HouseholdRow row : found) {
            boolean first = !row.alley().equals(alley) || row.villageId() != village;
            alley = row.alley();
            village = row.villageId();
            rows.add(new HouseholdsPage.Row(
                    row.id().toString(),
                    "household-" + row.id(),
                    "/households/" + row.id(),
                    "/households/" + row.id() + "/edit",
                    first ? row.alley() + " · " + row.villageName() : null,
                    row.number().isEmpty() ? Vn.NONE : row.number(),
                    row.householder() == null
                            ? Objects.requireNonNullElse(row.label(), words.say(locale, "households.no-householder"))
                            : row.householder(),
                    Objects.requireNonNullElse(row.label(), Vn.NONE),
                    words.kind(row.kind(), locale),
                    row.villageName(),
                    vn.number(row.residents()),
                    vn.number(row.children()),
                    HouseholdWords.masked(row.phoneLast3())));
        }
        return rows;
    }

    private List<Choice> teamChoices(CurrentUser user, Locale locale) {
        List<Choice> choices = any("team", locale);
        if (user.scope().roots(Data.PEOPLE).isEmpty()) {
            return choices;
        }
        teams.list(TeamQuery.all(Days.today(clock)), user, TEAMS)
                .items()
                .forEach(team -> choices.add(new Choice(String.valueOf(team.id()), team.name())));
        return choices;
    }

    private List<Choice> alleyChoices(List<Alley> alleys, Locale locale) {
        List<Choice> choices = any("alley", locale);
        alleys.forEach(alley -> choices.add(new Choice(alley.name(), alley.name() + " (" + alley.households() + ")")));
        return choices;
    }

    private List<Choice> any(String filter, Locale locale) {
        String what = words.say(locale, "households.filter." + filter);
        return new ArrayList<>(List.of(new Choice("", words.say(locale, "households.filter.any", what))));
    }

    /** What the address of the list says. */
    record Filter(
            @Nullable String q,
            @Nullable String village,
            @Nullable Long team,
            @Nullable String alley,
            int p) {

        String address() {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/households");
            if (q != null) {
                address.queryParam("q", "{q}");
            }
            if (village != null) {
                address.queryParam("village", village);
            }
            if (team != null) {
                address.queryParam("team", team);
            }
            if (alley != null) {
                address.queryParam("alley", "{alley}");
            }
            return address.encode()
                    .buildAndExpand(Map.of("q", q == null ? "" : q, "alley", alley == null ? "" : alley))
                    .toUriString();
        }
    }
}
