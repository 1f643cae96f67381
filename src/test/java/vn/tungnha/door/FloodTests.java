package vn.tungnha.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Seals;
import vn.tungnha.visits.FieldFixture;

/** What somebody with bad intentions can do to the forms without login: little, and nothing to those who work. */
@Tag("slow")
@SharedApplication
class FloodTests {

    private static final int FLOOD = 10_000;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private Seals keys;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private FieldFixture field;
    private String ward;
    private final Random dice = new Random(11);

    @BeforeEach
    void aWard() {
        field = FieldFixture.in(jdbc);
        ward = code(field.ward);
    }

    /** Ten thousand, most from one address, one of each hundred from a new one. */
    @Test
    void takesNoMoreThanTheInboxHoldsHoweverMuchComes() {
        jdbc.sql("insert into ward_contact (ward_id, phone, daily_most) values (?, '0236 000 1033', 40)")
                .param(field.ward)
                .update();
        Map<Integer, Integer> answers = new HashMap<>();
        for (int n = 0; n < FLOOD; n++) {
            String from = n % 100 == 0 ? "192.0.2." + n / 100 : "203.0.113.66";
            MvcTestResult last = send(from, token(), n % 7 == 0 ? "<img src=x onerror=alert(1)>" : "Mua ngay " + n);
            answers.merge(last.getResponse().getStatus(), 1, Integer::sum);
            if (n % 1000 == 500) {
                assertThat(desk("/requests").getResponse().getStatus())
                        .as("the desk after " + n)
                        .isEqualTo(200);
            }
        }
        assertThat(received()).as("stored").isEqualTo(40);
        assertThat(answers.keySet()).containsExactlyInAnyOrder(302, 422, 429);
        assertThat(answers.get(302)).isEqualTo(40);
        assertThat(answers.get(429)).as("told in one line").isGreaterThan(FLOOD / 2);
        assertThat(fromOneAddress()).as("of the one address").isLessThanOrEqualTo(Senders.FORMS_A_DAY);
        assertThat(send("192.0.2.250", token(), "Xin giúp"))
                .bodyText()
                .as("a citizen on such a day")
                .contains("0236 000 1033", "Xin gi");
        FieldFixture elsewhere = FieldFixture.in(jdbc);
        ward = code(elsewhere.ward);
        assertThat(send("192.0.2.250", token(), "Xin giúp").getResponse().getStatus())
                .as("in another ward")
                .isEqualTo(302);
    }

    @Test
    void refusesVeryLongAndStrangeTextsWithoutStumbling() {
        for (String words : new String[] {
            "a".repeat(1_000_000),
            "\u0000\u202e\uffff",
            "'; drop table citizen_request; --",
            "${7777*7777} #{door.title}",
            "👵".repeat(600)
        }) {
            MvcTestResult sent = send("198.51.100." + dice.nextInt(250) + ":" + UUID.randomUUID(), token(), words);
            assertThat(sent.getResponse().getStatus()).isIn(302, 422);
            assertThat(sent).bodyText().doesNotContain("60481729");
        }
        assertThat(desk("/requests?show=ALL").getResponse().getStatus()).isEqualTo(200);
        assertThat(mvc.get().uri("/public?q=" + "a".repeat(5000))).hasStatusOk();
        assertThat(mvc.get().uri("/public?q=%25%25%5C_")).hasStatusOk();
    }

    /** One address tries codes: a minute's worth is looked up, the others are not. */
    @Test
    void letsNobodyGuessCodes() {
        Map<Integer, Integer> answers = new HashMap<>();
        for (int n = 0; n < 200; n++) {
            String code = new FollowUpCodes(keys).of(UUID.randomUUID());
            answers.merge(
                    mvc.get()
                            .uri("/public/track?code=" + code)
                            .with(sent -> {
                                sent.setRemoteAddr("203.0.113.99");
                                return sent;
                            })
                            .exchange()
                            .getResponse()
                            .getStatus(),
                    1,
                    Integer::sum);
        }
        assertThat(answers.get(200)).isBetween(1, 2 * Senders.LOOKS_A_MINUTE);
        assertThat(answers.get(429)).isPositive();
    }

    private MvcTestResult send(String from, String token, String words) {
        return mvc.post()
                .uri("/public/suggest")
                .with(sent -> {
                    sent.setRemoteAddr(from);
                    return sent;
                })
                .param("ward", ward)
                .param("token", token)
                .param("words", words)
                .exchange();
    }

    private MvcTestResult desk(String path) {
        return mvc.get()
                .uri(path)
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)))
                .exchange();
    }

    private String token() {
        return new FormTokens(keys, Clock.offset(clock, Duration.ofMinutes(-1))).issue();
    }

    private int received() {
        return jdbc.sql("select count(*) from citizen_request where ward_id = ?")
                .param(field.ward)
                .query(Integer.class)
                .single();
    }

    /** The words tell the number, and the number the address. */
    private int fromOneAddress() {
        return jdbc.sql("""
                        select count(*) from citizen_request
                        where ward_id = ? and words like 'Mua ngay %' and cast(substr(words, 10) as int) % 100 <> 0""").param(field.ward).query(Integer.class).single();
    }

    private String code(long unit) {
        return jdbc.sql("select code from unit_version where unit_id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }
}
