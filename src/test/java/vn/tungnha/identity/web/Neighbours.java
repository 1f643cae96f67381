package vn.tungnha.identity.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;

/**
 * People with things of their own who ask for those of team 33: officials of the ward next door, the team next door, and
 * officials of another province.
 */
class Neighbours {

    private static final String NEXT_DOOR = "20305";
    private static final Pattern THING = Pattern.compile("\\{([a-z-]+)}");

    private final JdbcClient jdbc;
    private final Ward ward;
    private final Ward wardNextDoor;
    private final Ward teamNextDoor;
    private final Map<Role, UUID> strangers;
    private final Map<Role, UUID> viewers;
    private final Map<Role, Map<String, String>> own = new EnumMap<>(Role.class);
    private final Map<String, String> foreign;
    private final List<String> names;

    Neighbours(JdbcClient jdbc) {
        this.jdbc = jdbc;
        ward = new Ward(jdbc);
        wardNextDoor = new Ward(jdbc, teamOf(NEXT_DOOR), NEXT_DOOR);
        teamNextDoor = new Ward(jdbc, ward.neighbour(), Ward.CODE);
        strangers = strangers();
        viewers = strangers();
        viewers.values().forEach(this::letViewTheProvince);
        foreign = all(ward);
        Map<String, String> atTheWard = all(wardNextDoor);
        atTheWard.put(
                "account",
                ward.someone(Role.TEAM_MEMBER, null, wardNextDoor.team()).toString());
        own.put(Role.WARD_OFFICER, atTheWard);
        own.put(Role.WARD_LEADER, atTheWard);
        own.put(Role.TEAM_LEADER, all(teamNextDoor));
        own.put(Role.TEAM_MEMBER, all(teamNextDoor));
        names = namesOf(ward.team());
    }

    void leaveNothingBehind() {
        ward.leaveNothingBehind();
        wardNextDoor.leaveNothingBehind();
        teamNextDoor.leaveNothingBehind();
    }

    /** Whether somebody of that role has what else has to be named. */
    boolean canAsk(Role role, NamedPlace place) {
        Matcher named = THING.matcher(
                OutsideTests.kind(place.pattern()).map(it -> "{own-" + it + "}").orElse("") + place.rest());
        Map<String, String> things = own.getOrDefault(role, Map.of());
        return strangers.containsKey(role)
                && named.results()
                        .map(it -> it.group(1))
                        .filter(it -> it.startsWith("own-"))
                        .allMatch(it -> things.containsKey(it.substring(4)));
    }

    /** Empty when the answer neither opens nor tells anything. */
    Optional<String> verdict(NamedPlaceRequest request, NamedPlace place, Role role, AccessRule rule) {
        boolean viewing = rule.roles().isEmpty() || rule.roles().contains(Role.LEADERSHIP_VIEWER);
        UUID account = (viewing ? strangers : viewers).get(role);
        var answer = send(request, place, filled(place.wanted(), role), role, account);
        boolean hidden =
                answer.status() == 404 || answer.status() == 422 || place.merelyFilters() && answer.status() == 200;
        if (!hidden) {
            return Optional.of(" -> " + answer.status());
        }
        Optional<String> told = names.stream().filter(answer.body()::contains).findFirst();
        if (told.isPresent()) {
            return told.map(name -> " is told " + name);
        }
        if (!place.hasControl() || !own.getOrDefault(role, Map.of()).containsKey(place.thing())) {
            return Optional.empty();
        }
        var control = send(request, place, filled(place.wanted().replace("{", "{own-"), role), role, account);
        return control.status() < 400 ? Optional.empty() : Optional.of(" and for one's own -> " + control.status());
    }

    private NamedPlaceRequest.Answer send(
            NamedPlaceRequest request, NamedPlace place, String tried, Role role, UUID account) {
        Map<String, String> fields = new LinkedHashMap<>();
        place.sent(tried).forEach((name, value) -> fields.put(name, filled(value, role)));
        String path = place.pattern();
        for (String name : List.copyOf(fields.keySet())) {
            Pattern variable = Pattern.compile("\\{" + Pattern.quote(name) + "(:[^}]*)?}");
            if (!name.equals(place.field()) && variable.matcher(path).find()) {
                path = variable.matcher(path).replaceFirst(fields.remove(name));
            }
        }
        String kind = OutsideTests.kind(place.pattern()).orElse("");
        if (path.contains("{") && !kind.isEmpty()) {
            path = path.replaceFirst("\\{[a-z]+}", filled("{own-" + kind + "}", role));
        }
        path = path.replace("{row}", UUID.randomUUID().toString());
        return request.send(place.method(), path, fields, account);
    }

    private String filled(String text, Role role) {
        return THING.matcher(text).replaceAll(match -> {
            String thing = match.group(1);
            String id = thing.equals("new")
                    ? UUID.randomUUID().toString()
                    : thing.startsWith("own-")
                            ? own.getOrDefault(role, Map.of()).get(thing.substring(4))
                            : foreign.get(thing);
            return Matcher.quoteReplacement(String.valueOf(id));
        });
    }

    private Map<Role, UUID> strangers() {
        Map<Role, UUID> people = ward.strangers();
        long commune = ward.place("ankhe");
        people.put(Role.WARD_OFFICER, ward.someone(Role.WARD_OFFICER, commune, null));
        people.put(Role.WARD_LEADER, ward.someone(Role.WARD_LEADER, commune, null));
        return people;
    }

    private void letViewTheProvince(UUID account) {
        new TestAccounts(jdbc)
                .assign(
                        account,
                        Role.LEADERSHIP_VIEWER,
                        ward.province(ward.place("tanchinh")),
                        null,
                        Days.SINCE_EVER,
                        Days.FOREVER);
    }

    /** Besides the things of an address: the village of the team as code and as number, the ward as number. */
    private Map<String, String> all(Ward of) {
        Map<String, String> things = new HashMap<>(of.things());
        record Village(long id, String code, long ward) {}
        Village village = jdbc.sql("""
            select v.unit_id as id, v.code, p.parent_id as ward
            from team_area a join unit_version v on v.unit_id = a.village_id and v.valid_to = '9999-12-31'
            join unit_parent p on p.unit_id = v.unit_id and p.valid_to = '9999-12-31'
            where a.team_id = ? and a.home order by a.valid_to desc limit 1
            """).param(of.team()).query(Village.class).single();
        things.put("village", village.code());
        things.put("village-id", String.valueOf(village.id()));
        things.put("unit-id", String.valueOf(village.ward()));
        things.put("version", version("household", things.get("household")));
        things.put("visit-version", version("visit", things.get("visit")));
        things.put("team-version", version("team", things.get("team")));
        return things;
    }

    private String version(String table, String id) {
        return jdbc.sql("select version from " + table + " where cast(id as text) = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private long teamOf(String ward) {
        return jdbc.sql("""
            select min(a.team_id) from team_area a join unit_parent p on p.unit_id = a.village_id
            join unit_version v on v.unit_id = p.parent_id and v.valid_to = '9999-12-31'
            where v.code = ? and p.valid_to = '9999-12-31' and a.valid_to = '9999-12-31'
              and exists (select from visit n where n.team_id = a.team_id)
            """).param(ward).query(Long.class).single();
    }

    /** What nobody next door may read: the team, its members, and the people of its households. */
    private List<String> namesOf(long team) {
        return jdbc.sql("""
            with told as (
                select name from team where id = :team
                union select name from team_member where team_id = :team
                union select r.name from resident r join household h on h.id = r.household_id
                    join team_area a on a.village_id = h.village_id where a.team_id = :team)
            select name from told where length(name) > 8
              and not exists (select from resident r join household h on h.id = r.household_id
                  where r.name = told.name and h.village_id not in (
                      select village_id from team_area where team_id = :team))
              and not exists (select from team_member m where m.name = told.name and m.team_id <> :team)
              and not exists (select from team t where t.name = told.name and t.id <> :team)
            """).param("team", team).query(String.class).list();
    }
}
