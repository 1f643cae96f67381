package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.NotFound;
import vn.tungnha.visits.Cards;
import vn.tungnha.visits.CatalogueEditor;
import vn.tungnha.visits.CatalogueRow;
import vn.tungnha.visits.CatalogueRow.Kind;
import vn.tungnha.visits.Topic;

/** The words of the visit form, as administrators keep them. */
@Controller
@RequestMapping("/admin/catalogue")
@Allowed(Role.ADMIN)
@RequiredArgsConstructor
class CatalogueController {

    private final CatalogueEditor editor;
    private final Cards cards;
    private final MessageSource messages;

    @GetMapping
    String show(CurrentUser user, Locale locale, Model model) {
        Words words = new Words(messages, locale);
        model.addAttribute(
                "lists",
                Arrays.stream(Kind.values())
                        .map(kind -> CatalogueList.of(kind, editor.rows(kind, user), words))
                        .toList());
        model.addAttribute("cards", CatalogueList.cards(cards.all(user), words));
        return "visits/catalogue";
    }

    @GetMapping("/{list}/new")
    String fresh(@PathVariable String list, CurrentUser user, Locale locale, Model model) {
        Kind kind = kind(list);
        if (!kind.extensible()) {
            throw new NotFound("new", list);
        }
        int last = editor.rows(kind, user).stream()
                .map(CatalogueRow::position)
                .mapToInt(position -> position == null ? 0 : position)
                .max()
                .orElse(0);
        model.addAttribute("form", CatalogueForm.fresh(last + 1));
        return form(kind, null, user, locale, model);
    }

    @GetMapping("/{list}/{code}")
    String edit(@PathVariable String list, @PathVariable String code, CurrentUser user, Locale locale, Model model) {
        Kind kind = kind(list);
        model.addAttribute("form", CatalogueForm.of(editor.get(kind, code, user)));
        return form(kind, code, user, locale, model);
    }

    /** Without a code it is a new one. */
    @PostMapping({"/{list}", "/{list}/{code}"})
    String save(
            @PathVariable String list,
            @PathVariable(required = false) @Nullable String code,
            @ModelAttribute("form") CatalogueForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Kind kind = kind(list);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    CatalogueRow row = form.row(kind, code);
                    if (code == null) {
                        editor.add(row, user);
                    } else {
                        editor.edit(row, user);
                    }
                    return saved(row, locale, after);
                },
                () -> form(kind, code, user, locale, model));
    }

    private String saved(CatalogueRow row, Locale locale, RedirectAttributes after) {
        Words words = new Words(messages, locale);
        String name = "en".equals(locale.getLanguage()) ? row.nameEn() : row.nameVi();
        after.addFlashAttribute("flash", words.say("visits.catalogue.saved", name));
        return "redirect:/admin/catalogue#" + row.kind().slug();
    }

    private String form(Kind kind, @Nullable String code, CurrentUser user, Locale locale, Model model) {
        Words words = new Words(messages, locale);
        List<Choice> topics = new ArrayList<>(List.of(new Choice("", words.say("visits.catalogue.topic.none"))));
        editor.rows(Kind.TOPICS, user).stream()
                .filter(CatalogueRow::enabled)
                .forEach(topic -> topics.add(new Choice(topic.code(), CatalogueList.name(topic, words))));
        model.addAttribute("topics", topics);
        model.addAttribute(
                "pillars",
                Arrays.stream(Topic.Pillar.values())
                        .map(pillar -> new Choice(pillar.name(), words.say("visits.pillar." + pillar)))
                        .toList());
        model.addAttribute(
                "icons",
                StreamSupport.stream(Icons.accountNames().spliterator(), false)
                        .map(icon -> new Choice(icon, words.say("visits.catalogue.icon." + icon)))
                        .toList());
        model.addAttribute("kind", kind);
        model.addAttribute("code", code);
        model.addAttribute("list", words.say("visits.catalogue." + kind.slug()));
        model.addAttribute("action", "/admin/catalogue/" + kind.slug() + (code == null ? "" : "/" + code));
        return "visits/catalogue-form";
    }

    private static Kind kind(String slug) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound("catalogue", slug));
    }
}
