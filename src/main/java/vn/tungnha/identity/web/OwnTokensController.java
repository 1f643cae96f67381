package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
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
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.OwnTokens;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.Vn;

/** One's own tokens: made, shown once, listed with their last use, taken back. */
@Controller
@RequestMapping("/account/tokens")
@Allowed
@RequiredArgsConstructor
class OwnTokensController {

    private static final String VIEW = "identity/tokens";
    private static final int[] LIVES = {1, 7, 30, 90, 180, 365, 730};

    private final OwnTokens tokens;
    private final AccountWords words;

    /** A token on the page. */
    record Line(UUID id, String name, String scopes, String made, String ends, String used) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "false") boolean feed, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", TokenForm.empty(feed));
        return page(user, locale, model);
    }

    @PostMapping
    String create(
            @ModelAttribute("form") TokenForm form,
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
                    int days = form.days() == null ? 0 : form.days();
                    OwnTokens.Made made = tokens.create(form.name(), form.chosen(), days, user);
                    flash.addFlashAttribute("secret", made.issued().token());
                    return "redirect:/account/tokens";
                },
                () -> page(user, locale, model));
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        tokens.revoke(id, user);
        flash.addFlashAttribute("flash", words.text("identity.tokens.revoked", locale));
        return "redirect:/account/tokens";
    }

    private String page(CurrentUser user, Locale locale, Model model) {
        model.addAttribute(
                "tokens", tokens.of(user).stream().map(it -> line(it, locale)).toList());
        model.addAttribute(
                "scopes",
                Arrays.stream(TokenScope.values())
                        .sorted(Comparator.comparing(it -> it != TokenScope.FEED))
                        .map(it -> new Choice(it.name(), scope(it, locale)))
                        .toList());
        model.addAttribute(
                "lives",
                IntStream.of(LIVES)
                        .mapToObj(days ->
                                new Choice(String.valueOf(days), words.text("identity.tokens.days.of", locale, days)))
                        .toList());
        return VIEW;
    }

    private Line line(ApiTokens.Kept token, Locale locale) {
        Vn vn = Vn.in(locale);
        Set<TokenScope> scopes = token.scopes();
        String name = token.name();
        return new Line(
                token.id(),
                name == null ? words.text("identity.tokens.unnamed", locale) : name,
                scopes == null
                        ? words.text("identity.tokens.scope.all", locale)
                        : List.copyOf(scopes).stream()
                                .map(it -> scope(it, locale))
                                .collect(Collectors.joining("; ")),
                vn.moment(token.createdAt()),
                vn.moment(token.expiresAt()),
                token.lastUsedAt() == null
                        ? words.text("identity.tokens.never", locale)
                        : vn.moment(token.lastUsedAt()));
    }

    private String scope(TokenScope scope, Locale locale) {
        return words.text("identity.tokens.scope." + scope, locale);
    }
}
