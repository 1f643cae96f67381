package vn.tungnha.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Where everybody begins: the team at its round, the office at its dashboard. */
@Controller
@RequiredArgsConstructor
class HomeController {

    private static final Set<Role> FIELD = Set.of(Role.TEAM_LEADER, Role.TEAM_MEMBER);

    private final Units units;
    private final Clock clock;

    @GetMapping("/")
    @Allowed
    String home(CurrentUser user, Model model) {
        if (!user.roles().isEmpty() && FIELD.containsAll(user.roles())) {
            return "redirect:/field";
        }
        LocalDate today = Days.today(clock);
        List<UnitView> places = user.scope().everything()
                ? units.search(UnitQuery.on(today).level(UnitLevel.PROVINCE), new Paging(0, 100))
                        .items()
                : units.all(user.scope().figures(), today).values().stream()
                        .sorted(Comparator.comparing(UnitView::level).thenComparing(UnitView::code))
                        .toList();
        if (places.size() == 1) {
            return "redirect:/dashboard/" + places.get(0).code();
        }
        model.addAttribute(
                "places",
                places.stream()
                        .map(place -> new Choice("/dashboard/" + place.code(), place.fullName()))
                        .toList());
        return "reports/places";
    }

    @GetMapping("/help")
    @Allowed
    String help() {
        return "reports/help";
    }
}
