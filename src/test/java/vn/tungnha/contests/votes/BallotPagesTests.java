package vn.tungnha.contests.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.visits.FieldFixture;

/** Votes as two persons count them. */
@SharedApplication
class BallotPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private Ballots ballots;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;
    private UUID chairman;
    private UUID ballot;
    private String page;

    @BeforeEach
    void aVote() {
        field = FieldFixture.in(jdbc);
        chairman = new TestAccounts(jdbc).account("ct" + UUID.randomUUID(), Role.WARD_LEADER, field.ward);
        ballot = UUID.randomUUID();
        page = "/contests/votes/" + ballot;
        assertThat(post(
                        field.officerAccount,
                        "/contests/votes",
                        "id",
                        ballot,
                        "title",
                        "Bầu tổ phó",
                        "at",
                        "unit:" + field.ward,
                        "heldOn",
                        TODAY,
                        "most",
                        "1",
                        "options",
                        "Cô Hoa\nChú Dũng\n"))
                .hasRedirectedUrl(page);
    }

    @Test
    void tellsNothingUntilTwoPersonsHaveCountedTheSame() {
        assertThat(count(field.officerAccount, 50, 46, 4, 30, 16)).hasRedirectedUrl(page);
        assertThat(get(chairman, page)).bodyText().contains("Một người đã nhập").doesNotContain("value=\"46\"");
        assertThat(get(chairman, page + "/screen"))
                .bodyText()
                .contains("1/2 người đã nhập")
                .doesNotContainPattern("(?<![\\w-])46(?![\\w-])");
        assertThat(count(field.officerAccount, 50, 45, 5, 30, 15)).hasRedirectedUrl(page);
        assertThat(ballots.get(ballot).result())
                .as("one person alone, however often")
                .isNull();

        assertThat(count(chairman, 50, 45, 5, 29, 16)).hasRedirectedUrl(page);
        assertThat(ballots.get(ballot).result()).isNull();
        assertThat(ballots.get(ballot).attempt()).isEqualTo(2);
        assertThat(get(field.officerAccount, page)).bodyText().contains("Hai lần đếm chưa khớp", "Chú Dũng");
        assertThat(get(chairman, page + "/screen/board")).bodyText().contains("đang đếm lại");

        count(chairman, 50, 45, 5, 29, 16);
        count(field.officerAccount, 50, 45, 5, 29, 16);

        assertThat(ballots.get(ballot).result()).isEqualTo(new BallotCount(50, 45, 5, List.of(29, 16)));
        assertThat(get(chairman, page + "/screen"))
                .bodyText()
                .contains("Phát ra 50 phiếu; hợp lệ 45; không hợp lệ 5", "64,4%");
        assertThat(count(chairman, 50, 45, 5, 28, 17)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(field.officerAccount, page + "/cancellation", "reason", "nhầm"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(ballots.get(ballot).result()).isEqualTo(new BallotCount(50, 45, 5, List.of(29, 16)));
    }

    @Test
    void keepsWhatWasTypedWhereTheSumsCannotBe() {
        assertThat(count(chairman, 50, 45, 5, 30, 16))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Các phương án cộng lại 46 phiếu, phải bằng 45 phiếu hợp lệ", "value=\"30\"", "value=\"45\"");
        assertThat(post(chairman, page + "/counts", "handedOut", "50", "valid", "", "invalid", "0", "votes", "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(ballots.firstCounter(ballots.get(ballot))).isEmpty();
    }

    @Test
    void hidesVotesFromOtherPlacesAndMayBeCancelledBeforeItIsSealed() {
        UUID stranger =
                new TestAccounts(jdbc).account("la" + UUID.randomUUID(), Role.WARD_OFFICER, FieldFixture.in(jdbc).ward);
        assertThat(get(stranger, page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(count(stranger, 50, 45, 5, 29, 16)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(field.officerAccount, "/contests/votes")).bodyText().contains("Bầu tổ phó");
        assertThat(get(stranger, "/contests/votes")).bodyText().doesNotContain("Bầu tổ phó");

        assertThat(post(chairman, page + "/cancellation", "reason", "Hoãn hội nghị"))
                .hasRedirectedUrl(page);
        assertThat(get(chairman, page)).bodyText().contains("Hoãn hội nghị");
        assertThat(count(chairman, 50, 45, 5, 29, 16)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private MvcTestResult count(UUID account, int out, int valid, int invalid, int first, int second) {
        return mvc.post()
                .uri(page + "/counts")
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .with(csrf())
                .param("handedOut", "" + out)
                .param("valid", "" + valid)
                .param("invalid", "" + invalid)
                .param("votes", "" + first, "" + second)
                .exchange();
    }

    private MvcTestResult get(UUID account, String uri) {
        return mvc.get()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(UUID account, String uri, Object... fields) {
        var request = mvc.post()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i].toString(), fields[i + 1].toString());
        }
        return request.exchange();
    }
}
