package vn.tungnha.closing.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.closing.Reminders;
import vn.tungnha.identity.CurrentUsers;
import vn.tungnha.shared.MenuEntry;

/** Lines of the menu, with what waits behind them. */
@Configuration(proxyBeanMethods = false)
class ClosingMenu {

    @Bean
    MenuEntry closingEntry(Reminders reminders, CurrentUsers users) {
        return new MenuEntry(
                "closing.menu",
                "/reports",
                48,
                Set.of(
                        "ADMIN",
                        "PROVINCE_OFFICER",
                        "DISTRICT_OFFICER",
                        "WARD_OFFICER",
                        "WARD_LEADER",
                        "LEADERSHIP_VIEWER"),
                () -> users.now().map(reminders::waiting).orElse(0));
    }

    @Bean
    MenuEntry fieldReportEntry(Reminders reminders, CurrentUsers users) {
        return new MenuEntry("closing.field.menu", "/field/report", 49, Set.of("TEAM_LEADER"), () -> users.now()
                .map(reminders::ofTeams)
                .map(List::size)
                .orElse(0));
    }
}
