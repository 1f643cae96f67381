package vn.tungnha.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.visits.FieldFixture;
import vn.tungnha.visits.Visits;

@Tag("slow")
@SharedApplication
class GatewayApiTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Logins logins;

    @Autowired
    private Visits visits;

    @Autowired
    private Allowances allowances;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private FieldFixture field;
    private String name;
    private UUID officer;
    private String values;

    @BeforeEach
    void anOfficerOfAWard() {
        field = FieldFixture.in(jdbc);
        name = "o" + System.nanoTime();
        officer = new TestAccounts(jdbc).account(name, Role.WARD_OFFICER, field.ward);
        values = "/api/v1/indicator-values?indicator=VISITS&unit=X" + field.ward;
    }

    @Test
    void givesAPlainTokenForNameAndPasswordAsEver() {
        String token = token("");

        assertThat(get(values, token)).hasStatusOk();
        assertThat(get("/api/v1/households?unit=X" + field.ward, token)).hasStatusOk();
    }

    @Test
    void narrowsATokenToItsScopes() {
        String figures = token("{\"name\":\"Kho\",\"scopes\":[\"figures:read\"],\"days\":7}");

        assertThat(get(values, figures)).hasStatusOk();
        assertThat(get("/api/v1/exports/teams.csv?unit=X" + field.ward, figures))
                .hasStatusOk();
        for (String closed : List.of("/api/v1/households", "/api/v1/exports/households.csv")) {
            assertThat(get(closed, figures))
                    .hasStatus(403)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("TOKEN_SCOPE");
        }
        assertThat(mvc.post().uri("/api/v1/imports/households").header(HttpHeaders.AUTHORIZATION, "Bearer " + figures))
                .hasStatus(403);
    }

    @Test
    void letsAFeedKeyReadNothingButTheFeed() {
        String key = token("{\"name\":\"Excel\",\"scopes\":[\"feed:read\"],\"days\":700}");
        String feed = "/api/v1/feeds/indicator-values.csv?indicator=VISITS&unit=X" + field.ward;

        MvcTestResult answer = mvc.get().uri(feed).header("X-Api-Key", key).exchange();

        assertThat(answer).hasStatusOk().hasHeader("RateLimit-Limit", "60");
        String text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFunit,unitName,level,period,");
        assertThat(text.lines()).hasSize(13);
        assertThat(get(values, key)).hasStatus(403);
        assertThat(get("/api/v1/units", key)).hasStatus(403);
        String stranger = "/api/v1/feeds/indicator-values.csv?unit=X" + FieldFixture.in(jdbc).ward;
        assertThat(get(stranger, key)).hasStatus(404);
    }

    @Test
    void holdsBackAKeyThatCallsTooOften() {
        String key = token("{\"name\":\"Excel\",\"scopes\":[\"feed:read\"]}");
        String feed = "/api/v1/feeds/indicator-values.csv?unit=none&indicator=VISITS";
        UUID id = jdbc.sql("select id from api_token where account_id = ?")
                .param(officer)
                .query(UUID.class)
                .single();
        MvcTestResult last = get(feed, key);
        for (int attempt = 0; attempt < 50 && last.getResponse().getStatus() != 429; attempt++) {
            for (int call = 0; call < 120; call++) {
                allowances.take(id, 60);
            }
            last = get(feed, key);
        }

        assertThat(last).hasStatus(429).hasHeader(HttpHeaders.RETRY_AFTER, "1");
        assertThat(last).bodyJson().extractingPath("$.code").isEqualTo("TOO_MANY_REQUESTS");
    }

    @Test
    void listsTokensWithTheirLastUseAndTakesThemBack() {
        String token = token("{\"name\":\"Kho\",\"scopes\":[\"figures:read\"]}");
        get(values, token);

        JsonNode listed =
                json.readTree(body(get("/api/v1/tokens", token))).path("items").get(0);
        assertThat(listed.path("name").asString()).isEqualTo("Kho");
        assertThat(listed.path("lastUsedAt").isNull()).isFalse();
        assertThat(listed.toString()).doesNotContain(token);
        assertThat(mvc.delete()
                        .uri("/api/v1/tokens/" + listed.path("id").asString())
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatus(204);
        assertThat(get(values, token)).hasStatus(401);
    }

    @Test
    void refusesScopesAndDaysThatAreNone() {
        assertThat(issue("{\"name\":\"X\",\"scopes\":[\"all\"]}")).hasStatus(422);
        assertThat(issue("{\"name\":\"X\",\"days\":4000}")).hasStatus(422);
        assertThat(issue("{\"name\":")).hasStatus(422);
    }

    @Test
    void showsATokenOfThePageOnlyOnce() {
        var signedIn = authentication(TestAccounts.signedIn(logins, officer));
        MvcTestResult made = mvc.post()
                .uri("/account/tokens")
                .param("name", "Bảng giao ban")
                .param("scopes", "FEED")
                .param("days", "365")
                .with(signedIn)
                .with(csrf())
                .exchange();

        assertThat(made).hasStatus3xxRedirection();
        Object secret = made.getMvcResult().getFlashMap().get("secret");
        assertThat(body(mvc.get()
                        .uri("/account/tokens")
                        .flashAttr("secret", secret)
                        .with(signedIn)
                        .exchange()))
                .contains(secret.toString(), "Bảng giao ban");
        assertThat(body(mvc.get().uri("/account/tokens").with(signedIn).exchange()))
                .contains("Bảng giao ban")
                .doesNotContain(secret.toString());
        assertThat(mvc.post()
                        .uri("/account/tokens")
                        .param("name", "x")
                        .with(signedIn)
                        .with(csrf()))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri("/account/tokens")
                        .param("name", "x")
                        .param("scopes", "FEED")
                        .param("days", "một năm")
                        .with(signedIn)
                        .with(csrf()))
                .hasStatus(422);
    }

    @Test
    void answers304UntilSomethingChanges() {
        String token = token("");
        MvcTestResult first = get(values, token);
        String tag = first.getResponse().getHeader(HttpHeaders.ETAG);

        assertThat(tag).startsWith("W/\"");
        assertThat(again(values, token, tag)).hasStatus(304).body().isEmpty();
        visits.record(field.aVisit().command(), field.leader());

        MvcTestResult changed = again(values, token, tag);
        assertThat(changed).hasStatusOk();
        assertThat(changed.getResponse().getHeader(HttpHeaders.ETAG)).isNotEqualTo(tag);
    }

    @Test
    void leavesOutAnAnswerThatIsTheSameThoughOtherThingsChanged() {
        String token = token("");
        String units = "/api/v1/units?q=X" + field.ward;
        String tag = get(units, token).getResponse().getHeader(HttpHeaders.ETAG);
        visits.record(field.aVisit().command(), field.leader());

        MvcTestResult same = again(units, token, tag);
        assertThat(same).hasStatus(304);
        assertThat(same.getResponse().getHeader(HttpHeaders.ETAG)).isNotEqualTo(tag);
    }

    @Test
    void tellsNoOneThatNothingHasChangedWhoMayNotRead() {
        String tag = get(values, token("")).getResponse().getHeader(HttpHeaders.ETAG);
        String other = "o" + System.nanoTime();
        new TestAccounts(jdbc).account(other, Role.WARD_OFFICER, FieldFixture.in(jdbc).ward);
        name = other;

        assertThat(again(values, token(""), tag)).hasStatus(404);
    }

    @Test
    void describesEveryAddressWithItsParametersErrorsAndExample() {
        JsonNode document =
                json.readTree(body(mvc.get().uri("/api/v1/openapi.json").exchange()));
        List<String> missing = new ArrayList<>();
        for (String address : addresses()) {
            String[] parts = address.split(" ");
            JsonNode operation = document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
            if (operation.path("summary").asString("").isEmpty()
                    || operation.path("description").asString("").isEmpty()) {
                missing.add(address + ": no words");
            }
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("description").asString("").isEmpty()) {
                    missing.add(address + ": " + parameter.path("name").asString());
                }
            }
            if (operation
                    .path("responses")
                    .path("429")
                    .path("content")
                    .path("application/problem+json")
                    .isMissingNode()) {
                missing.add(address + ": no errors");
            }
        }

        assertThat(missing).isEmpty();
        assertThat(document.path("components")
                        .path("securitySchemes")
                        .path("token")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
    }

    @Test
    void saysOfEveryAddressWhichTokensOpenIt() {
        assertThat(mappings.getHandlerMethods().entrySet())
                .filteredOn(it -> it.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/api/v1/"))
                        && it.getValue().getBeanType().getName().startsWith("vn.tungnha."))
                .isNotEmpty()
                .allMatch(it -> it.getValue().hasMethodAnnotation(Opens.class)
                        || it.getValue().getBeanType().isAnnotationPresent(Opens.class));
    }

    private Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                if (pattern.startsWith("/api/v1/")
                        && handler.getBeanType().getName().startsWith("vn.tungnha.")) {
                    info.getMethodsCondition()
                            .getMethods()
                            .forEach(method ->
                                    addresses.add(method + " " + pattern.replaceAll("\\{(\\w+):[^}]*}", "{$1}")));
                }
            }
        });
        return addresses;
    }

    private MvcTestResult get(String uri, String token) {
        return mvc.get()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private MvcTestResult again(String uri, String token, String tag) {
        return mvc.get()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange();
    }

    private MvcTestResult issue(String wanted) {
        return mvc.post()
                .uri("/api/v1/tokens")
                .with(httpBasic(name, TestAccounts.PASSWORD))
                .contentType("application/json")
                .content(wanted)
                .exchange();
    }

    private String token(String wanted) {
        return json.readTree(body(issue(wanted))).path("token").asString();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
