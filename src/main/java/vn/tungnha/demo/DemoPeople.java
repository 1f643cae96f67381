package vn.tungnha.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.SortKeys;

/** The register of one team after another: alleys, households, residents, stalls at the market. */
final class DemoPeople {

    static final LocalDate REGISTERED = LocalDate.of(2024, 1, 1);

    private final Names names;
    private final OwnNames own;
    private final AccountTypes types;
    private final LocalDate today;
    private final OffsetDateTime now;
    private final List<String[]> shops = ReferenceFile.rows("demo/shops.txt");

    private final CopyWriter households = new CopyWriter(
            "household",
            "id, version, kind, village_id, alley, number, sort_key, search, label, children, status, registered_on, created_at");
    private final CopyWriter placements = new CopyWriter("household_placement", "household_id, village_id");
    private final CopyWriter residents = new CopyWriter(
            "resident",
            "id, version, household_id, name, search, birth_year, sex, householder, smartphone, status, created_at");
    private final CopyWriter residences =
            new CopyWriter("residence", "resident_id, household_id, stay, valid_from, valid_to, end_reason");

    DemoPeople(Names names, AccountTypes types, LocalDate today) {
        this.names = names;
        this.own = new OwnNames(names);
        this.types = types;
        this.today = today;
        this.now = REGISTERED.atStartOfDay(Days.ZONE).toOffsetDateTime();
    }

    List<CopyWriter> tables() {
        return List.of(households, placements, residents, residences);
    }

    List<Home> settle(Team team) {
        Dice dice = new Dice("homes " + team.village().code());
        List<Home> homes = new ArrayList<>();
        Addresses addresses = new Addresses(team, dice);
        for (int i = 0; i < team.ward().households(); i++) {
            Addresses.Address address = addresses.next();
            homes.add(address.shop() ? shop(team, address, dice) : family(team, address, dice));
        }
        return homes;
    }

    private Home shop(Team team, Addresses.Address address, Dice dice) {
        Home home = new Home(dice.uuid(), true, address.alley(), address.number(), new ArrayList<>(), 0);
        int born = dice.between(1958, 1998);
        boolean male = dice.chance(0.35);
        String name = own.full(names.family(dice), male, born, team.ward(), dice);
        String label = dice.of(shops)[0];
        person(home, name, born, male, true, REGISTERED, Days.FOREVER, null, team, dice);
        write(home, team, label);
        return home;
    }

    private Home family(Team team, Addresses.Address address, Dice dice) {
        Home home = new Home(dice.uuid(), false, address.alley(), address.number(), new ArrayList<>(), 0);
        boolean headMale = dice.chance(0.7);
        int headBorn = dice.between(1944, 1992);
        String family = names.family(dice);
        String head = own.full(family, headMale, headBorn, team.ward(), dice);
        person(home, head, headBorn, headMale, true, REGISTERED, Days.FOREVER, null, team, dice);
        if (dice.chance(0.8)) {
            int born = Math.max(1940, headBorn + (headMale ? 1 : -1) * dice.between(0, 6));
            adult(home, names.family(dice), born, !headMale, team, dice);
        }
        int children = 0;
        int grown = dice.between(0, headBorn < 1965 ? 3 : 2);
        for (int i = 0; i < grown; i++) {
            int born = Math.min(headBorn + dice.between(22, 38), today.getYear() - 1);
            if (today.getYear() - born < 14) {
                children++;
            } else {
                adult(home, family, born, dice.chance(0.5), team, dice);
            }
        }
        if (headBorn < 1968 && dice.chance(0.35)) {
            children += dice.between(1, 2);
        }
        if (dice.chance(0.12)) {
            adult(home, names.family(dice), dice.between(1985, 2004), dice.chance(0.5), team, dice);
        }
        Home known = new Home(home.id(), false, home.alley(), home.number(), home.people(), children);
        write(known, team, null);
        return known;
    }

    private void adult(Home home, String family, int born, boolean male, Team team, Dice dice) {
        int age = today.getYear() - born;
        String name = age < 16 ? null : own.full(family, male, born, team.ward(), dice);
        // who turned 14 since then is named to the register that year
        LocalDate from = LocalDate.of(Math.max(REGISTERED.getYear(), born + 14), 1, 1);
        boolean gone = age >= 18 && dice.chance(age > 75 ? 0.04 : 0.008);
        LocalDate to = gone ? from.plusDays(dice.between(300, 700)) : Days.FOREVER;
        String reason = !gone || to.isAfter(today) ? null : age > 75 ? "DECEASED" : "LEFT";
        person(home, name, born, male, false, from, reason == null ? Days.FOREVER : to, reason, team, dice);
    }

    private void person(
            Home home,
            @Nullable String name,
            int born,
            boolean male,
            boolean head,
            LocalDate from,
            LocalDate to,
            @Nullable String endReason,
            Team team,
            Dice dice) {
        boolean[] before = new boolean[types.size()];
        for (int type = 0; type < before.length; type++) {
            before[type] = dice.chance(types.before(type, born) * team.ward().before());
        }
        boolean smartphone = dice.chance(born < 1955 ? 0.45 : born < 1970 ? 0.78 : 0.96);
        Person person = new Person(
                dice.uuid(), born, smartphone, from, to, before, new boolean[types.size()], new boolean[types.size()]);
        home.people().add(person);
        residents.row(
                person.getId(),
                0,
                home.id(),
                name,
                name == null ? "" : SortKeys.fold(name),
                born,
                name == null ? null : male ? "MALE" : "FEMALE",
                head,
                dice.chance(0.9) ? smartphone : null,
                endReason == null ? "PRESENT" : endReason,
                now);
        String stay = head ? "PERMANENT" : dice.chance(0.9) ? "PERMANENT" : dice.of("TEMPORARY", "UNKNOWN");
        residences.row(person.getId(), home.id(), stay, from, to, endReason);
    }

    private void write(Home home, Team team, @Nullable String label) {
        households.row(
                home.id(),
                0,
                home.trader() ? "TRADER" : "HOUSEHOLD",
                team.village().id(),
                home.alley(),
                home.number(),
                SortKeys.walking(home.alley(), home.number()),
                SortKeys.address(home.alley(), home.number()) + (label == null ? "" : " " + SortKeys.fold(label)),
                label,
                home.children(),
                "ACTIVE",
                REGISTERED,
                now);
        placements.row(home.id(), team.village().id());
    }
}
