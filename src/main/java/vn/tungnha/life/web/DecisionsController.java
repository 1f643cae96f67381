package vn.tungnha.life.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.life.DecisionDraft;
import vn.tungnha.life.DecisionKind;
import vn.tungnha.life.DecisionPaper;
import vn.tungnha.life.Decisions;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.Units;

/** Decisions on teams: listed, drafted from the register, thrown away. */
@Controller
@RequestMapping("/teams/decisions")
@Allowed({Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER})
@RequiredArgsConstructor
class DecisionsController {

    private static final int PAGE = 30;
    private static final Paging CHOICE = new Paging(0, 500);

    private final Decisions decisions;
    private final Teams teams;
    private final Units units;
    private final LifeWords words;
    private final Clock clock;

    /** One decision of the list. */
    record Line(String url, String title, String subject, String number, boolean signed) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int p, CurrentUser user, Locale locale, Model model) {
        PageOf<DecisionPaper> page = decisions.list(user, new Paging(p, PAGE));
        model.addAttribute(
                "lines", page.items().stream().map(paper -> line(paper, locale)).toList());
        model.addAttribute("pages", Pages.of(page, "/teams/decisions", Vn.in(locale)));
        model.addAttribute("mayWord", user.has(Role.ADMIN));
        return "life/decisions";
    }

    @GetMapping("/new")
    @Allowed(
            value = {Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "team:team")
    String blank(
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(defaultValue = "ESTABLISH") DecisionKind kind,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute(
                "form", new DraftForm(kind, team == null ? List.of() : List.of(team), Days.today(clock), ""));
        return form(team, user, locale, model);
    }

    @PostMapping
    String draft(
            @Valid @ModelAttribute("form") DraftForm form,
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
                    long id = decisions.draft(
                            new DecisionDraft(
                                    Objects.requireNonNull(form.kind()),
                                    new LinkedHashSet<>(Objects.requireNonNullElse(form.teams(), List.of())),
                                    Objects.requireNonNull(form.effective()),
                                    form.reason() == null ? "" : form.reason().strip()),
                            user);
                    flash.addFlashAttribute("flash", words.say(locale, "drafted"));
                    return "redirect:/teams/decisions/" + id;
                },
                () -> form(null, user, locale, model));
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable long id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        decisions.withdraw(id, user);
        flash.addFlashAttribute("flash", words.say(locale, "withdrawn"));
        return "redirect:/teams/decisions";
    }

    private String form(@Nullable Long team, CurrentUser user, Locale locale, Model model) {
        LocalDate today = Days.today(clock);
        TeamQuery all = TeamQuery.all(today);
        TeamView about = team == null ? null : teams.get(team, user);
        Long ward = about == null ? null : about.communeId();
        List<TeamRow> rows =
                teams.list(ward == null ? all : all.under(ward), user, CHOICE).items();
        List<Choice> choices = new ArrayList<>(rows.stream()
                .map(row -> new Choice(
                        String.valueOf(row.id()),
                        row.communeName() == null ? row.name() : row.name() + " · " + row.communeName()))
                .toList());
        if (about != null && rows.stream().noneMatch(row -> row.id() == about.id())) {
            choices.add(0, new Choice(String.valueOf(about.id()), about.name()));
        }
        model.addAttribute("kinds", words.kinds(locale));
        model.addAttribute("teamChoices", choices);
        return "life/decision-new";
    }

    private Line line(DecisionPaper paper, Locale locale) {
        Vn vn = Vn.in(locale);
        List<TeamView> named = teams.all(paper.teamIds(), paper.effective());
        String first = named.isEmpty() ? "" : named.get(0).name();
        String subject = named.size() > 1 ? words.say(locale, "and-others", first, vn.number(named.size() - 1)) : first;
        return new Line(
                "/teams/decisions/" + paper.id(),
                words.kind(paper.kind(), locale) + " " + subject,
                units.get(paper.unitId(), Days.today(clock)).fullName(),
                words.number(paper, locale),
                paper.signed());
    }
}
