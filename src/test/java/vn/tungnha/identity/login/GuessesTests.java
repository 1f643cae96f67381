package vn.tungnha.identity.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;

/** Who tries one password on many names is stopped by where the tries come from. */
@SharedApplication
class GuessesTests {

    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

    @Autowired
    private Guesses guesses;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void forgetsAfterAQuarterOfAnHour() {
        Later clock = new Later();
        Guesses own = new Guesses(clock);
        many(own, "203.0.113.5", Guesses.ALLOWED - 1);
        assertThat(own.tooMany("203.0.113.5")).isFalse();

        own.failed("203.0.113.5");
        assertThat(own.tooMany("203.0.113.5")).isTrue();
        assertThat(own.tooMany("203.0.113.6")).isFalse();
        assertThat(own.tooMany(null)).isFalse();

        clock.now = NOON.plus(Guesses.PERIOD);
        assertThat(own.tooMany("203.0.113.5")).isFalse();
        own.failed("203.0.113.5");
        assertThat(own.tooMany("203.0.113.5")).as("counted anew").isFalse();
    }

    @Test
    void listensToNobodyFromThereAndToEverybodyElse() {
        String name = "doan" + System.nanoTime();
        new TestAccounts(jdbc).account(name, Role.ADMIN, null);
        many(guesses, "198.51.100.7", Guesses.ALLOWED);

        assertThat(login(name, "198.51.100.7")).hasRedirectedUrl("/login?error");
        assertThat(login(name, "198.51.100.8")).hasRedirectedUrl("/");
    }

    private MvcTestResult login(String name, String address) {
        return web.post()
                .uri("/login")
                .with(csrf())
                .remoteAddress(address)
                .param("username", name)
                .param("password", TestAccounts.PASSWORD)
                .exchange();
    }

    private static void many(Guesses guesses, String address, int times) {
        for (int i = 0; i < times; i++) {
            guesses.failed(address);
        }
    }

    private static final class Later extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
