package vn.tungnha.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
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

/**
 * Every address that names a thing, asked for a real thing of team 33: by everybody who may open such things elsewhere
 * (must not learn that it exists), and by everybody of the place (must get it).
 */
@RunningApplication
class OutsideTests {

    private static final String WARD = Ward.CODE;
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
            "/indicators/{code}/rows.{format:csv|xlsx}",
            "/indicators/{code}/people",
            "/indicators/{code}/people.{format:csv|xlsx}",
            "/admin/measures/{code}",
            "/admin/displays/{code}",
            "/admin/displays/{code}/changes/{id}/undo",
            "/api/v1/indicators/{code}",
            "/imports/jobs/{id}",
            "/targets/table.{format:csv|xlsx}",
            "/setup/{secret}",
            "/card/{code}",
            "/audit/export.{format:csv|xlsx}",
            "/admin/papers/{code}",
            "/reports/papers/draft.{format:docx|pdf|xlsx}",
            "/field/cards/{code}",
            "/field/activities/{id}/check-in",
            "/public/calendar/{secret}.ics",
            "/public/units/{code}",
            "/public/units/{code}/poster",
            "/public/teams/{id}",
            "/public/teams/{id}/poster",
            "/public/how-to/{code}",
            "/public/procedures/{code}",
            "/admin/activity-kinds/{code}",
            "/admin/model-kinds/{code}",
            "/admin/market-terms/{part}",
            "/admin/market-terms/{part}/new",
            "/admin/market-terms/{part}/{code}",
            "/field/shell/{name}",
            "/admin/catalogue/cards/{code}",
            "/views/{id}/name",
            "/views/{id}/former-name",
            "/views/{id}/removal",
            "/views/{id}/restoration",
            "/account/devices/{device}/restoration",
            "/account/devices/{device}/revocation",
            "/account/tokens/{id}/revocation",
            "/api/v1/tokens/{id}",
            "/webhooks/{id}",
            "/webhooks/{id}/ping",
            "/webhooks/{id}/switch",
            "/webhooks/{id}/end",
            "/webhooks/{id}/deliveries/{delivery}/resend",
            "/quality/acceptance/{id}/end",
            "/quality/checks/{code}",
            "/quality/table.{format:csv|xlsx}",
            "/reports/table.{format:csv|xlsx}",
            "/reports/locked/table.{format:csv|xlsx}",
            "/admin/papers/{code}/place",
            "/admin/papers/{code}/removal",
            "/admin/papers/{code}/restoring",
            "/admin/papers/{code}/versions/{version}/withdrawal",
            "/admin/papers/{code}/versions/{version}/restoring",
            "/quality/checks/changes/{id}/undo",
            "/duplicates/table.{format:csv|xlsx}",
            "/duplicates/distinct/{id}/end",
            "/duplicates/merges/{id}/parting",
            "/duplicates/questions/{id}/answer",
            "/allowances/notice.{format:docx|pdf}",
            "/allowances/sheet.{format:docx|pdf}",
            "/allowances/totals.{format:csv|xlsx}",
            "/allowances/planned-days/{id}/removal",
            "/allowances/rules/{id}",
            "/allowances/rules/{id}/edit",
            "/allowances/rules/{id}/force",
            "/allowances/rules/{id}/end",
            "/admin/decisions/{kind}",
            "/teams/coverage.{format:csv|xlsx}",
            "/contests/table.{format:csv|xlsx}",
            "/contests/questions/table.{format:csv|xlsx}",
            "/contests/votes/table.{format:csv|xlsx}",
            "/contests/join/{code}",
            "/public/contests/{code}",
            "/public/contests/{code}/state",
            "/public/contests/{code}/entry",
            "/public/contests/{code}/next",
            "/public/contests/{code}/answers",
            "/public/quiz/{topic}",
            "/lists/{list}/table.{format:csv|xlsx}",
            "/lists/{list}/rows/{row}/cells/{cell}",
            "/lists/{list}/columns",
            "/lists/{list}/filters",
            "/lists/filters/{id}",
            "/lists/filters/{id}/removal",
            "/lists/filters/{id}/restoration",
            "/lists/{list}/changes",
            "/lists/{list}/changes/preview",
            "/lists/changes/{id}",
            "/lists/changes/{id}/undo");

    private static final Pattern BY_KIND = Pattern.compile(".*/(imports|exports)/\\{kind}.*");

    /** What a query names instead of the path. */
    private static final List<String> QUERIES = List.of(
            "/teams?unit=" + WARD,
            "/teams/coverage?unit=" + WARD,
            "/teams/coverage.csv?unit=" + WARD,
            "/teams/responsible?unit=" + WARD,
            "/teams/combination?unit=" + WARD,
            "/teams/decisions/new?team={team}",
            "/units/changes/new?at=" + WARD,
            "/api/v1/teams?unit=" + WARD,
            "/api/v1/households?unit=" + WARD,
            "/api/v1/exports/teams.csv?unit=" + WARD,
            "/api/v1/indicator-values?indicator=VISITS&unit=" + WARD,
            "/api/v1/indicator-values?indicator=VISITS&children=true&unit=" + WARD,
            "/api/v1/indicator-values?indicator=VISITS&team={team}",
            INDICATOR + "?unit=" + WARD,
            INDICATOR + "/rows.csv?unit=" + WARD,
            INDICATOR + "/people?unit=" + WARD,
            INDICATOR + "/people.csv?unit=" + WARD,
            "/api/v1/feeds/indicator-values.csv?indicator=VISITS&unit=" + WARD,
            "/api/v1/locked-values?period=2026-01&unit=" + WARD,
            "/feeds?unit=" + WARD,
            "/quality?unit=" + WARD,
            "/requests/contact?unit=" + WARD,
            "/reports?unit=" + WARD,
            "/reports/locked?period=2026-01&unit=" + WARD,
            "/reports/locked/table.csv?period=2026-01&unit=" + WARD,
            "/reports/table.csv?unit=" + WARD,
            "/quality/table.csv?unit=" + WARD,
            "/field/report?team={team}",
            "/field/days?team={team}",
            "/allowances?unit=" + WARD,
            "/allowances/notice?unit=" + WARD,
            "/allowances/notice.pdf?unit=" + WARD,
            "/allowances/sheet.pdf?unit=" + WARD,
            "/allowances/sheet.xlsx?unit=" + WARD,
            "/allowances/totals.csv?unit=" + WARD,
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

    private Ward ward;
    private Map<Role, UUID> inside = Map.of();
    private Map<Role, UUID> outside = Map.of();
    private Map<Role, UUID> viewers = Map.of();

    @BeforeEach
    void peopleAndThings() {
        ward = new Ward(jdbc);
        inside = ward.people();
        outside = ward.strangers();
        viewers = ward.viewers();
    }

    @AfterEach
    void leaveNothingBehind() {
        ward.leaveNothingBehind();
    }

    @Test
    void knowsWhatEveryNameInAnAddressMeans() {
        assertThat(named())
                .filteredOn(address -> thing(address).isEmpty())
                .extracting(Address::pattern)
                .allMatch(pattern -> NO_PLACE.contains(pattern)
                        || pattern.startsWith("/imports/jobs/{id}/")
                        || pattern.startsWith("/admin/catalogue/{list}")
                        || pattern.startsWith("/admin/indicators/{code}")
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
                    int status = status(address.method(), path(address, thing.get()), stranger(role, address.rule()));
                    if (status != 404) {
                        open.add(address + " as " + role + " from elsewhere -> " + status);
                    }
                }
            }
        }
        assertThat(open).isEmpty();
    }

    /** Where viewers are not admitted as such, being one as well must not open anything. */
    private UUID stranger(Role role, AccessRule rule) {
        boolean viewing = rule.roles().isEmpty() || rule.roles().contains(Role.LEADERSHIP_VIEWER);
        return (viewing ? outside : viewers).get(role);
    }

    @Test
    void hidesOtherPlacesNamedInAQuery() {
        List<String> open = new ArrayList<>();
        for (String query : QUERIES) {
            for (Role role : outside.keySet()) {
                int status = get(query.replace("{team}", String.valueOf(ward.team())), outside.get(role));
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

    /** Inside the place and yet not theirs: the map of a ward, which its province draws, what a ward has no ranking of, other people's visits, accounts two levels below. */
    private static boolean beyond(Address address, Role role) {
        boolean ofTeam = role == Role.TEAM_LEADER || role == Role.TEAM_MEMBER;
        return address.pattern().startsWith("/units/{code}/map")
                || address.pattern().contains("/ranking.")
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
        return NO_PLACE.contains(address.pattern()) && !address.rule().hasPlace()
                ? Optional.empty()
                : kind(address.pattern());
    }

    /** The kind of thing that an address is about. */
    static Optional<String> kind(String pattern) {
        return Map.ofEntries(
                        Map.entry("/teams/{id}", "team"),
                        Map.entry("/teams/decisions/{id}", "decision"),
                        Map.entry("/teams/changes/{change}", "team-change"),
                        Map.entry("/members/{id}", "member"),
                        Map.entry("/households/{id}", "household"),
                        Map.entry("/households/{household}", "household"),
                        Map.entry("/skips/{household}", "household"),
                        Map.entry("/residents/{id}", "resident"),
                        Map.entry("/duplicates/residents/{kept}", "resident"),
                        Map.entry("/duplicates/households/{kept}", "household"),
                        Map.entry("/visits/{id}", "visit"),
                        Map.entry("/held/{id}", "held"),
                        Map.entry("/desk/{id}", "desk"),
                        Map.entry("/notebook/{id}", "notebook"),
                        Map.entry("/share/{share}", "share"),
                        Map.entry("/cascades/{id}", "cascade"),
                        Map.entry("/accounts/{id}", "account"),
                        Map.entry("/reports/papers/{id}", "paper"),
                        Map.entry("/activities/{id}", "activity"),
                        Map.entry("/campaigns/{id}", "campaign"),
                        Map.entry("/contests/{id}", "contest"),
                        Map.entry("/contests/questions/{id}", "quiz-question"),
                        Map.entry("/contests/votes/{id}", "ballot"),
                        Map.entry("/markets/{id}", "market"),
                        Map.entry("/stalls/{id}", "stall"),
                        Map.entry("/models/{id}", "model"),
                        Map.entry("/savings/{id}", "saving"),
                        Map.entry("/requests/{id}", "request"),
                        Map.entry("/warnings/{id}", "warning"),
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
                .replaceFirst("\\{[a-z]+}", ward.things().get(thing))
                .replace("{gone}", ward.things().get(thing))
                .replace("{resident}", ward.things().get("resident"))
                .replace("{count}", ward.things().get("desk"))
                .replace("{person}", ward.things().get("activity-person"))
                .replace("{file}", ward.things().get(thing.equals("activity") ? "activity-file" : "decision-file"))
                .replace("{row}", ward.things().get("notebook"))
                .replace("{handover}", ward.things().get("handover"))
                .replace("{round}", ward.things().get("contest-round"))
                .replace("{question}", ward.things().get("quiz-question"))
                .replace("{entry}", ward.things().get("contest-entry"))
                .replace("{format:docx|pdf}", "docx")
                .replace("{period}", "2026-10")
                .replace("{format:csv|xlsx}", "csv")
                .replace("{chart:trend|map|lines|spread}", "lines")
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
                    .param("teamId", String.valueOf(ward.team()))
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
}
