package vn.tungnha.demo;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the demonstration once, after the catalogue of units. */
@Slf4j
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
@RequiredArgsConstructor
class DemoOnFirstStart implements ApplicationRunner {

    private final Demonstration demonstration;
    private final Preparation preparation;

    /** A failure leaves the server running, so that its page and its health say what happened. */
    @Override
    public void run(ApplicationArguments arguments) {
        preparation.begin();
        try {
            demonstration.loadOnce();
            preparation.succeed();
        } catch (RuntimeException failure) {
            preparation.fail();
            log.error(
                    "The demonstration data could not be loaded and nothing of them was kept; health is DOWN until a"
                            + " restart succeeds",
                    failure);
        }
    }
}
