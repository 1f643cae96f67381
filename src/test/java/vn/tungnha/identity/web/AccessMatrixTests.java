package vn.tungnha.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.identity.login.SignedInAccount;

/**
 * Every address of the running application x every role. What is expected stands in {@code access-matrix.csv} (method,
 * pattern, roles: {@code anyone}, {@code signed-in}, or names joined by +), so that nobody opens an address unawares.
 */
@SharedApplication
class AccessMatrixTests {

    private static final Path TABLE = Path.of("src/test/resources/access-matrix.csv");
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final String FORGOTTEN = "/test/without-rule";
    private static final RequestMappingInfo FORGOTTEN_MAPPING =
            RequestMappingInfo.paths(FORGOTTEN).methods(RequestMethod.GET).build();

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

    private final Map<Role, Authentication> people = new EnumMap<>(Role.class);

    /** An address that its author forgot to give a rule. */
    @RestController
    static class WithoutRule {

        String anything(Optional<CurrentUser> user) {
            return "open to " + user;
        }
    }

    private record Address(String method, String pattern, HandlerMethod handler) implements Comparable<Address> {

        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        /** A request of another type is refused by its type, before anybody asks who sent it. */
        String[] consumes() {
            var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
            return mapping == null ? new String[0] : mapping.consumes();
        }

        String key() {
            return method + "," + pattern;
        }

        @Override
        public int compareTo(Address other) {
            return key().compareTo(other.key());
        }
    }

    @BeforeEach
    void forgetARule() throws NoSuchMethodException {
        mappings.registerMapping(
                FORGOTTEN_MAPPING, new WithoutRule(), WithoutRule.class.getDeclaredMethod("anything", Optional.class));
    }

    @AfterEach
    void takeItBack() {
        mappings.unregisterMapping(FORGOTTEN_MAPPING);
    }

    @BeforeEach
    void people() {
        TestAccounts accounts = new TestAccounts(jdbc);
        for (Role role : Role.values()) {
            var account = accounts.account("m-" + role.name().toLowerCase(Locale.ROOT) + "-" + System.nanoTime());
            switch (role) {
                case ADMIN -> accounts.assign(account, role, null, null, day("1900-01-01"), day("9999-12-31"));
                case TEAM_LEADER, TEAM_MEMBER ->
                    accounts.assign(account, role, null, team(), day("1900-01-01"), day("9999-12-31"));
                default -> accounts.assign(account, role, unit(), null, day("1900-01-01"), day("9999-12-31"));
            }
            people.put(role, TestAccounts.signedIn(logins, account));
        }
    }

    @Test
    void hasARuleForEveryAddress() {
        assertThat(addresses())
                .filteredOn(address -> AccessRule.of(address.handler()).isEmpty())
                .extracting(Address::pattern)
                .containsExactly(FORGOTTEN);
    }

    @Test
    void hidesAnAddressWithoutARule() {
        assertThat(web.get().uri(FORGOTTEN).with(authentication(people.get(Role.ADMIN))))
                .hasStatus(404);
    }

    @Test
    void listsEveryAddressWithItsRoles() throws IOException {
        Map<String, String> real = new TreeMap<>();
        for (Address address : ours()) {
            real.put(address.key(), written(AccessRule.of(address.handler()).orElseThrow()));
        }

        assertThat(table()).isEqualTo(real);
    }

    @Test
    void turnsAwayWhoeverIsNotSignedIn() {
        List<String> open = new ArrayList<>();
        for (Address address : ours()) {
            if (!AccessRule.of(address.handler()).orElseThrow().anyone()) {
                int status = request(address, null).getResponse().getStatus();
                boolean turnedAway = address.isApi() ? status == 401 : status == 302 || status == 401;
                if (!turnedAway) {
                    open.add(address.key() + " -> " + status);
                }
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void answersAWrongRoleWithNotFound() {
        List<String> open = new ArrayList<>();
        for (Address address : ours()) {
            AccessRule rule = AccessRule.of(address.handler()).orElseThrow();
            for (Role role : Role.values()) {
                if (!rule.anyone() && !rule.admits(Set.of(role))) {
                    int status = request(address, role).getResponse().getStatus();
                    if (status != 404) {
                        open.add(address.key() + " as " + role + " -> " + status);
                    }
                }
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void answersAPlaceOutsideWithNotFound() {
        long elsewhere = unit();
        String code = jdbc.sql("select code from unit_version where unit_id = ?")
                .param(elsewhere)
                .query(String.class)
                .single();
        List<String> open = new ArrayList<>();
        for (Address address : ours()) {
            AccessRule rule = AccessRule.of(address.handler()).orElseThrow();
            for (Role role : Role.values()) {
                boolean inPath = address.pattern().contains("{" + rule.placeVariable() + "}");
                if (rule.hasPlace() && inPath && role != Role.ADMIN && rule.admits(Set.of(role))) {
                    String id = rule.placeKind().equals("unit") ? code : UNKNOWN;
                    int status = request(address, role, rule.placeVariable(), id)
                            .getResponse()
                            .getStatus();
                    if (status != 404) {
                        open.add(address.key() + " as " + role + " outside -> " + status);
                    }
                }
            }
        }

        assertThat(open).isEmpty();
    }

    private MvcTestResult request(Address address, Role role) {
        return request(address, role, "", "");
    }

    private MvcTestResult request(Address address, Role role, String variable, String value) {
        String path = address.pattern()
                .replace("{" + variable + "}", value)
                .replaceAll("\\{\\*?[^}]*}", UNKNOWN)
                .replace("**", "x");
        var request = web.method(HttpMethod.valueOf(address.method())).uri(path);
        if (role == null) {
            return request.with(csrf()).exchange();
        }
        if (address.isApi()) {
            var account = (SignedInAccount) people.get(role).getPrincipal();
            if (address.consumes().length > 0) {
                request = request.contentType(address.consumes()[0]);
            }
            return request.header(
                            HttpHeaders.AUTHORIZATION,
                            "Bearer " + tokens.issue(account.id()).token())
                    .exchange();
        }
        return request.with(authentication(people.get(role))).with(csrf()).exchange();
    }

    private Set<Address> addresses() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> addresses(entry.getKey(), entry.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Address> ours() {
        return addresses().stream()
                .filter(address -> address.handler().getBeanType().getName().startsWith("vn.tungnha."))
                .filter(address -> !address.pattern().equals(FORGOTTEN)
                        && !address.pattern().equals("/error"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Address> addresses(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Address(method.name(), pattern, handler)));
    }

    private static String written(AccessRule rule) {
        return rule.anyone()
                ? "anyone"
                : rule.roles().isEmpty()
                        ? "signed-in"
                        : EnumSet.copyOf(rule.roles()).stream().map(Role::name).collect(Collectors.joining("+"));
    }

    private static Map<String, String> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(","))
                .collect(Collectors.toMap(
                        cells -> cells[0] + "," + cells[1],
                        cells -> cells[2],
                        (one, other) -> Arrays.asList(one, other).toString(),
                        TreeMap::new));
    }

    /** A province of its own, so that nothing else lies in it. */
    private long unit() {
        long id = jdbc.sql("insert into unit (level) values ('PROVINCE') returning id")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into unit_version (unit_id, code, name, full_name, kind, search)
                        values (:id, 'M' || :id, 'M', 'M', 'TINH', 'm')
                        """).param("id", id).update();
        jdbc.sql("insert into unit_closure values (:id, :id, 0, '1900-01-01', '9999-12-31')")
                .param("id", id)
                .update();
        jdbc.sql("insert into unit_lineage values (:id, :id, '1900-01-01', '9999-12-31', 1, true)")
                .param("id", id)
                .update();
        return id;
    }

    private long team() {
        return jdbc.sql("""
                        insert into team (version, name, kind, search, status, established_on)
                        values (0, 'M', 'CNSCD', 'm', 'ACTIVE', '2024-01-01') returning id
                        """).query(Long.class).single();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
