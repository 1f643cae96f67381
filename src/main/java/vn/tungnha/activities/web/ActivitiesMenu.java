package vn.tungnha.activities.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

/** Lines of the menu. */
@Configuration(proxyBeanMethods = false)
class ActivitiesMenu {

    @Bean
    MenuEntry activitiesEntry() {
        return new MenuEntry(
                "activities.menu",
                "/activities",
                46,
                Set.of(
                        "ADMIN",
                        "PROVINCE_OFFICER",
                        "DISTRICT_OFFICER",
                        "WARD_OFFICER",
                        "WARD_LEADER",
                        "LEADERSHIP_VIEWER"));
    }

    @Bean
    MenuEntry fieldActivitiesEntry() {
        return new MenuEntry("activities.field.menu", "/field/activities", 46, Set.of("TEAM_LEADER", "TEAM_MEMBER"));
    }

    @Bean
    MenuEntry activityKindsEntry() {
        return new MenuEntry("activities.kinds.menu", "/admin/activity-kinds", 86, Set.of("ADMIN"));
    }
}
