package vn.tungnha.units;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Fills an empty register before anything else runs; tests ask for it with {@code tungnha.catalogue.load=true}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
@RequiredArgsConstructor
class CatalogueOnFirstStart implements ApplicationRunner {

    private final UnitCatalogue catalogue;
    private final Environment environment;

    @Override
    public void run(ApplicationArguments arguments) {
        boolean unlessTest = !environment.acceptsProfiles(Profiles.of("test"));
        if (environment.getProperty("tungnha.catalogue.load", Boolean.class, unlessTest)) {
            catalogue.load();
        }
    }
}
