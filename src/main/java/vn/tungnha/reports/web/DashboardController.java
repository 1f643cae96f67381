package vn.tungnha.reports.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitNotInForce;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/**
 * The dashboard of any unit. What day its code is read at depends on the parameters, so the guard is asked in
 * {@link BoardPlace}.
 */
@Controller
@RequestMapping("/dashboard/{code}")
@RequiredArgsConstructor
class DashboardController {

    private final BoardPlace place;
    private final WardBoard wards;
    private final AreaBoard areas;
    private final ViewsBar views;
    private final Units units;
    private final MessageSource messages;

    @GetMapping
    @Allowed
    String show(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Words words = Words.of(messages, locale);
        BoardRequest request = place.request(code, params);
        UnitView unit;
        try {
            unit = place.require(request, user);
        } catch (UnitNotInForce gone) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return gone(gone, words, model);
        }
        views.show(request, user, model);
        if (unit.level() == UnitLevel.COMMUNE || unit.level() == UnitLevel.VILLAGE) {
            model.addAttribute("page", wards.page(unit, request, user, words));
            return "reports/ward";
        }
        model.addAttribute("page", areas.page(unit, request, user, words));
        return "reports/area";
    }

    /** The same for a page that is open already. */
    @HxRequest
    @GetMapping
    @Allowed
    String board(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        String view = show(code, params, user, locale, response, model);
        model.addAttribute("partial", true);
        return view + " :: board";
    }

    private String gone(UnitNotInForce gone, Words words, Model model) {
        Vn vn = words.vn();
        LocalDate day = gone.getDay();
        UnitView last = units.nearest(gone.getUnitCode(), day).orElseThrow();
        boolean ended = day.isAfter(last.validTo());
        LocalDate own = ended ? last.validTo() : last.validFrom();
        model.addAttribute("name", last.fullName());
        model.addAttribute("code", last.code());
        model.addAttribute("text", words.say(ended ? "gone.ended" : "gone.not-yet", vn.day(day), vn.day(own)));
        model.addAttribute(
                "past",
                new Choice(
                        "/dashboard/" + last.code() + "@" + own, words.say("gone.past", last.fullName(), vn.day(own))));
        model.addAttribute(
                "successors",
                gone.getSuccessors().stream()
                        .filter(heir -> heir.level() != UnitLevel.VILLAGE)
                        .map(heir -> new Choice("/dashboard/" + heir.code(), heir.fullName()))
                        .toList());
        return "reports/gone";
    }
}
