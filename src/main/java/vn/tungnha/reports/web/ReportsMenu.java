package vn.tungnha.reports.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

@Configuration(proxyBeanMethods = false)
class ReportsMenu {

    @Bean
    MenuEntry overviewMenuEntry() {
        return new MenuEntry("reports.menu", "/", 10, Set.of());
    }
}
