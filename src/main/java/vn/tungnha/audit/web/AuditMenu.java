package vn.tungnha.audit.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

@Configuration(proxyBeanMethods = false)
class AuditMenu {

    @Bean
    MenuEntry auditMenuEntry() {
        return new MenuEntry("audit.menu", "/audit", 90, Set.of("ADMIN", "PROVINCE_OFFICER", "WARD_OFFICER"));
    }
}
