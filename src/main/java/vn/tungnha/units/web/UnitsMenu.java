package vn.tungnha.units.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

@Configuration(proxyBeanMethods = false)
class UnitsMenu {

    @Bean
    MenuEntry unitsMenuEntry() {
        return new MenuEntry("units.menu", "/units", 70, Set.of());
    }
}
