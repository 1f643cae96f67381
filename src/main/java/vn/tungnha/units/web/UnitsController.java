package vn.tungnha.units.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitHistories;
import vn.tungnha.units.UnitHistory;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The tree of units on any day, and the page of each of them. */
@Controller
@RequestMapping("/units")
@RequiredArgsConstructor
class UnitsController {

    private static final int ROWS = 50;

    private final Units units;
    private final UnitHistories histories;
    private final ScopeGuard guard;
    private final Clock clock;

    @GetMapping
    @Allowed
    String list(
            @RequestParam @Nullable String on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        LocalDate day = day(on);
        model.addAttribute("reforms", user.has(Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER));
        boolean searching = !q.isBlank();
        UnitQuery query = searching ? UnitQuery.on(day).q(q) : UnitQuery.on(day).level(UnitLevel.PROVINCE);
        PageOf<UnitView> found = units.search(query, new Paging(p, searching ? ROWS : 100));
        model.addAttribute("q", q);
        model.addAttribute("on", day.toString());
        model.addAttribute("day", Vn.in(locale).day(day));
        model.addAttribute(
                "rows",
                found.items().stream().map(unit -> UnitPage.row(unit, day)).toList());
        model.addAttribute("total", Vn.in(locale).number(found.total()));
        if (searching) {
            model.addAttribute("context", placesOf(found.items(), day));
            model.addAttribute("pages", Pages.of(found, address(q, day), Vn.in(locale)));
        } else {
            model.addAttribute("areas", rows(UnitQuery.on(day).level(UnitLevel.AREA), day));
        }
        return "units/list";
    }

    /** One branch of the tree, for a page that is open already. */
    @GetMapping("/{code}/children")
    @Allowed
    String children(@PathVariable String code, @RequestParam @Nullable String on, Model model) {
        LocalDate day = day(on);
        UnitView unit = units.require(code, day);
        model.addAttribute("rows", rows(units.children(unit.id(), day), day));
        return "units/list :: branch";
    }

    @GetMapping("/{code}")
    @Allowed
    String show(
            @PathVariable String code,
            @RequestParam @Nullable String on,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        UnitRef ref = UnitRef.parse(code);
        LocalDate day = ref.dayOr(day(on));
        UnitView unit = units.nearest(ref.code(), day).orElseThrow(() -> new NotFound("unit", code));
        if (day.isBefore(unit.validFrom())
                || day.isAfter(unit.validTo())
                || !unit.code().equals(ref.code())) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return gone(unit, day, locale, model);
        }
        UnitHistory history = histories.of(unit.id());
        PageOf<UnitView> children = units.search(UnitQuery.on(day).parent(unit.id()), new Paging(p, ROWS));
        Vn vn = Vn.in(locale);
        boolean writes = unit.validTo().equals(Days.FOREVER)
                && guard.covers(user.as(Role.WARD_OFFICER, Role.ADMIN).scope(), Data.FIGURES, unit.id());
        boolean reforms = writes && unit.level() == UnitLevel.COMMUNE
                || unit.level() == UnitLevel.PROVINCE
                        && guard.covers(
                                user.as(Role.PROVINCE_OFFICER, Role.ADMIN).scope(), Data.FIGURES, unit.id());
        model.addAttribute("reforms", reforms ? unit.code() : null);
        model.addAttribute(
                "map",
                reforms && unit.level() == UnitLevel.PROVINCE && unit.validTo().equals(Days.FOREVER)
                        ? unit.code()
                        : null);
        model.addAttribute(
                "page",
                new UnitPage(
                        unit.code(),
                        unit.fullName(),
                        "units.level." + unit.level(),
                        day.toString(),
                        vn.day(day),
                        crumbs(unit, day),
                        links(units.areas(unit.id(), day), day),
                        rows(children.items(), day),
                        Pages.of(children, UnitPage.url(unit, day), vn),
                        UnitPage.versions(history, vn),
                        UnitPage.parents(history, vn),
                        UnitPage.steps(history, vn),
                        FamilyTree.of(history, vn).orElse(null),
                        writes && unit.level() == UnitLevel.COMMUNE,
                        writes && unit.level() == UnitLevel.VILLAGE));
        return "units/show";
    }

    private String gone(UnitView unit, LocalDate day, Locale locale, Model model) {
        Vn vn = Vn.in(locale);
        model.addAttribute("name", unit.fullName());
        model.addAttribute("code", unit.code());
        model.addAttribute("day", vn.day(day));
        model.addAttribute("ended", day.isAfter(unit.validTo()));
        model.addAttribute("last", vn.day(unit.validTo()));
        model.addAttribute("first", vn.day(unit.validFrom()));
        LocalDate shown = day.isAfter(unit.validTo()) ? unit.validTo() : unit.validFrom();
        model.addAttribute("then", "/units/" + unit.code() + "@" + shown);
        model.addAttribute("successors", links(units.successors(unit.id(), day), day));
        return "units/gone";
    }

    private List<Choice> crumbs(UnitView unit, LocalDate day) {
        return Stream.concat(
                        Stream.of(new Choice("/units?on=" + day, "")),
                        links(units.ancestors(unit.id(), day), day).stream())
                .toList();
    }

    private List<String> placesOf(List<UnitView> found, LocalDate day) {
        var parents = units.all(
                found.stream().map(UnitView::parentId).filter(Objects::nonNull).toList(), day);
        return found.stream()
                .map(unit -> Stream.ofNullable(unit.parentId())
                        .flatMap(parent -> Stream.ofNullable(parents.get(parent)))
                        .map(UnitView::fullName)
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    private List<UnitPage.Row> rows(UnitQuery query, LocalDate day) {
        return rows(units.search(query, new Paging(0, 1000)).items(), day);
    }

    private static List<UnitPage.Row> rows(List<UnitView> found, LocalDate day) {
        return found.stream().map(unit -> UnitPage.row(unit, day)).toList();
    }

    private static List<Choice> links(List<UnitView> found, LocalDate day) {
        return found.stream()
                .map(unit -> new Choice(UnitPage.url(unit, day), unit.fullName()))
                .toList();
    }

    private static String address(String q, LocalDate day) {
        return UriComponentsBuilder.fromPath("/units")
                .queryParam("on", day)
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
    }

    private LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Days.today(clock);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw RuleBroken.at("on", "units.bad-day", text);
        }
    }
}
