package vn.tungnha.quality.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.identity.CurrentUsers;
import vn.tungnha.quality.Quality;
import vn.tungnha.shared.MenuEntry;

/** Line of the menu, with how much is open in one's own ward. */
@Configuration(proxyBeanMethods = false)
class QualityMenu {

    @Bean
    MenuEntry qualityEntry(Quality quality, CurrentUsers users) {
        return new MenuEntry(
                "quality.menu",
                "/quality",
                47,
                Set.of(
                        "ADMIN",
                        "PROVINCE_OFFICER",
                        "DISTRICT_OFFICER",
                        "WARD_OFFICER",
                        "WARD_LEADER",
                        "LEADERSHIP_VIEWER",
                        "TEAM_LEADER"),
                () -> users.now().map(quality::waiting).orElse(0));
    }
}
