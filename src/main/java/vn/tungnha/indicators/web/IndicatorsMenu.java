package vn.tungnha.indicators.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

@Configuration(proxyBeanMethods = false)
class IndicatorsMenu {

    @Bean
    MenuEntry indicatorsMenuEntry() {
        return new MenuEntry("indicators.menu", "/indicators", 50, Set.of());
    }

    @Bean
    MenuEntry targetsMenuEntry() {
        return new MenuEntry(
                "targets.menu",
                "/targets",
                52,
                Set.of(
                        "ADMIN",
                        "PROVINCE_OFFICER",
                        "DISTRICT_OFFICER",
                        "WARD_OFFICER",
                        "WARD_LEADER",
                        "LEADERSHIP_VIEWER"));
    }

    @Bean
    MenuEntry definitionsMenuEntry() {
        return new MenuEntry("indicators.define.menu", "/admin/indicators", 84, Set.of("ADMIN", "PROVINCE_OFFICER"));
    }
}
