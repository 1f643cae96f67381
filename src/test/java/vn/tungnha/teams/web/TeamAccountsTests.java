package vn.tungnha.teams.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.LoginCard;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.CardsInHand;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;
import vn.tungnha.units.TestUnits;

/** Accounts for all members of a ward, their cards, and the way in by one. */
@SharedApplication
class TeamAccountsTests {

    private static final String PIN = "480316";
    private static final AtomicInteger NUMBERS = new AtomicInteger((int) (System.nanoTime() % 8_000_000));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    private UUID officer;
    private UUID neighbour;
    private long team;
    private MockHttpSession session;

    @BeforeEach
    void plant() {
        TestUnits.Tree tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        officer = accounts.account("o" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        neighbour = accounts.account(
                "n" + UUID.randomUUID(), Role.WARD_OFFICER, tree.communes().get(1));
        team = jdbc.sql("""
                        insert into team (version, name, number, kind, search, status, established_on)
                        values (0, 'Tổ 33', 33, 'CNSCD', 'to 33', 'ACTIVE', '2023-11-29') returning id
                        """).query(Long.class).single();
        jdbc.sql("insert into team_area (team_id, village_id, home, valid_from) values (?, ?, true, '2023-11-29')")
                .params(team, tree.village())
                .update();
        session = new MockHttpSession();
    }

    @Test
    void opensAccountsForThoseChosenAndPrintsTheirCards() {
        UUID leader = member("Trần Thị Hoa", "LEADER", phone());
        UUID old = member("Lê Văn Năm", "MEMBER", null);
        UUID other = member("Ngô Thị Sáu", "MEMBER", phone());

        assertThat(get("/teams/accounts"))
                .bodyText()
                .contains(
                        "3 người của các tổ chưa có tài khoản",
                        "Trần Thị Hoa",
                        "Lê Văn Năm",
                        "đăng nhập bằng tên riêng");
        assertThat(get("/teams/accounts?leaders=true"))
                .bodyText()
                .contains("Trần Thị Hoa")
                .doesNotContain("Lê Văn Năm");
        assertThat(post("/teams/accounts", "members", leader + "," + old)).hasRedirectedUrl("/accounts/cards");

        List<LoginCard> cards = CardsInHand.of(session);
        assertThat(cards).extracting(LoginCard::name).containsExactly("Trần Thị Hoa", "Lê Văn Năm");
        assertThat(cards.get(1).username()).startsWith("nam.to33");
        assertThat(get("/accounts/cards"))
                .bodyText()
                .contains(
                        "Trần Thị Hoa",
                        "Tổ 33",
                        cards.get(0).code(),
                        cards.get(1).code(),
                        "Dùng một lần");
        assertThat(get("/teams/accounts")).bodyText().contains("Ngô Thị Sáu").doesNotContain("Trần Thị Hoa");
        assertThat(account(other)).isNull();
    }

    @Test
    void letsTheBearerInOnceWithAPinOfTheirOwn() {
        UUID leader = member("Trần Thị Hoa", "LEADER", phone());
        post("/teams/accounts", "members", leader.toString());
        LoginCard card = CardsInHand.of(session).get(0);
        String path = "/card/" + card.code().replace("-", "");

        assertThat(mvc.get().uri(path)).hasStatusOk().bodyText().contains("Chào Trần Thị Hoa", "Tổ 33");
        assertThat(choose(path, "123456", "123456")).hasStatus(422).bodyText().contains("quá dễ đoán");
        assertThat(choose(path, PIN, "480361")).hasStatus(422).bodyText().contains("chưa giống nhau");
        MvcTestResult in = choose(path, PIN, PIN);
        assertThat(in).hasRedirectedUrl("/");
        MockHttpSession own = (MockHttpSession) in.getRequest().getSession(false);
        assertThat(own).isNotNull();
        assertThat(mvc.get().uri("/account").session(own))
                .hasStatusOk()
                .bodyText()
                .contains("Trần Thị Hoa");

        assertThat(choose(path, "271828", "271828")).hasStatus(404).bodyText().contains("không còn dùng được");
        assertThat(login(card.username(), PIN)).hasRedirectedUrl("/");
        assertThat(login(card.username(), "271828")).hasRedirectedUrl("/login?error");
    }

    @Test
    void replacesALostCardAndEndsTheOldPin() {
        UUID leader = member("Trần Thị Hoa", "LEADER", phone());
        post("/teams/accounts", "members", leader.toString());
        LoginCard lost = CardsInHand.of(session).get(0);
        UUID account = account(leader);

        assertThat(post("/accounts/" + account + "/card")).hasRedirectedUrl("/accounts/cards");
        LoginCard second = CardsInHand.of(session).get(0);
        assertThat(mvc.get().uri("/card/" + lost.code())).hasStatus(404);
        assertThat(choose("/card/" + second.code(), PIN, PIN)).hasRedirectedUrl("/");
        assertThat(post("/accounts/" + account + "/card")).hasRedirectedUrl("/accounts/cards");

        assertThat(login(second.username(), PIN)).hasRedirectedUrl("/login?error");
    }

    @Test
    void printsCardsForAllWhoNeverCameIn() {
        UUID leader = member("Trần Thị Hoa", "LEADER", phone());
        UUID second = member("Ngô Thị Sáu", "MEMBER", phone());
        post("/teams/accounts", "all", "true");
        choose("/card/" + CardsInHand.of(session).get(0).code(), PIN, PIN);

        assertThat(get("/accounts")).bodyText().contains("In thẻ cho 1 người chưa đăng nhập");
        assertThat(post("/accounts/cards")).hasRedirectedUrl("/accounts/cards");

        assertThat(CardsInHand.of(session)).extracting(LoginCard::accountId).containsExactly(account(second));
        assertThat(account(leader)).isNotNull();
    }

    @Test
    void leavesOutWhoseTelephoneSignsSomebodyElseIn() {
        String phone = phone();
        UUID first = member("Trần Thị Hoa", "LEADER", phone);
        UUID second = member("Trần Thị Hoa Em", "MEMBER", phone.substring(0, 4) + " " + phone.substring(4));

        post("/teams/accounts", "members", first + "," + second);

        assertThat(CardsInHand.of(session)).extracting(LoginCard::name).containsExactly("Trần Thị Hoa");
        assertThat(account(second)).isNull();
        assertThat(get("/teams/accounts")).bodyText().contains("Số này đã có tài khoản khác dùng");
    }

    @Test
    void keepsToTheOwnWardAndToWorkersOfTeams() {
        UUID leader = member("Trần Thị Hoa", "LEADER", phone());
        TestAccounts accounts = new TestAccounts(jdbc);
        UUID both = accounts.account("b" + UUID.randomUUID());
        accounts.assign(both, Role.TEAM_LEADER, null, team, LocalDate.of(2024, 1, 1), Days.FOREVER);

        assertThat(mvc.post()
                        .uri("/teams/accounts")
                        .param("members", leader.toString())
                        .with(authentication(TestAccounts.signedIn(logins, neighbour)))
                        .with(csrf()))
                .hasRedirectedUrl("/teams/accounts");
        assertThat(account(leader)).isNull();
        assertThat(mvc.post()
                        .uri("/accounts/" + both + "/card")
                        .with(authentication(TestAccounts.signedIn(logins, neighbour)))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(post("/accounts/" + both + "/card")).hasRedirectedUrl("/accounts/cards");
        jdbc.sql("insert into assignment (account_id, role) values (?, 'ADMIN')")
                .param(both)
                .update();
        assertThat(post("/accounts/" + both + "/card")).hasStatus(404);
    }

    private UUID member(String name, String role, @Nullable String phone) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into team_member (id, version, team_id, name, sort_key, role, phone, joined_on)
                        values (?, 0, ?, ?, lower(?), ?, ?, '2023-11-29')
                        """).params(id, team, name, name, role, phone).update();
        return id;
    }

    private @Nullable UUID account(UUID member) {
        return jdbc.sql("select account_id from team_member where id = ?")
                .param(member)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    private static String phone() {
        return "09" + (10_000_000 + NUMBERS.incrementAndGet());
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(path)
                .session(session)
                .with(authentication(TestAccounts.signedIn(logins, officer)))
                .exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path).session(session).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.with(authentication(TestAccounts.signedIn(logins, officer)))
                .exchange();
    }

    private MvcTestResult choose(String path, String pin, String repeat) {
        return mvc.post()
                .uri(path)
                .param("pin", pin)
                .param("repeat", repeat)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult login(String name, String password) {
        return mvc.post()
                .uri("/login")
                .param("username", name)
                .param("password", password)
                .with(csrf())
                .exchange();
    }
}
