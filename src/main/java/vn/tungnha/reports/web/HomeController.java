package vn.tungnha.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
                : widest(units.all(user.scope().figures(), today).values(), today);
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

    /** An ended district leaves its villages in the scope; whoever has what they belong to now begins there. */
    private List<UnitView> widest(Collection<UnitView> places, LocalDate today) {
        Set<Long> covered = places.stream()
                .filter(place -> place.level() != UnitLevel.VILLAGE)
                .flatMap(place -> units.under(place.id(), UnitLevel.VILLAGE, today).stream())
                .map(UnitView::id)
                .collect(Collectors.toSet());
        return places.stream()
                .filter(place -> !covered.contains(place.id()))
                .sorted(Comparator.comparing(UnitView::level).thenComparing(UnitView::code))
                .toList();
    }

    @GetMapping("/help")
    @Allowed
    String help() {
        return "reports/help";
    }
}
