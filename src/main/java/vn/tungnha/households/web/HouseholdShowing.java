package vn.tungnha.households.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.tungnha.households.AccountStates;
import vn.tungnha.households.HouseholdStatus;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.households.Placement;
import vn.tungnha.households.ResidentStatus;
import vn.tungnha.households.ResidentView;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;

/** Puts a household's page into words. */
@Component
@RequiredArgsConstructor
class HouseholdShowing {

    private final Households households;
    private final ScopeGuard guard;
    private final HouseholdWords words;
    private final ObjectProvider<AccountStates> states;

    HouseholdPage page(UUID id, CurrentUser user, Locale locale) {
        HouseholdView household = households.get(id, user);
        Vn vn = Vn.in(locale);
        boolean active = household.status() == HouseholdStatus.ACTIVE;
        boolean editable = active
                && guard.covers(
                        user.as(Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN)
                                .scope(),
                        Data.PEOPLE,
                        household.villageId());
        Map<UUID, Map<String, String>> accounts = statesOf(household);
        Set<String> types = new LinkedHashSet<>();
        accounts.values().forEach(held -> types.addAll(held.keySet()));
        return new HouseholdPage(
                id,
                household.address(),
                household.villageName() + (household.label() == null ? "" : " · " + household.label()),
                active,
                words.say(locale, "households.status." + household.status()),
                facts(household, vn, locale),
                types.stream()
                        .map(type -> states.getObject().name(type, locale))
                        .toList(),
                household.residents().stream()
                        .map(resident -> person(
                                resident, accounts.getOrDefault(resident.id(), Map.of()), types, editable, locale))
                        .toList(),
                households.formerResidents(id, user).stream()
                        .map(resident -> former(resident, vn, locale))
                        .toList(),
                placements(households.placements(id, user), vn, locale),
                editable,
                user.has(Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.ADMIN));
    }

    private Map<UUID, Map<String, String>> statesOf(HouseholdView household) {
        AccountStates told = states.getIfAvailable();
        return told == null
                ? Map.of()
                : told.of(household.residents().stream().map(ResidentView::id).toList());
    }

    private List<Choice> facts(HouseholdView household, Vn vn, Locale locale) {
        List<Choice> facts = new ArrayList<>();
        facts.add(new Choice(words.say(locale, "households.form.kind"), words.kind(household.kind(), locale)));
        facts.add(new Choice(words.say(locale, "households.children"), vn.number(household.children())));
        facts.add(new Choice(words.say(locale, "households.registered"), vn.day(household.registeredOn())));
        if (household.status() == HouseholdStatus.ENDED) {
            facts.add(new Choice(
                    words.say(locale, "households.ended"),
                    vn.day(household.endedOn())
                            + (household.endReason() == null || "JOINED".equals(household.endReason())
                                    ? ""
                                    : " · " + household.endReason())));
        }
        return facts;
    }

    private HouseholdPage.Person person(
            ResidentView resident, Map<String, String> held, Set<String> types, boolean editable, Locale locale) {
        return new HouseholdPage.Person(
                "resident-" + resident.id(),
                editable ? "/residents/" + resident.id() + "/edit" : null,
                words.name(resident, locale),
                resident.householder(),
                resident.birthYear() == null ? Vn.NONE : String.valueOf(resident.birthYear()),
                words.stay(resident.stay(), locale),
                HouseholdWords.masked(resident.phoneLast3()),
                resident.phoneLast3() == null ? null : "/residents/" + resident.id() + "/phone",
                words.smartphone(resident.smartphone(), locale),
                types.stream()
                        .map(type -> account(held.getOrDefault(type, "UNKNOWN"), locale))
                        .toList());
    }

    private HouseholdPage.Account account(String state, Locale locale) {
        String level =
                switch (state) {
                    case "ACTIVATED", "USED" -> "good";
                    case "ISSUED" -> "near";
                    case "LOST" -> "bad";
                    default -> "none";
                };
        return new HouseholdPage.Account(level, words.say(locale, "households.state." + state));
    }

    private HouseholdPage.Former former(ResidentView resident, Vn vn, Locale locale) {
        String how = resident.status() == ResidentStatus.PRESENT
                ? "MOVED"
                : resident.status().name();
        return new HouseholdPage.Former(
                resident.status() == ResidentStatus.DECEASED ? null : "/residents/" + resident.id() + "/move",
                words.name(resident, locale),
                words.say(locale, "households.former." + how, vn.day(resident.until())));
    }

    private List<Choice> placements(List<Placement> placements, Vn vn, Locale locale) {
        return placements.stream()
                .map(placement -> new Choice(placement.villageName(), days(placement, vn, locale)))
                .toList();
    }

    private String days(Placement placement, Vn vn, Locale locale) {
        boolean always = placement.validFrom().equals(Days.SINCE_EVER);
        boolean now = placement.validTo().equals(Days.FOREVER);
        String key = always ? now ? "always" : "until" : now ? "since" : "between";
        return words.say(
                locale, "households.placement." + key, vn.day(placement.validFrom()), vn.day(placement.validTo()));
    }
}
