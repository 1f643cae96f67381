package vn.tungnha.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.indicators.TargetCommand;
import vn.tungnha.indicators.Targets;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitView;

/** The list of indicators and the card of each. */
@Controller
@RequestMapping("/indicators")
@RequiredArgsConstructor
class IndicatorsController {

    private static final String VIEW = "indicators/card";

    private final IndicatorCards cards;
    private final CardReads reads;
    private final CardExport exports;
    private final Definitions definitions;
    private final Figures figures;
    private final Targets targets;
    private final ShownUnit shown;
    private final MessageSource messages;

    @GetMapping
    @Allowed
    String list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user,
            Locale locale,
            Model model) {
        FigureWords words = new FigureWords(messages, locale);
        Period days = shown.period(period);
        UnitView place = shown.unit(unit, days.last(), user);
        List<IndicatorDefinition> all = definitions.list(days.last());
        List<IndicatorValue> values = place == null
                ? List.of()
                : figures.values(FigureQuery.ofUnits(
                        List.of(place.id()),
                        all.stream().map(it -> IndicatorChoice.of(it.code())).toList(),
                        List.of(days),
                        Structure.then()));
        PageAddress address = new PageAddress("/indicators", PageAddress.code(place), days, null, null);
        Map<String, List<Row>> pillars = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            IndicatorDefinition it = all.get(i);
            pillars.computeIfAbsent(it.pillar(), pillar -> new ArrayList<>())
                    .add(Row.of(it, values.isEmpty() ? null : values.get(i), address, words));
        }
        model.addAttribute("pillars", pillars);
        model.addAttribute(
                "switches", Switches.of(address, shown.place(place, days.last(), user), false, shown.today(), words));
        model.addAttribute("unitName", place == null ? words.text("card.no-unit") : place.fullName());
        model.addAttribute("reportUrl", address.at("/indicators/reported").url());
        model.addAttribute(
                "mayReport", place != null && shown.acts(place, user, Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN));
        return "indicators/list";
    }

    @GetMapping("/{code}")
    @Allowed
    String card(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String variant,
            @RequestParam(required = false) @Nullable String structure,
            CurrentUser user,
            Locale locale,
            Model model) {
        CardPage card = cards.card(code, unit, period, variant, structure, user, locale);
        model.addAttribute("card", card);
        model.addAttribute(
                "draft",
                TargetDraft.empty(card.address().period().code(), card.denominator() == null ? Kind.COUNT : Kind.RATE));
        return VIEW;
    }

    @GetMapping("/{code}/rows.{format:csv|xlsx}")
    @Allowed
    void rows(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String variant,
            @RequestParam(required = false) @Nullable String structure,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        CardRead read = reads.read(code, unit, period, variant, structure, user);
        exports.write(read, cards.series(read), format, locale, response);
    }

    @PostMapping("/{code}/targets")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
    ModelAndView target(
            @PathVariable String code,
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable String shown,
            @RequestParam(required = false) @Nullable String variant,
            @RequestParam(required = false) @Nullable String structure,
            @RequestParam(defaultValue = "") String period,
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        CardPage card = cards.card(code, unit, shown, variant, structure, user, locale);
        TargetDraft draft = new TargetDraft(period, kind.name(), amount, reason, null, null);
        try {
            Period days = period(period);
            targets.set(command(card.code(), unit, days, kind, amount, reason, user), user);
            FigureWords words = new FigureWords(messages, locale);
            flash.addFlashAttribute("flash", words.text("target.saved", words.period(days)));
            return new ModelAndView("redirect:" + card.address().url());
        } catch (RuleBroken broken) {
            ModelAndView again = new ModelAndView(VIEW);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            again.addObject("card", card);
            String message =
                    messages.getMessage(broken.getKey(), broken.getArguments().toArray(), locale);
            again.addObject("draft", draft.refused(message, broken.getField()));
            return again;
        }
    }

    private static Period period(String typed) {
        return Period.parse(typed.strip()).orElseThrow(() -> RuleBroken.at("period", "indicators.error.period"));
    }

    private TargetCommand command(
            String code, String unit, Period days, Kind kind, String amount, String reason, CurrentUser user) {
        UnitView place = shown.unit(unit, days.last(), user);
        if (place == null) {
            throw new NotFound("unit", unit);
        }
        BigDecimal typed = Typed.number("amount", amount, amount);
        if (typed == null) {
            throw RuleBroken.at("amount", "indicators.error.amount-missing");
        }
        return new TargetCommand(code, place.id(), null, days, kind, typed, reason);
    }

    /** One line of the list. */
    record Row(String name, String url, String value, String parts, String target, String source) {

        static Row of(IndicatorDefinition it, @Nullable IndicatorValue value, PageAddress address, FigureWords words) {
            String url = address.at("/indicators/" + it.code()).url();
            String name = words.english() ? it.nameEn() : it.nameVi();
            return value == null
                    ? new Row(name, url, Vn.NONE, Vn.NONE, Vn.NONE, Vn.NONE)
                    : new Row(
                            name,
                            url,
                            words.value(value),
                            words.parts(value),
                            words.target(value),
                            words.source(value));
        }
    }
}
