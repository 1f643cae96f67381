package vn.tungnha.demo;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Healthy means that one can sign in: not while the demonstration is loaded, and not after that failed. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoHealth implements HealthIndicator {

    private final Preparation preparation;

    @Override
    public Health health() {
        return switch (preparation.getState()) {
            case UNDER_WAY -> Health.outOfService().build();
            case READY -> Health.up().build();
            case FAILED -> Health.down().build();
        };
    }
}
