package vn.tungnha.allowances.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.allowances.AllowanceRule;
import vn.tungnha.allowances.AllowanceRules;
import vn.tungnha.allowances.RuleBasis;
import vn.tungnha.allowances.RuleStatus;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;

/** Rules by which is paid: everybody may read them; an administrator writes, tries and puts them into force. */
@Controller
@RequestMapping("/allowances/rules")
@RequiredArgsConstructor
class RulesController {

    private static final String HERE = "redirect:/allowances/rules";
    private static final String SHOW = "redirect:/allowances/rules/";

    private final AllowanceRules rules;
    private final RulePages pages;
    private final ReportPlaces places;
    private final MessageSource messages;

    @GetMapping
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    })
    String list(CurrentUser user, Locale locale, Model model) {
        boolean admin = user.has(Role.ADMIN);
        Words words = new Words(messages, locale);
        model.addAttribute(
                "rules",
                rules.list(admin, user).stream()
                        .map(it -> pages.line(it, admin, words))
                        .toList());
        model.addAttribute("writes", admin);
        return "allowances/rules";
    }

    /** @param replaces a rule in force that the new one follows */
    @GetMapping("/new")
    @Allowed(Role.ADMIN)
    String fresh(
            @RequestParam(required = false) @Nullable Long replaces, CurrentUser user, Locale locale, Model model) {
        LocalDate from = YearMonth.from(places.today()).plusMonths(1).atDay(1);
        RuleForm form = replaces == null
                ? new RuleForm(
                        0,
                        null,
                        RuleBasis.MEMBER_DAY,
                        null,
                        null,
                        null,
                        List.of(),
                        true,
                        0,
                        null,
                        BigDecimal.ONE,
                        null,
                        null,
                        null,
                        null,
                        from,
                        null,
                        null)
                : pages.form(rules.get(replaces)).after(replaces, from);
        model.addAttribute("rule", form);
        return form(null, form, user, new Words(messages, locale), model);
    }

    @PostMapping
    @Allowed(Role.ADMIN)
    String create(
            @Valid @ModelAttribute("rule") RuleForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return write(null, form, errors, user, new Words(messages, locale), model, after, response);
    }

    @GetMapping("/{id}")
    @Allowed(Role.ADMIN)
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        AllowanceRule rule = rules.get(id);
        model.addAttribute("line", pages.line(rule, true, words));
        model.addAttribute("draft", rule.status() == RuleStatus.DRAFT);
        model.addAttribute("unit", unit == null ? "" : unit);
        model.addAttribute("period", period == null ? "" : period);
        if (unit != null && !unit.isBlank()) {
            pages.preview(rule, unit, period, user, words, model);
        }
        return "allowances/rule";
    }

    @GetMapping("/{id}/edit")
    @Allowed(Role.ADMIN)
    String edit(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        RuleForm form = pages.form(rules.get(id));
        model.addAttribute("rule", form);
        return form(id, form, user, new Words(messages, locale), model);
    }

    @PostMapping("/{id}")
    @Allowed(Role.ADMIN)
    String save(
            @PathVariable long id,
            @Valid @ModelAttribute("rule") RuleForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return write(id, form, errors, user, new Words(messages, locale), model, after, response);
    }

    @PostMapping("/{id}/force")
    @Allowed(Role.ADMIN)
    String putInForce(
            @PathVariable long id,
            @RequestParam int version,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            rules.putInForce(id, version, user);
            after.addFlashAttribute("flash", words.say("rule.in-force"));
            return HERE;
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            return show(id, null, null, user, locale, model);
        }
    }

    @PostMapping("/{id}/end")
    @Allowed(Role.ADMIN)
    String end(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate lastDay,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            rules.end(id, version, lastDay, reason, user);
            after.addFlashAttribute("flash", words.say("rule.ended"));
            return HERE;
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("reason", reason);
            return show(id, null, null, user, locale, model);
        }
    }

    private String write(
            @Nullable Long id,
            RuleForm form,
            BindingResult errors,
            CurrentUser user,
            Words words,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    String code = form.unit();
                    if (code == null || code.isBlank()) {
                        throw RuleBroken.at("unit", "allowances.error.needed");
                    }
                    UnitView unit = places.unit(code, null, user).orElseThrow();
                    long written = rules.write(id, FormRules.seen(form.version()), form.command(unit.id()), user);
                    after.addFlashAttribute("flash", words.say("rule.saved"));
                    return SHOW + written;
                },
                () -> form(id, form, user, words, model));
    }

    private String form(@Nullable Long id, RuleForm form, CurrentUser user, Words words, Model model) {
        model.addAttribute("id", id);
        // a form with an unreadable field is no form for the template
        model.addAttribute("pickedKinds", form.kinds() == null ? List.of() : form.kinds());
        pages.choices(rules.list(false, user), words, model);
        return "allowances/rule-form";
    }
}
