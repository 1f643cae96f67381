package vn.tungnha.teams.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

@Configuration(proxyBeanMethods = false)
class TeamsMenu {

    @Bean
    MenuEntry teamsMenuEntry() {
        return new MenuEntry("teams.menu", "/teams", 20, Set.of());
    }
}
