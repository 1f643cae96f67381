package vn.tungnha.papers.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

/** Lines of the menu. */
@Configuration(proxyBeanMethods = false)
class PapersMenu {

    @Bean
    MenuEntry papersEntry() {
        return new MenuEntry(
                "papers.menu",
                "/reports/papers",
                49,
                Set.of("PROVINCE_OFFICER", "DISTRICT_OFFICER", "WARD_OFFICER", "WARD_LEADER"));
    }

    @Bean
    MenuEntry paperFormsEntry() {
        return new MenuEntry("papers.forms", "/admin/papers", 92, Set.of("ADMIN"));
    }
}
