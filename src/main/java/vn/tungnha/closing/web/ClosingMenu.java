package vn.tungnha.closing.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

/** Line of the menu. */
@Configuration(proxyBeanMethods = false)
class ClosingMenu {

    @Bean
    MenuEntry closingEntry() {
        return new MenuEntry(
                "closing.menu",
                "/reports",
                48,
                Set.of(
                        "ADMIN",
                        "PROVINCE_OFFICER",
                        "DISTRICT_OFFICER",
                        "WARD_OFFICER",
                        "WARD_LEADER",
                        "LEADERSHIP_VIEWER"));
    }
}
