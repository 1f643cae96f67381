package vn.tungnha.visits.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.identity.CurrentUsers;
import vn.tungnha.shared.MenuEntry;
import vn.tungnha.visits.VisitLog;

/** Lines of the menu. */
@Configuration(proxyBeanMethods = false)
class VisitsMenu {

    @Bean
    MenuEntry visitsEntry() {
        return new MenuEntry("visits.list.menu", "/visits", 40, Set.of("ADMIN", "WARD_OFFICER", "WARD_LEADER"));
    }

    @Bean
    MenuEntry attentionEntry(VisitLog log, CurrentUsers users) {
        return new MenuEntry(
                "visits.attention.menu",
                "/visits?show=ATTENTION",
                45,
                Set.of("WARD_OFFICER", "WARD_LEADER"),
                () -> users.now().map(log::flagged).orElse(0));
    }

    @Bean
    MenuEntry catalogueEntry() {
        return new MenuEntry("visits.catalogue.menu", "/admin/catalogue", 85, Set.of("ADMIN"));
    }
}
