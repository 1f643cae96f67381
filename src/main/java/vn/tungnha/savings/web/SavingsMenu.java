package vn.tungnha.savings.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

/** Line of the menu. */
@Configuration(proxyBeanMethods = false)
class SavingsMenu {

    @Bean
    MenuEntry savingsEntry() {
        return new MenuEntry(
                "savings.menu",
                "/savings",
                49,
                Set.of(
                        "ADMIN",
                        "PROVINCE_OFFICER",
                        "DISTRICT_OFFICER",
                        "WARD_OFFICER",
                        "WARD_LEADER",
                        "LEADERSHIP_VIEWER"));
    }
}
