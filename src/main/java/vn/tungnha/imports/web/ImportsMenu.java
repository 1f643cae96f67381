package vn.tungnha.imports.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

@Configuration(proxyBeanMethods = false)
class ImportsMenu {

    @Bean
    MenuEntry importsMenuEntry() {
        return new MenuEntry("imports.menu", "/imports", 46, Set.of("WARD_OFFICER", "ADMIN"));
    }
}
