package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.AccountDirectory;
import vn.tungnha.identity.AccountQuery;
import vn.tungnha.identity.AccountRow;
import vn.tungnha.identity.Accounts;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.DeviceDirectory;
import vn.tungnha.identity.LoginCards;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TemporaryPassword;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;

/** The accounts one looks after; the services answer 404 for all others. */
@Controller
@RequestMapping("/accounts")
@Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER})
@RequiredArgsConstructor
class AccountsController {

    private static final int PAGE = 50;

    private final AccountDirectory directory;
    private final Accounts accounts;
    private final LoginCards cards;
    private final AccountWords words;
    private final DeviceDirectory devices;
    private final DeviceWords deviceWords;

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        PageOf<AccountRow> page = directory.list(new AccountQuery(q, role), user, new Paging(p, PAGE));
        String address = UriComponentsBuilder.fromPath("/accounts")
                .queryParam("q", "{q}")
                .queryParam("role", role == null ? "" : role.name())
                .encode()
                .buildAndExpand(q)
                .toUriString();
        long never = user.has(Role.ADMIN, Role.WARD_OFFICER)
                ? cards.neverSignedIn(user).size()
                : 0;
        model.addAttribute("waiting", never == 0 ? null : Vn.in(locale).number(never));
        model.addAttribute("q", q);
        model.addAttribute("role", role == null ? "" : role.name());
        model.addAttribute("roles", roles(user, locale));
        model.addAttribute(
                "rows",
                page.items().stream().map(row -> words.line(row, locale)).toList());
        model.addAttribute("pages", Pages.of(page, address, Vn.in(locale)));
        return "identity/list";
    }

    @GetMapping("/new")
    String blank(CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", new AccountForm("", "", null, null, onlyRole(user), null, null, null));
        return form(user, locale, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") AccountForm form,
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
                    TemporaryPassword made = accounts.create(form.command(), user);
                    return shownOnce(made, flash);
                },
                () -> form(user, locale, model));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("assignment", new AssignmentForm(onlyRole(user), null, null, null));
        return page(id, user, locale, model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, CurrentUser user, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", AccountEditForm.of(directory.get(id, user)));
        return "identity/edit";
    }

    @PostMapping("/{id}")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AccountEditForm form,
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
                    accounts.edit(id, form.version(), form.displayName(), form.title(), form.phone(), user);
                    return done(id, "identity.account.saved", locale, flash);
                },
                () -> {
                    model.addAttribute("id", id);
                    return "identity/edit";
                });
    }

    @PostMapping("/{id}/password")
    String resetPassword(@PathVariable UUID id, CurrentUser user, RedirectAttributes flash) {
        return shownOnce(accounts.resetPassword(id, user), flash);
    }

    @PostMapping("/{id}/closure")
    String close(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        accounts.enable(id, false, user);
        return done(id, "identity.account.closed", locale, flash);
    }

    @PostMapping("/{id}/opening")
    String open(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        accounts.enable(id, true, user);
        return done(id, "identity.account.opened", locale, flash);
    }

    @PostMapping("/{id}/assignments")
    String assign(
            @PathVariable UUID id,
            @Valid @ModelAttribute("assignment") AssignmentForm form,
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
                    accounts.assign(id, form.command(), user);
                    return done(id, "identity.assignment.given", locale, flash);
                },
                () -> page(id, user, locale, model));
    }

    @PostMapping("/{id}/assignments/{assignment}/end")
    String endAssignment(
            @PathVariable UUID id,
            @PathVariable long assignment,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        accounts.endAssignment(id, assignment, user);
        return done(id, "identity.assignment.ended", locale, flash);
    }

    private String page(UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("account", words.card(directory.get(id, user), locale));
        model.addAttribute("devices", deviceWords.others(devices.of(id, user), "", locale));
        return choices(user, locale, model, "identity/show");
    }

    private String form(CurrentUser user, Locale locale, Model model) {
        return choices(user, locale, model, "identity/form");
    }

    private String choices(CurrentUser user, Locale locale, Model model, String view) {
        model.addAttribute("roles", roles(user, locale));
        model.addAttribute("places", user.has(Role.ADMIN) ? List.of() : directory.placesToGive(user));
        return view;
    }

    private List<Choice> roles(CurrentUser user, Locale locale) {
        return words.roles(Accounts.mayGive(user), locale);
    }

    private static @Nullable Role onlyRole(CurrentUser user) {
        return user.has(Role.WARD_OFFICER) && Accounts.mayGive(user).contains(Role.TEAM_LEADER)
                ? Role.TEAM_LEADER
                : null;
    }

    private static String shownOnce(TemporaryPassword password, RedirectAttributes flash) {
        flash.addFlashAttribute("temporary", password);
        return "redirect:/accounts/" + password.accountId();
    }

    private String done(UUID id, String key, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", words.text(key, locale));
        return "redirect:/accounts/" + id;
    }
}
