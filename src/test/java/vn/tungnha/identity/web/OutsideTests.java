package vn.tungnha.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.journeys.RunningApplication;
import vn.tungnha.shared.Days;

/**
 * Every address that names a thing, asked for a real thing of team 33: by everybody who may open such things elsewhere
 * (must not learn that it exists), and by everybody of the place (must get it).
 */
@RunningApplication
class OutsideTests {

    private static final String WARD = "20209";
    private static final String INDICATOR = "/indicators/E_ID_L2_ACTIVATED";

    /**
     * Names in addresses that are no things of a place: reference data, own jobs and phones, secrets that are
     * keys themselves.
     */
    private static final Set<String> NO_PLACE = Set.of(
            "/units/{code}",
            "/units/{code}/children",
            "/api/v1/units/{code}",
            "/indicators/{code}",
            "/api/v1/indicators/{code}",
            "/imports/jobs/{id}",
            "/targets/table.{format:csv|xlsx}",
            "/setup/{secret}",
            "/admin/papers/{code}",
            "/reports/papers/draft.{format:docx|pdf|xlsx}",
            "/field/cards/{code}",
            "/field/shell/{name}",
            "/admin/catalogue/cards/{code}",
            "/account/devices/{device}/restoration",
            "/account/devices/{device}/revocation");

    private static final Pattern BY_KIND = Pattern.compile(".*/(imports|exports)/\\{kind}.*");

    /** What a query names instead of the path. */
    private static final List<String> QUERIES = List.of(
            "/teams?unit=" + WARD,
            "/units/changes/new?at=" + WARD,
            "/api/v1/teams?unit=" + WARD,
            "/api/v1/households?unit=" + WARD,
            "/api/v1/exports/teams.csv?unit=" + WARD,
            "/api/v1/indicator-values?indicator=VISITS&unit=" + WARD,
            "/api/v1/indicator-values?indicator=VISITS&children=true&unit=" + WARD,
            "/api/v1/indicator-values?indicator=VISITS&team={team}",
            INDICATOR + "?unit=" + WARD,
            "/reports?unit=" + WARD,
            "/reports/locked?period=2026-01&unit=" + WARD,
            "/field/report?team={team}",
            "/reports/papers?unit=" + WARD,
            "/reports/papers?team={team}",
            "/reports/papers/draft.pdf?unit=" + WARD,
            "/reports/papers/sent?unit=" + WARD,
            "/targets?unit=" + WARD,
            "/targets/table.csv?unit=" + WARD,
            "/targets/cascade?indicator=VISITS&unit=" + WARD,
            "/targets/entry?indicator=VISITS&unit=" + WARD,
            "/targets/entry?indicator=VISITS&team={team}");

    private record Address(HttpMethod method, String pattern, AccessRule rule) implements Comparable<Address> {

        @Override
        public String toString() {
            return method + " " + pattern;
        }

        @Override
        public int compareTo(Address other) {
            return toString().compareTo(other.toString());
        }
    }

    @Autowired
    private MockMvcTester web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private ApiTokens tokens;

    private final Map<Role, UUID> inside = new EnumMap<>(Role.class);
    private final Map<Role, UUID> outside = new EnumMap<>(Role.class);
    private long team;
    private Map<String, String> things = Map.of();

    @BeforeEach
    void peopleAndThings() {
        team = number(
                "select team_id from assignment s join account a on a.id = s.account_id where username = ?",
                "totruong33");
        things = new HashMap<>(Map.of(
                "team", String.valueOf(team),
                "member", id("select id from team_member where team_id = ? and account_id is null limit 1"),
                "household", id("select household_id from visit where team_id = ? order by visited_at desc limit 1"),
                "resident", id("""
                        select r.id from resident r join visit v on v.household_id = r.household_id
                        where v.team_id = ? and r.status = 'PRESENT' order by v.visited_at desc limit 1"""),
                "visit", id("""
                        select v.id from visit v join account a on a.id = v.recorded_by and a.username = 'totruong33'
                        where v.team_id = ? and v.status <> 'WITHDRAWN' order by v.visited_at desc limit 1"""),
                "held", id("""
                        insert into held_visit (id, kind, visit_id, state, reasons, team_id, village_id, household_id,
                               visited_at, visited_on, body, body_hash, told_by, received_at)
                        select made.id, 'VISIT', made.id, 'WAITING', 'HOUSEHOLD_ENDED', v.team_id,
                               h.village_id, v.household_id, v.visited_at, v.visited_on,
                               jsonb_build_object('id', v.id, 'householdId', v.household_id, 'teamId', v.team_id,
                                                  'visitedAt', '2026-11-01T02:00:00Z', 'outcome', 'MET'),
                               '', v.recorded_by, now()
                        from visit v join household h on h.id = v.household_id
                        cross join (select gen_random_uuid() as id) made
                        where v.team_id = ? order by v.visited_at desc limit 1 returning id"""),
                "account", account("thanhvien33").toString(),
                "unit", WARD));
        things.put("desk", id("""
                        insert into desk (id, team_id, village_id, name, held_on, started_at, created_at)
                        select gen_random_uuid(), a.team_id, a.village_id, 'Chợ', current_date, now(), now()
                        from team_area a where a.team_id = ? and a.home order by a.valid_to desc limit 1 returning id"""));
        things.put("notebook", id("""
                        insert into notebook (id, team_id, typed_by, day, form, created_at, changed_at)
                        select gen_random_uuid(), s.team_id, s.account_id, current_date, '{}', now(), now()
                        from assignment s where s.team_id = ? limit 1 returning id"""));
        things.put("unit-change", String.valueOf(number("""
                        insert into unit_change (kind, level, effective, plan, unit_ids, state, drafted_by, drafted_at)
                        select 'MERGE', 'VILLAGE', current_date + 30,
                               jsonb_build_object('kind', 'MERGE', 'level', 'VILLAGE', 'effective', (current_date + 30)::text,
                                   'sources', jsonb_agg(v.id), 'goesOn', false, 'parts', jsonb_build_array(
                                       jsonb_build_object('into', min(v.id), 'children', '[]'::jsonb, 'alleys', '[]'::jsonb))),
                               array_agg(v.id), 'DRAFT', (select id from account where username = 'tanchinh'), now()
                        from (select p.unit_id as id from unit_parent p join unit_version w on w.unit_id = p.parent_id
                              where w.code = ? and w.valid_to = '9999-12-31' and p.valid_to = '9999-12-31'
                              order by 1 limit 2) v
                        returning id""", WARD)));
        things.put("paper", String.valueOf(jdbc.sql("""
                        with sent as (
                            insert into sent_paper (form_version_id, team_id, place, period, first_day, last_day, revision, title, text,
                                                    locked, sent_at)
                            select v.id, ?, 'Tổ 33', '2026-10', '2026-10-01', '2026-10-31', 1, 'Báo cáo', 'Báo cáo', false, now()
                            from paper_form_version v join paper_form f on f.id = v.form_id and f.code = 'TEAM' limit 1 returning id)
                        insert into sent_paper_file (paper_id, format, name, sha256, content)
                        select id, 'docx', 'a.docx', '', '' from sent returning paper_id""").param(team).query(Long.class).single()));
        things.put("share", id("""
                        insert into field_share (id, team_id, day, shared_at)
                        values (gen_random_uuid(), ?, current_date, now()) returning id"""));
        things.put(
                "cascade", jdbc.sql("""
                        insert into target_cascade (id, indicator_id, unit_id, period, kind, method, given, entered_at)
                        select gen_random_uuid(), i.id, v.unit_id, '2026', 'COUNT', 'EVEN', 0, now()
                        from indicator i cross join unit_version v
                        where i.code = 'VISITS' and v.code = ? and current_date between v.valid_from and v.valid_to
                        returning id""").param(WARD).query(UUID.class).single().toString());
        inside.put(Role.ADMIN, account("quantri"));
        inside.put(Role.PROVINCE_OFFICER, account("thanhpho"));
        inside.put(Role.DISTRICT_OFFICER, account("thanhkhe"));
        inside.put(Role.WARD_OFFICER, account("tanchinh"));
        inside.put(Role.WARD_LEADER, account("chutich"));
        inside.put(Role.LEADERSHIP_VIEWER, account("lanhdao"));
        inside.put(Role.TEAM_LEADER, account("totruong33"));
        inside.put(Role.TEAM_MEMBER, account("thanhvien33"));
        strangers();
    }

    /** Other tests walk through the same demonstration. */
    @AfterEach
    void leaveNothingBehind() {
        jdbc.sql("delete from unit_change where id = ?")
                .param(Long.valueOf(things.get("unit-change")))
                .update();
        Map.of(
                        "held", "held_visit",
                        "desk", "desk",
                        "notebook", "notebook",
                        "share", "field_share",
                        "cascade", "target_cascade")
                .forEach((thing, table) -> jdbc.sql("delete from " + table + " where id = cast(? as uuid)")
                        .param(things.get(thing))
                        .update());
    }

    /** Officials of another province, and the team next door. */
    private void strangers() {
        TestAccounts accounts = new TestAccounts(jdbc);
        long commune = number(
                "select unit_id from assignment s join account a on a.id = s.account_id where username = ?", "hakhanh");
        long neighbour = jdbc.sql("select min(team_id) from team_area where team_id > ? and valid_to = '9999-12-31'")
                .param(team)
                .query(Long.class)
                .single();
        for (Role role : Role.values()) {
            UUID id = accounts.account("la-" + role + "-" + System.nanoTime());
            switch (role) {
                case ADMIN -> {}
                case TEAM_LEADER, TEAM_MEMBER ->
                    accounts.assign(id, role, null, neighbour, Days.SINCE_EVER, Days.FOREVER);
                case PROVINCE_OFFICER ->
                    accounts.assign(id, role, province(commune), null, Days.SINCE_EVER, Days.FOREVER);
                default -> accounts.assign(id, role, commune, null, Days.SINCE_EVER, Days.FOREVER);
            }
            outside.put(role, id);
        }
        outside.remove(Role.ADMIN);
    }

    @Test
    void knowsWhatEveryNameInAnAddressMeans() {
        assertThat(named())
                .filteredOn(address -> thing(address).isEmpty())
                .extracting(Address::pattern)
                .allMatch(pattern -> NO_PLACE.contains(pattern)
                        || pattern.startsWith("/imports/jobs/{id}/")
                        || pattern.startsWith("/admin/catalogue/{list}")
                        || BY_KIND.matcher(pattern).matches()
                        || pattern.equals("/indicators/{code}/targets"));
    }

    @Test
    void hidesRealThingsOfOtherPlaces() {
        List<String> open = new ArrayList<>();
        for (Address address : named()) {
            Optional<String> thing = thing(address);
            for (Role role : Role.values()) {
                if (thing.isPresent()
                        && outside.containsKey(role)
                        && address.rule().admits(Set.of(role))) {
                    int status = status(address.method(), path(address, thing.get()), outside.get(role));
                    if (status != 404) {
                        open.add(address + " as " + role + " from elsewhere -> " + status);
                    }
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void hidesOtherPlacesNamedInAQuery() {
        List<String> open = new ArrayList<>();
        for (String query : QUERIES) {
            for (Role role : outside.keySet()) {
                int status = get(query.replace("{team}", String.valueOf(team)), outside.get(role));
                if (status != 404) {
                    open.add(query + " as " + role + " from elsewhere -> " + status);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void showsThemToThePeopleOfThePlace() {
        List<String> shut = new ArrayList<>();
        for (Address address : named()) {
            Optional<String> thing = thing(address);
            for (Role role : Role.values()) {
                if (thing.isPresent()
                        && address.method().equals(HttpMethod.GET)
                        && !beyond(address, role)
                        && address.rule().admits(Set.of(role))) {
                    int status = status(address.method(), path(address, thing.get()), inside.get(role));
                    if (status == 401 || status == 403 || status == 404 || status >= 500) {
                        shut.add(address + " as " + role + " of the place -> " + status);
                    }
                }
            }
        }
        assertThat(shut).isEmpty();
    }

    /** Inside the place and yet not theirs: what a ward has no ranking of, other people's visits, accounts two levels below. */
    private static boolean beyond(Address address, Role role) {
        boolean ofTeam = role == Role.TEAM_LEADER || role == Role.TEAM_MEMBER;
        return address.pattern().contains("/ranking.")
                || ofTeam && address.pattern().startsWith("/dashboard/")
                || role == Role.TEAM_MEMBER && address.pattern().endsWith("/correction")
                || role == Role.PROVINCE_OFFICER && address.pattern().startsWith("/accounts/");
    }

    private Set<Address> named() {
        Set<Address> addresses = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("vn.tungnha.")) {
                for (String pattern : info.getPatternValues()) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        if (pattern.contains("{")) {
                            addresses.add(new Address(
                                    HttpMethod.valueOf(method.name()),
                                    pattern,
                                    AccessRule.of(handler).orElseThrow()));
                        }
                    }
                }
            }
        });
        return addresses;
    }

    private static Optional<String> thing(Address address) {
        String pattern = address.pattern();
        if (NO_PLACE.contains(pattern) && !address.rule().hasPlace()) {
            return Optional.empty();
        }
        return Map.ofEntries(
                        Map.entry("/teams/{id}", "team"),
                        Map.entry("/members/{id}", "member"),
                        Map.entry("/households/{id}", "household"),
                        Map.entry("/households/{household}", "household"),
                        Map.entry("/skips/{household}", "household"),
                        Map.entry("/residents/{id}", "resident"),
                        Map.entry("/visits/{id}", "visit"),
                        Map.entry("/held/{id}", "held"),
                        Map.entry("/desk/{id}", "desk"),
                        Map.entry("/notebook/{id}", "notebook"),
                        Map.entry("/share/{share}", "share"),
                        Map.entry("/cascades/{id}", "cascade"),
                        Map.entry("/accounts/{id}", "account"),
                        Map.entry("/reports/papers/{id}", "paper"),
                        Map.entry("/dashboard/{code}", "unit"),
                        Map.entry("/units/{code}", "unit"),
                        Map.entry("/units/changes/{id}", "unit-change"),
                        Map.entry("/reported-values/{unit}", "unit"))
                .entrySet()
                .stream()
                .filter(entry -> pattern.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String path(Address address, String thing) {
        return address.pattern()
                .replaceFirst("\\{[a-z]+}", things.get(thing))
                .replace("{resident}", things.get("resident"))
                .replace("{count}", things.get("desk"))
                .replace("{row}", things.get("notebook"))
                .replace("{period}", "2026-10")
                .replace("{format:csv|xlsx}", "csv")
                .replaceAll("\\{[^}]+}", "1");
    }

    private int get(String path, UUID account) {
        return status(HttpMethod.GET, path, account);
    }

    private int status(HttpMethod method, String path, UUID account) {
        var request = web.method(method).uri(path);
        if (path.startsWith("/api/")) {
            request = request.header(
                            "Authorization", "Bearer " + tokens.issue(account).token())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"source\":\"x\",\"capturedOn\":\"2026-10-31\",\"values\":"
                            + "[{\"measure\":\"DOSSIERS_RECEIVED\",\"amount\":1}]}");
        } else {
            request = request.with(authentication(TestAccounts.signedIn(logins, account)))
                    .with(csrf())
                    .param("outcome", "ABSENT")
                    .param("teamId", String.valueOf(team))
                    .param("displayName", "Thử")
                    .param("username", "thu-thoi")
                    .param("reason", "thử")
                    .param("day", "2026-10-31")
                    .param("version", "0");
            if (!method.equals(HttpMethod.GET)) {
                request = request.param("id", UUID.randomUUID().toString());
            }
        }
        return request.exchange().getResponse().getStatus();
    }

    private UUID account(String username) {
        return jdbc.sql("select id from account where username = ?")
                .param(username)
                .query(UUID.class)
                .single();
    }

    private String id(String query) {
        return jdbc.sql(query).param(team).query(UUID.class).single().toString();
    }

    private long number(String query, String parameter) {
        return jdbc.sql(query).param(parameter).query(Long.class).single();
    }

    private long province(long commune) {
        return jdbc.sql("""
                        select c.ancestor_id from unit_closure c join unit u on u.id = c.ancestor_id and u.level = 'PROVINCE'
                        where c.descendant_id = ? order by c.valid_to desc limit 1""").param(commune).query(Long.class).single();
    }
}
