package vn.tungnha.teams.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamResponsibles;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitView;

/** Which organisation is responsible: for many teams, or whole wards, on one page. */
@Controller
@RequestMapping("/teams/responsible")
@Allowed(
        value = {Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER},
        place = "unit:unit")
@RequiredArgsConstructor
class ResponsiblesController {

    private static final int PAGE = 100;

    private final Teams teams;
    private final TeamResponsibles responsibles;
    private final TeamRegistration registration;
    private final TeamWords words;
    private final Clock clock;

    /** What is typed; an empty name = nobody. */
    record Assignment(
            @Nullable List<Long> teams,
            @Nullable List<Long> wards,

            @Size(max = 120, message = "{teams.error.long}") @Nullable
            String name,

            @Size(max = 120, message = "{teams.error.long}") @Nullable
            String contact,

            @NotNull(message = "{teams.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate from) {}

    /** A ward or a team with who is responsible now. */
    record Line(long id, String name, String where, String responsible) {}

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute("form", new Assignment(List.of(), List.of(), "", "", Days.today(clock)));
        return page(unit, p, user, locale, model);
    }

    @PostMapping
    String assign(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "0") int p,
            @Valid @ModelAttribute("form") Assignment form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    int given = responsibles.assign(
                            Objects.requireNonNullElse(form.teams(), List.of()),
                            Objects.requireNonNullElse(form.wards(), List.of()),
                            Decree.text(form.name()),
                            Decree.text(form.contact()),
                            Objects.requireNonNull(form.from()),
                            user);
                    flash.addFlashAttribute(
                            "flash",
                            words.say(
                                    locale,
                                    "teams.responsible.done",
                                    Vn.in(locale).number(given)));
                    return "redirect:" + address(unit);
                },
                () -> page(unit, p, user, locale, model));
    }

    private String page(@Nullable String unit, int p, CurrentUser user, Locale locale, Model model) {
        LocalDate today = Days.today(clock);
        Vn vn = Vn.in(locale);
        UnitView ward = unit == null || unit.isBlank() ? null : registration.ward(unit, user);
        TeamQuery all = TeamQuery.all(today);
        TeamQuery query = ward == null ? all : all.under(ward.id());
        PageOf<TeamRow> found = teams.list(query, user, new Paging(p, PAGE));
        List<TeamResponsibles.WardLine> wards = ward == null ? responsibles.wards(today, user) : List.of();
        model.addAttribute("unit", unit);
        model.addAttribute("ward", ward == null ? null : ward.fullName());
        model.addAttribute(
                "wardLines",
                wards.stream()
                        .map(it -> new Line(
                                it.id(),
                                it.name(),
                                words.say(locale, "teams.responsible.covered", vn.fraction(it.covered(), it.teams())),
                                it.names() == null ? Vn.NONE : it.names()))
                        .toList());
        model.addAttribute(
                "teamLines",
                found.items().stream()
                        .map(it -> new Line(
                                it.id(),
                                it.name(),
                                it.communeName() == null ? Vn.NONE : it.communeName(),
                                it.responsible() == null ? Vn.NONE : it.responsible()))
                        .toList());
        model.addAttribute("known", teams.responsibles(query, user));
        model.addAttribute("action", address(unit));
        model.addAttribute("pages", Pages.of(found, address(unit), vn));
        return "teams/responsible";
    }

    private static String address(@Nullable String unit) {
        return unit == null || unit.isBlank()
                ? "/teams/responsible"
                : UriComponentsBuilder.fromPath("/teams/responsible")
                        .queryParam("unit", "{unit}")
                        .encode()
                        .buildAndExpand(unit)
                        .toUriString();
    }
}
