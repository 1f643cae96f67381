package vn.tungnha.door.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

/** Lines of the menu. */
@Configuration(proxyBeanMethods = false)
class DoorMenu {

    @Bean
    MenuEntry requestsEntry() {
        return new MenuEntry("door.menu", "/requests", 44, Set.of("ADMIN", "WARD_OFFICER", "WARD_LEADER"));
    }

    @Bean
    MenuEntry warningsEntry() {
        return new MenuEntry(
                "door.warnings.menu",
                "/warnings",
                88,
                Set.of("ADMIN", "PROVINCE_OFFICER", "WARD_OFFICER", "WARD_LEADER"));
    }

    @Bean
    MenuEntry fieldRequestsEntry() {
        return new MenuEntry("door.field.menu", "/field/requests", 45, Set.of("TEAM_LEADER", "TEAM_MEMBER"));
    }
}
