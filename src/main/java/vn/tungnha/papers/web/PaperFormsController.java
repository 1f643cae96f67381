package vn.tungnha.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.papers.FormRegister;
import vn.tungnha.papers.PaperForm;
import vn.tungnha.papers.PaperForms;
import vn.tungnha.papers.PaperKind;
import vn.tungnha.papers.PaperRequest;
import vn.tungnha.papers.Papers;
import vn.tungnha.papers.SectionKind;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Forms of reports, as an administrator writes them: seen filled in before they are published. */
@Controller
@RequestMapping("/admin/papers")
@Allowed(Role.ADMIN)
@RequiredArgsConstructor
class PaperFormsController {

    private final PaperForms forms;
    private final Papers papers;
    private final FormRegister register;
    private final Units units;
    private final FormVersionLines lines;
    private final Definitions definitions;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    String list(Locale locale, Model model) {
        Words words = new Words(messages, locale);
        List<PaperForm> all = forms.today();
        Map<Long, UnitView> places = places(all);
        model.addAttribute(
                "lines",
                all.stream()
                        .map(it -> new Line(
                                it.code(),
                                "/admin/papers/" + it.code(),
                                words.name(it.nameVi(), it.nameEn()),
                                words.say("kind." + it.kind()),
                                it.unit() == null
                                        ? null
                                        : words.say(
                                                "form.only",
                                                Objects.requireNonNull(places.get(it.unit()))
                                                        .fullName()),
                                words.say("form.version", it.version()),
                                words.vn().day(it.validFrom())))
                        .toList());
        model.addAttribute(
                "removed",
                register.removed().stream()
                        .map(it -> new Removed(
                                it.code(),
                                words.name(it.nameVi(), it.nameEn()),
                                words.say("form.removed.by", it.by(), words.vn().day(it.day()))))
                        .toList());
        model.addAttribute("grains", lines.grains(words));
        return "papers/forms";
    }

    /** One form in the list. */
    record Line(
            String code,
            String url,
            String name,
            String kind,
            @Nullable String place,
            String version,
            String from) {}

    /** One that was taken away. */
    record Removed(String code, String name, String text) {}

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Locale locale, Model model) {
        return page(FormEntry.of(forms.versions(code).get(0), Days.today(clock)), code, locale, model);
    }

    /** Publishes the next version, or only shows what it would look like. */
    @PostMapping("/{code}")
    String save(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(defaultValue = "false") boolean preview,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        FormEntry typed = FormEntry.typed(params);
        try {
            if (preview) {
                preview(code, typed, params, user, model);
                return page(typed, code, locale, model);
            }
            int version = forms.change(
                    code, typed.version(), typed.validFrom(), typed.head(), typed.toSections(), typed.reason(), user);
            after.addFlashAttribute("flash", words.say("form.saved", version));
            return "redirect:/admin/papers/" + code;
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("field", broken.getField());
            return page(typed, code, locale, model);
        }
    }

    private void preview(
            String code, FormEntry typed, MultiValueMap<String, String> params, CurrentUser user, Model model) {
        PaperForm form = forms.versions(code).get(0);
        PaperForm candidate = forms.candidate(form, typed.head(), typed.toSections());
        @Nullable String unit = params.getFirst("unit");
        if (unit == null || unit.isBlank()) {
            throw RuleBroken.at("unit", "papers.error.unit");
        }
        boolean ofTeam = form.kind() == PaperKind.TEAM;
        if (ofTeam && !unit.matches("\\d{1,15}")) {
            throw RuleBroken.at("unit", "papers.error.team");
        }
        PaperRequest request = ofTeam
                ? new PaperRequest(null, Long.valueOf(unit), params.getFirst("period"), null)
                : new PaperRequest(unit, null, params.getFirst("period"), null);
        papers.preview(candidate, request, user).ifPresent(it -> model.addAttribute("paper", it));
        model.addAttribute("unit", unit);
        model.addAttribute("period", params.getFirst("period"));
    }

    private String page(FormEntry entry, String code, Locale locale, Model model) {
        Words words = new Words(messages, locale);
        List<PaperForm> versions = forms.versions(code);
        List<Choice> kinds = new ArrayList<>(List.of(new Choice("", words.say("section.none"))));
        Arrays.stream(SectionKind.values())
                .forEach(it -> kinds.add(new Choice(it.name(), words.say("section." + it.name()))));
        model.addAttribute("entry", entry);
        model.addAttribute("code", code);
        model.addAttribute(
                "name", words.name(versions.get(0).nameVi(), versions.get(0).nameEn()));
        model.addAttribute("team", versions.get(0).kind() == PaperKind.TEAM);
        model.addAttribute("kinds", kinds);
        place(versions.get(0), words, model);
        model.addAttribute("versions", lines.of(forms.history(code), words));
        model.addAttribute("indicators", indicators(words));
        return "papers/form";
    }

    /** For whom it is; what was typed and refused stays. */
    private void place(PaperForm form, Words words, Model model) {
        UnitView place = form.unit() == null ? null : places(List.of(form)).get(form.unit());
        if (!model.containsAttribute("only")) {
            model.addAttribute("only", place == null ? "" : place.code());
        }
        model.addAttribute("onlyName", place == null ? words.say("form.everybody") : place.fullName());
        model.addAttribute("removable", register.removable(form));
    }

    private Map<Long, UnitView> places(List<PaperForm> some) {
        return units.all(
                some.stream().map(PaperForm::unit).filter(Objects::nonNull).toList(), Days.today(clock));
    }

    private List<Choice> indicators(Words words) {
        List<Choice> choices = new ArrayList<>();
        for (IndicatorDefinition definition : definitions.list(Days.today(clock))) {
            String name = words.english() ? definition.nameEn() : definition.nameVi();
            choices.add(new Choice(definition.code(), name));
            definition.variants().stream()
                    .skip(1)
                    .forEach(it -> choices.add(new Choice(
                            definition.code() + "." + it.code(),
                            name + " · " + (words.english() ? it.nameEn() : it.nameVi()))));
        }
        return choices;
    }
}
