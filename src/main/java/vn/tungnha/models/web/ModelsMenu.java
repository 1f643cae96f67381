package vn.tungnha.models.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

/** Lines of the menu. */
@Configuration(proxyBeanMethods = false)
class ModelsMenu {

    @Bean
    MenuEntry modelsEntry() {
        return new MenuEntry(
                "models.menu",
                "/models",
                48,
                Set.of(
                        "ADMIN",
                        "PROVINCE_OFFICER",
                        "DISTRICT_OFFICER",
                        "WARD_OFFICER",
                        "WARD_LEADER",
                        "LEADERSHIP_VIEWER"));
    }

    @Bean
    MenuEntry modelKindsEntry() {
        return new MenuEntry("models.kinds.menu", "/admin/model-kinds", 88, Set.of("ADMIN"));
    }
}
