package vn.tungnha.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.units.TestUnits;

/** An administrator may read every resident, and never without a line in the trail: lists and files leave one too. */
@Tag("slow")
@SharedApplication
class PeopleReadTests {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Logins logins;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private TestUnits units;

    private UUID admin;

    @BeforeEach
    void anAdministrator() {
        admin = new TestAccounts(jdbc).account("doc-" + NAMES.incrementAndGet(), Role.ADMIN, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/households",
                "/households?q=lan",
                "/visits",
                "/visits?show=ATTENTION",
                "/search?q=lan",
                "/audit",
                "/api/v1/households",
                "/api/v1/households?q=lan",
                "/api/v1/exports/households.csv",
                "/api/v1/exports/households.xlsx"
            })
    void leavesALineForEveryListOfPeople(String address) {
        get(address, admin);

        assertThat(read(admin)).containsExactly("people " + address.replaceAll("\\?.*", ""));
    }

    @Test
    void tellsWhichPlaceWasLookedAt() {
        var tree = units.tree();
        String code = jdbc.sql("select code from unit_version where unit_id = ?")
                .param(tree.village())
                .query(String.class)
                .single();

        get("/households?village=" + code, admin);

        assertThat(read(admin)).containsExactly("unit " + code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/account", "/teams", "/units", "/api/v1/teams", "/api/v1/exports/teams.csv", "/indicators"})
    void leavesNoneWhereNoResidentIsShown(String address) {
        get(address, admin);

        assertThat(read(admin)).isEmpty();
    }

    @Test
    void leavesNoneForThoseWhoReadTheirOwnPlaceOnly() {
        UUID officer = new TestAccounts(jdbc)
                .account(
                        "doc-" + NAMES.incrementAndGet(),
                        Role.WARD_OFFICER,
                        units.tree().commune());

        get("/households", officer);
        get("/search?q=lan", officer);
        get("/api/v1/exports/households.csv", officer);

        assertThat(read(officer)).isEmpty();
    }

    /** Also for those whose reading leaves no line: what was drawn leaves the house. */
    @Test
    void leavesALineForEveryPictureWithResidents() {
        UUID officer = new TestAccounts(jdbc)
                .account(
                        "doc-" + NAMES.incrementAndGet(),
                        Role.WARD_OFFICER,
                        units.tree().commune());

        assertThat(picture("/households", officer)).hasStatus(204);
        assertThat(picture("/households?q=lan", officer)).hasStatus(422);

        assertThat(jdbc.sql("select subject_id from audit_entry where account_id = ? and action = 'people.pictured'")
                        .param(officer)
                        .query(String.class)
                        .list())
                .containsExactly("/households");
    }

    private MvcTestResult picture(String page, UUID account) {
        return web.post()
                .uri("/people/pictures")
                .param("page", page)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .with(csrf())
                .exchange();
    }

    private void get(String address, UUID account) {
        var request = web.get().uri(address);
        var answer = address.startsWith("/api/")
                ? request.header(
                                "Authorization",
                                "Bearer " + tokens.issue(account).token())
                        .exchange()
                : request.with(authentication(TestAccounts.signedIn(logins, account)))
                        .exchange();
        assertThat(answer).hasStatusOk();
    }

    private List<String> read(UUID account) {
        return jdbc.sql("""
            select subject || ' ' || subject_id from audit_entry
            where account_id = ? and action = 'people.read' order by id
            """).param(account).query(String.class).list();
    }
}
