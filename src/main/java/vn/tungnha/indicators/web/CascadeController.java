package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.CascadeCommand;
import vn.tungnha.indicators.CascadePlan;
import vn.tungnha.indicators.CascadePlan.Method;
import vn.tungnha.indicators.CascadePlans;
import vn.tungnha.indicators.Cascades;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.Standing;
import vn.tungnha.indicators.TargetCommand;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;

/** Handing a target down: proposed, mended by hand, confirmed, and taken back as a whole. */
@Controller
@RequiredArgsConstructor
@Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
class CascadeController {

    private static final String VIEW = "indicators/cascade";

    private final TargetBoard board;
    private final CascadePages pages;
    private final CascadePlans plans;
    private final Cascades cascades;
    private final MessageSource messages;

    @GetMapping(CascadePages.PATH)
    String propose(@RequestParam Map<String, String> asked, CurrentUser user, Locale locale, Model model) {
        TargetBoard.Read read = read(asked, user);
        model.addAttribute("page", pages.page(read, plan(read), Map.of(), null, locale));
        return VIEW;
    }

    @PostMapping(CascadePages.PATH)
    ModelAndView give(
            @RequestParam Map<String, String> typed, CurrentUser user, Locale locale, RedirectAttributes flash) {
        TargetBoard.Read read = read(typed, user);
        CascadePlan plan = plan(read);
        if (typed.containsKey("check")) {
            return again(read, plan, typed, null, HttpStatus.OK, locale);
        }
        try {
            int given = cascades.store(command(read, plan, typed), user);
            StandingWords words = StandingWords.of(messages, locale);
            flash.addFlashAttribute(
                    "flash", words.say("cascade.saved", words.vn().number(given)));
            return new ModelAndView(
                    "redirect:" + read.address().with(Map.of("how", "")).url(TargetPages.PATH));
        } catch (RuleBroken broken) {
            return again(read, plan, typed, broken, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
    }

    @PostMapping("/targets/cascades/{id}/reversal")
    String undo(
            @PathVariable String id,
            @RequestParam Map<String, String> asked,
            Locale locale,
            CurrentUser user,
            RedirectAttributes flash) {
        StandingWords words = StandingWords.of(messages, locale);
        Cascades.Undone undone = cascades.undo(id(id), words.say("undo.reason"), user);
        flash.addFlashAttribute(
                "flash",
                undone.kept() == 0
                        ? words.say("undo.done", words.vn().number(undone.undone()))
                        : words.say(
                                "undo.kept",
                                words.vn().number(undone.undone()),
                                words.vn().number(undone.kept())));
        return "redirect:" + TargetsAddress.of(asked).url(TargetPages.PATH);
    }

    /** A target of the year is handed down as one of the year, whatever month it was looked at in. */
    private TargetBoard.Read read(Map<String, String> asked, CurrentUser user) {
        TargetBoard.Read read = board.read(asked, user);
        Period own = read.own() == null ? read.period() : read.own().value().period();
        return own.equals(read.period()) ? read : board.read(with(asked, own), user);
    }

    private static Map<String, String> with(Map<String, String> asked, Period period) {
        Map<String, String> all = new HashMap<>(asked);
        all.put("period", period.code());
        return all;
    }

    private ModelAndView again(
            TargetBoard.Read read,
            CascadePlan plan,
            Map<String, String> typed,
            @Nullable RuleBroken broken,
            HttpStatus status,
            Locale locale) {
        ModelAndView view = new ModelAndView(VIEW);
        view.setStatus(status);
        view.addObject("page", pages.page(read, plan, typed, broken, locale));
        return view;
    }

    /** @throws NotFound when there is nothing to hand down, or nobody to hand it to */
    private CascadePlan plan(TargetBoard.Read read) {
        Standing whole = read.own();
        BigDecimal total = whole == null ? null : whole.goal();
        if (whole == null || total == null || read.parts().isEmpty()) {
            throw new NotFound("target to hand down", String.valueOf(read.address()));
        }
        return plans.plan(
                whole,
                total,
                read.parts(),
                read.choice(),
                method(read.address().get("how"), whole.kind()),
                read.structure());
    }

    private static Method method(@Nullable String asked, Kind kind) {
        Method method = Method.EVEN;
        if (asked != null) {
            for (Method each : Method.values()) {
                if (each.name().equalsIgnoreCase(asked)) {
                    method = each;
                }
            }
        } else if (kind == Kind.COUNT) {
            method = Method.POPULATION;
        }
        return kind == Kind.RATE && method == Method.POPULATION ? Method.EVEN : method;
    }

    /** An empty field hands nothing to that part. */
    private static CascadeCommand command(TargetBoard.Read read, CascadePlan plan, Map<String, String> typed) {
        List<CascadeCommand.Given> given = new ArrayList<>();
        for (CascadePlan.Row row : plan.rows()) {
            var place = row.standing().place();
            String field = CascadePages.FIELD + CascadePages.key(place);
            BigDecimal amount = Typed.number(field, typed.get(field), place.name() + ": " + typed.get(field));
            if (amount != null) {
                boolean whole = amount.stripTrailingZeros().scale() <= 0;
                if (plan.whole().kind() == Kind.COUNT && !whole) {
                    throw RuleBroken.at(field, "targets.error.whole", place.name());
                }
                given.add(new CascadeCommand.Given(
                        place, amount, CascadePages.version(typed, CascadePages.VERSION + CascadePages.key(place))));
            }
        }
        if (given.isEmpty()) {
            throw new RuleBroken("targets.error.nothing");
        }
        if (!typed.containsKey("sure")) {
            requireSure(plan, given);
        }
        return new CascadeCommand(
                plan.whole().place(),
                read.definition().code(),
                plan.whole().kind(),
                plan.whole().value().period(),
                plan.method(),
                typed.get("reason"),
                given);
    }

    /** What is mostly not meant is stored only when somebody says so. */
    private static void requireSure(CascadePlan plan, List<CascadeCommand.Given> given) {
        String unusual = given.stream()
                .filter(it -> !TargetCommand.isUsual(plan.whole().kind(), it.amount()))
                .map(it -> it.place().name() + " " + it.amount().toPlainString() + "%")
                .limit(3)
                .collect(Collectors.joining(", "));
        if (!unusual.isEmpty()) {
            throw RuleBroken.at("sure", "targets.error.rates", unusual);
        }
        if (plan.isThin() && given.size() <= plan.known()) {
            throw RuleBroken.at(
                    "sure", "targets.error.thin", plan.known(), plan.rows().size());
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound("cascade", text);
        }
    }
}
