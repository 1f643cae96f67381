package vn.tungnha.identity.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

@Configuration(proxyBeanMethods = false)
class IdentityMenu {

    @Bean
    MenuEntry accountsMenu() {
        return new MenuEntry("identity.menu", "/accounts", 80, Set.of("ADMIN", "PROVINCE_OFFICER", "WARD_OFFICER"));
    }
}
