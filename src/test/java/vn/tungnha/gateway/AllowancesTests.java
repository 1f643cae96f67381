package vn.tungnha.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AllowancesTests {

    private Instant now = Instant.parse("2026-11-22T03:00:00Z");

    private final Allowances allowances = new Allowances(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void grantsTheCallsOfOneMinuteAtOnceAndNoMore() {
        for (int left = 59; left >= 0; left--) {
            assertThat(allowances.take("one", 60).left()).isEqualTo(left);
        }

        Allowances.Allowance refused = allowances.take("one", 60);

        assertThat(refused.granted()).isFalse();
        assertThat(refused.pause()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void fillsUpEvenly() {
        for (int call = 0; call < 60; call++) {
            allowances.take("one", 60);
        }
        now = now.plusSeconds(2);

        assertThat(allowances.take("one", 60).granted()).isTrue();
        assertThat(allowances.take("one", 60).granted()).isTrue();
        assertThat(allowances.take("one", 60).granted()).isFalse();
    }

    @Test
    void isNotSpentByKnockingInVain() {
        for (int call = 0; call < 200; call++) {
            allowances.take("one", 60);
        }
        now = now.plusSeconds(1);

        assertThat(allowances.take("one", 60).granted()).isTrue();
    }

    @Test
    void keepsCallersApart() {
        for (int call = 0; call < 61; call++) {
            allowances.take("one", 60);
        }

        assertThat(allowances.take("other", 60).granted()).isTrue();
    }
}
