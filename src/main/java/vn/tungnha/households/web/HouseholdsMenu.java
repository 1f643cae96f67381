package vn.tungnha.households.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

@Configuration(proxyBeanMethods = false)
class HouseholdsMenu {

    @Bean
    MenuEntry householdsMenuEntry() {
        return new MenuEntry(
                "households.menu",
                "/households",
                30,
                Set.of("WARD_OFFICER", "WARD_LEADER", "TEAM_LEADER", "TEAM_MEMBER", "ADMIN"));
    }
}
