package vn.tungnha.contests.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

/** Lines of the menu. */
@Configuration(proxyBeanMethods = false)
class ContestsMenu {

    @Bean
    MenuEntry contestsEntry() {
        return new MenuEntry(
                "contests.menu",
                "/contests",
                53,
                Set.of(
                        "ADMIN",
                        "PROVINCE_OFFICER",
                        "DISTRICT_OFFICER",
                        "WARD_OFFICER",
                        "WARD_LEADER",
                        "LEADERSHIP_VIEWER"));
    }

    @Bean
    MenuEntry fieldContestsEntry() {
        return new MenuEntry("contests.field.menu", "/field/contests", 47, Set.of("TEAM_LEADER", "TEAM_MEMBER"));
    }
}
