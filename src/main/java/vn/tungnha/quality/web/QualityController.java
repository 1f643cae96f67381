package vn.tungnha.quality.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.quality.Quality;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** What should be looked at again: of a ward one by one, of a place above by ward. */
@Controller
@RequestMapping("/quality")
@RequiredArgsConstructor
class QualityController {

    private static final int PROVINCES = 100;

    private static final Role[] PLACES = {
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    };

    private final Quality quality;
    private final QualityPages pages;
    private final Units units;
    private final ScopeGuard guard;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER,
        Role.TEAM_LEADER
    })
    String show(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean own,
            @RequestParam(required = false) @Nullable String check,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        if (!user.has(PLACES)) {
            if (unit != null && !unit.isBlank()) {
                place(unit, user);
            }
            QualityWords words = new QualityWords(messages, locale);
            model.addAttribute("page", pages.teams("/quality", named(check), p, user, words));
            return "quality/ward";
        }
        return page(unit, own, check, p, user.as(PLACES), locale, model);
    }

    /** The same as a file: of a ward every open fault the reader may read, of a place above how many there are where. */
    @GetMapping("/table.{format:csv|xlsx}")
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    })
    void table(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String unit,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        UnitView place = place(unit, user).orElseThrow(() -> new NotFound("unit", String.valueOf(unit)));
        List<List<String>> rows = pages.table(place, user, new QualityWords(messages, locale));
        try (TableWriter out = TableAnswer.open("quality-" + place.code(), format, response)) {
            out.heading(rows.get(0));
            for (List<String> row : rows.subList(1, rows.size())) {
                out.row(row);
            }
        }
    }

    @PostMapping("/acceptance")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
    String accept(
            @RequestParam String unit,
            @RequestParam String check,
            @RequestParam String subject,
            @RequestParam String mark,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UnitView ward = place(unit, user).orElseThrow();
        QualityWords words = new QualityWords(messages, locale);
        try {
            quality.accept(ward.id(), check, subject, mark, reason, user);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale));
            model.addAttribute("typed", reason);
            model.addAttribute("subject", subject);
            return page(unit, true, check, 0, user, locale, model);
        }
        flash.addFlashAttribute("flash", words.say("accepted"));
        return "redirect:/quality?unit=" + ward.code() + "&own=true&check=" + check;
    }

    @PostMapping("/acceptance/{id}/end")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
    String reopen(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String check,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        quality.reopen(id, user);
        flash.addFlashAttribute("flash", new QualityWords(messages, locale).say("reopened"));
        return "redirect:/quality?unit=" + place(unit, user).map(UnitView::code).orElse("") + "&own=true&check="
                + (check.matches("[A-Z_]+") ? check : "");
    }

    private String page(
            @Nullable String unit,
            boolean own,
            @Nullable String check,
            int page,
            CurrentUser user,
            Locale locale,
            Model model) {
        QualityWords words = new QualityWords(messages, locale);
        model.addAttribute("mayset", user.has(Role.ADMIN));
        Optional<UnitView> place = place(unit, user);
        if (place.isEmpty()) {
            model.addAttribute("provinces", provinces());
            return "quality/provinces";
        }
        if (place.get().level() == UnitLevel.COMMUNE || own) {
            Choice above = place.get().level() == UnitLevel.COMMUNE
                    ? above(place.get(), user)
                    : new Choice(
                            "/quality?unit=" + place.get().code(), place.get().fullName());
            model.addAttribute("page", pages.ward(place.get(), above, named(check), page, user, words));
            return "quality/ward";
        }
        model.addAttribute("page", pages.above(place.get(), user, words));
        return "quality/above";
    }

    private static @Nullable String named(@Nullable String check) {
        return check == null || check.isBlank() ? null : check;
    }

    /** The province, for those who see it. */
    private @Nullable Choice above(UnitView ward, CurrentUser user) {
        Long parent = ward.parentId();
        if (parent == null || !guard.covers(user.scope(), Data.FIGURES, parent)) {
            return null;
        }
        UnitView unit = units.get(parent, Days.today(clock));
        return new Choice("/quality?unit=" + unit.code(), unit.fullName());
    }

    private Optional<UnitView> place(@Nullable String asked, CurrentUser user) {
        LocalDate today = Days.today(clock);
        if (asked == null || asked.isBlank()) {
            return units.all(user.scope().roots(Data.FIGURES), today).values().stream()
                    .filter(it ->
                            it.level() != UnitLevel.VILLAGE && !it.validTo().isBefore(today))
                    .min(Comparator.comparing(UnitView::level).thenComparing(UnitView::code));
        }
        UnitRef ref = UnitRef.parse(asked.strip());
        UnitView unit = units.require(ref.code(), ref.dayOr(today));
        guard.require(user.scope(), Data.FIGURES, unit.id());
        return Optional.of(unit);
    }

    private List<Choice> provinces() {
        UnitQuery query = UnitQuery.on(Days.today(clock)).level(UnitLevel.PROVINCE);
        return units.search(query, new Paging(0, PROVINCES)).items().stream()
                .map(it -> new Choice("/quality?unit=" + it.code(), it.fullName()))
                .toList();
    }
}
