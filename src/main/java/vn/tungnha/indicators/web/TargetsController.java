package vn.tungnha.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
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
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.Standing;
import vn.tungnha.indicators.TargetCommand;
import vn.tungnha.indicators.Targets;
import vn.tungnha.shared.RuleBroken;

/** Targets of a unit and its parts, one target with its history, and setting one. */
@Controller
@RequestMapping("/targets")
@RequiredArgsConstructor
class TargetsController {

    private static final String ENTRY = "indicators/target";

    private final TargetBoard board;
    private final TargetPages pages;
    private final TargetEntries entries;
    private final TargetTables tables;
    private final Targets targets;
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
    String list(
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute("page", pages.page(board.read(asked, user), p, user, locale));
        return "indicators/targets";
    }

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
            @RequestParam Map<String, String> asked,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        tables.write(board.read(asked, user), format, locale, response);
    }

    @GetMapping("/entry")
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    })
    String entry(@RequestParam Map<String, String> asked, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", entries.page(board.one(asked, user), Map.of(), null, user, locale));
        return ENTRY;
    }

    @PostMapping("/entry")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
    ModelAndView set(
            @RequestParam Map<String, String> typed, CurrentUser user, Locale locale, RedirectAttributes flash) {
        TargetBoard.One one = board.one(typed, user);
        try {
            targets.set(command(one, typed), CascadePages.version(typed, "version"), user);
            StandingWords words = StandingWords.of(messages, locale);
            flash.addFlashAttribute(
                    "flash", words.say("entry.saved", words.figures().period(one.period())));
            return new ModelAndView("redirect:" + one.url());
        } catch (RuleBroken broken) {
            ModelAndView again = new ModelAndView(ENTRY);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            again.addObject("page", entries.page(one, typed, broken, user, locale));
            return again;
        }
    }

    /** Makes what follows from a merger the unit's own target, if that is still what follows. */
    @PostMapping("/confirmation")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
    ModelAndView confirm(
            @RequestParam Map<String, String> typed, CurrentUser user, Locale locale, RedirectAttributes flash) {
        TargetBoard.One one = board.one(typed, user);
        StandingWords words = StandingWords.of(messages, locale);
        Standing standing = one.standing();
        BigDecimal amount =
                standing.carried() == null ? null : standing.carried().amount();
        BigDecimal seen = Typed.number("amount", typed.get("amount"), "");
        if (amount == null || seen == null || amount.compareTo(seen) != 0) {
            throw new RuleBroken("targets.error.carried-changed");
        }
        targets.confirm(
                new TargetCommand(
                        one.definition().code(),
                        standing.place().id(),
                        null,
                        one.period(),
                        standing.kind(),
                        amount,
                        TargetPages.carriedText(standing, words)),
                CascadePages.version(typed, "version"),
                user);
        flash.addFlashAttribute(
                "flash", words.say("carried.saved", standing.place().name()));
        return new ModelAndView("redirect:" + one.url());
    }

    private static TargetCommand command(TargetBoard.One one, Map<String, String> typed) {
        Standing standing = one.standing();
        BigDecimal amount = Typed.number("amount", typed.get("amount"), String.valueOf(typed.get("amount")));
        if (amount == null) {
            throw RuleBroken.at("amount", "indicators.error.amount-missing");
        }
        if (standing.kind() == Kind.COUNT && amount.stripTrailingZeros().scale() > 0) {
            throw RuleBroken.at(
                    "amount", "targets.error.whole", standing.place().name());
        }
        if (!TargetCommand.isUsual(standing.kind(), amount) && !typed.containsKey("sure")) {
            throw RuleBroken.at("sure", "targets.error.rate", amount);
        }
        boolean team = standing.place().team();
        return new TargetCommand(
                one.definition().code(),
                team ? null : standing.place().id(),
                team ? standing.place().id() : null,
                one.period(),
                standing.kind(),
                amount,
                typed.get("reason"));
    }
}
