package vn.tungnha.demo;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the demonstration once, after the catalogue of units. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
@RequiredArgsConstructor
class DemoOnFirstStart implements ApplicationRunner {

    private final Demonstration demonstration;

    @Override
    public void run(ApplicationArguments arguments) {
        demonstration.loadOnce();
    }
}
