package vn.tungnha.markets.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.MenuEntry;

/** Lines of the menu. */
@Configuration(proxyBeanMethods = false)
class MarketsMenu {

    @Bean
    MenuEntry marketsEntry() {
        return new MenuEntry(
                "markets.menu",
                "/markets",
                47,
                Set.of(
                        "ADMIN",
                        "PROVINCE_OFFICER",
                        "DISTRICT_OFFICER",
                        "WARD_OFFICER",
                        "WARD_LEADER",
                        "LEADERSHIP_VIEWER"));
    }

    @Bean
    MenuEntry fieldMarketsEntry() {
        return new MenuEntry("markets.field.menu", "/field/markets", 47, Set.of("TEAM_LEADER", "TEAM_MEMBER"));
    }

    @Bean
    MenuEntry marketTermsEntry() {
        return new MenuEntry("markets.terms.menu", "/admin/market-terms", 87, Set.of("ADMIN"));
    }
}
