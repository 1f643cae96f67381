package vn.tungnha.allowances.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

/** The line of the menu. */
@Configuration(proxyBeanMethods = false)
class AllowancesMenu {

    @Bean
    MenuEntry allowancesEntry() {
        return new MenuEntry(
                "allowances.menu",
                "/allowances",
                50,
                Set.of(
                        "ADMIN",
                        "PROVINCE_OFFICER",
                        "DISTRICT_OFFICER",
                        "WARD_OFFICER",
                        "WARD_LEADER",
                        "LEADERSHIP_VIEWER"));
    }
}
