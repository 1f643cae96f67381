package vn.tungnha.allowances.web;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.allowances.AllowanceSheets;
import vn.tungnha.allowances.DayConfirmation;
import vn.tungnha.allowances.DayConfirmations;
import vn.tungnha.allowances.Reckoned;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.OutOfScope;

/** On the leader's phone: the own team's days of a month, and the word that they are right. */
@Controller
@RequestMapping("/field/days")
@Allowed(Role.TEAM_LEADER)
@RequiredArgsConstructor
class FieldDaysController {

    private final AllowanceSheets sheets;
    private final DayConfirmations confirmations;
    private final Months months;
    private final MessageSource messages;

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        long own = own(team, user);
        ReportPeriod month = month(own, period);
        Reckoned now = sheets.team(own, month, user);
        DayConfirmation confirmed =
                confirmations.of(List.of(own), month.code(), now).get(own);
        model.addAttribute("team", own);
        model.addAttribute("name", now.teams().get(0).name());
        model.addAttribute("period", month.code());
        model.addAttribute("nav", months.nav(month, "/field/days?team=" + own, words));
        model.addAttribute("grid", DayGrid.of(now, month, "/field/days", null, words));
        model.addAttribute("confirmed", DaySheetController.confirmed(confirmed, words));
        model.addAttribute("level", confirmed == null ? "none" : confirmed.current() ? "good" : "near");
        model.addAttribute("confirms", month.isOver(months.today()) && (confirmed == null || !confirmed.current()));
        return "allowances/field";
    }

    @PostMapping("/confirmation")
    String confirm(
            @RequestParam long team,
            @RequestParam String period,
            CurrentUser user,
            Locale locale,
            RedirectAttributes after) {
        long own = own(team, user);
        ReportPeriod month = month(own, period);
        sheets.confirm(own, month, user);
        after.addFlashAttribute("flash", new Words(messages, locale).say("field.done"));
        return "redirect:/field/days?team=" + own + "&period=" + month.code();
    }

    private ReportPeriod month(long team, @Nullable String period) {
        return months.of(period, sheets.wardOf(team, months.today()));
    }

    /** One's own team: the one asked for, else the first. */
    private static long own(@Nullable Long asked, CurrentUser user) {
        return user.scope().teams().stream()
                .filter(id -> asked == null || asked.equals(id))
                .sorted()
                .findFirst()
                .orElseThrow(() -> new OutOfScope("team", String.valueOf(asked)));
    }
}
