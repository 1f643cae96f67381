package vn.tungnha.indicators.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.DefinitionDrafts;
import vn.tungnha.indicators.DefinitionFields;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Definitions of indicators as administrators write them: the list, one with its versions, and the draft. */
@Controller
@RequestMapping("/admin/indicators")
@RequiredArgsConstructor
class DefinitionsController {

    private static final String FORM = "indicators/definition-form";
    private static final Set<String> KINDS = Set.of("RATE", "COUNT", DefinitionFields.SCORE);

    private final DefinitionDrafts drafts;
    private final DefinitionPages pages;
    private final DefinitionLists lists;
    private final MessageSource messages;

    @GetMapping
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER})
    String list(CurrentUser user, Locale locale, Model model) {
        model.addAttribute("pillars", lists.pillars(locale));
        model.addAttribute("drafts", lists.newDrafts(locale));
        model.addAttribute("mayEdit", user.has(Role.ADMIN));
        return "indicators/definitions";
    }

    @GetMapping("/new")
    @Allowed(Role.ADMIN)
    String fresh(@RequestParam(defaultValue = "RATE") String kind, Locale locale, Model model) {
        requireKind(kind);
        model.addAttribute("page", pages.page(null, 0, pages.fresh(kind), null, locale));
        model.addAttribute("kind", kind);
        return FORM;
    }

    @PostMapping
    @Allowed(Role.ADMIN)
    ModelAndView start(@RequestParam Map<String, String> typed, CurrentUser user, Locale locale) {
        DefinitionFields fields = fields(typed);
        requireKind(fields.text("kind"));
        try {
            DefinitionDrafts.Draft draft = drafts.start(fields, user);
            return new ModelAndView("redirect:/admin/indicators/" + draft.code() + "/preview");
        } catch (RuleBroken broken) {
            return again(pages.page(null, 0, fields, broken, locale), fields.text("kind"));
        }
    }

    @GetMapping("/{code}")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER})
    String show(@PathVariable String code, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", lists.page(code, user, locale));
        return "indicators/definition";
    }

    @PostMapping("/{code}/drafts")
    @Allowed(Role.ADMIN)
    String open(@PathVariable String code, CurrentUser user) {
        return "redirect:/admin/indicators/" + drafts.open(code, user).code() + "/draft";
    }

    @GetMapping("/{code}/draft")
    @Allowed(Role.ADMIN)
    String draft(@PathVariable String code, Locale locale, Model model) {
        DefinitionDrafts.Draft draft = drafts.get(code);
        model.addAttribute("page", pages.page(code, draft.version(), draft.fields(), null, locale));
        model.addAttribute("kind", draft.fields().text("kind"));
        return FORM;
    }

    @PostMapping("/{code}/draft")
    @Allowed(Role.ADMIN)
    ModelAndView save(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "-1") int version,
            CurrentUser user,
            Locale locale) {
        DefinitionFields fields = fields(typed);
        fields.texts().put("code", code);
        fields.texts().put("kind", drafts.get(code).fields().text("kind"));
        try {
            drafts.save(code, version, fields, user);
            return new ModelAndView("redirect:/admin/indicators/" + code + "/preview");
        } catch (RuleBroken broken) {
            return again(pages.page(code, version, fields, broken, locale), fields.text("kind"));
        }
    }

    @PostMapping("/{code}/draft/discarding")
    @Allowed(Role.ADMIN)
    String discard(@PathVariable String code, CurrentUser user, Locale locale, RedirectAttributes flash) {
        drafts.discard(code, user);
        flash.addFlashAttribute(
                "flash", messages.getMessage("indicators.define.discarded", new Object[] {code}, locale));
        return "redirect:/admin/indicators";
    }

    private static void requireKind(String kind) {
        if (!KINDS.contains(kind)) {
            throw new NotFound("kind", kind);
        }
    }

    private static ModelAndView again(DefinitionPage page, String kind) {
        ModelAndView again = new ModelAndView(FORM);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        again.addObject("page", page);
        again.addObject("kind", kind);
        return again;
    }

    /** What belongs to the form's machinery is no part of the definition. */
    private static DefinitionFields fields(Map<String, String> typed) {
        Map<String, String> texts = new HashMap<>(typed);
        texts.keySet().removeIf(name -> name.startsWith("_") || name.equals("version") || name.equals("lang"));
        return new DefinitionFields(texts);
    }
}
