package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
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
import vn.tungnha.units.UnitView;

/** The list of indicators and the card of each. */
@Controller
@RequestMapping("/indicators")
@RequiredArgsConstructor
class IndicatorsController {

    private final IndicatorCards cards;
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
        Map<String, List<Row>> pillars = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            IndicatorDefinition it = all.get(i);
            pillars.computeIfAbsent(it.pillar(), pillar -> new ArrayList<>())
                    .add(Row.of(it, values.isEmpty() ? null : values.get(i), place, days, words));
        }
        model.addAttribute("pillars", pillars);
        model.addAttribute("unit", place == null ? "" : place.code());
        model.addAttribute("unitName", place == null ? words.text("card.no-unit") : place.fullName());
        model.addAttribute("period", days.code());
        model.addAttribute("periodText", words.period(days));
        model.addAttribute("mayReport", user.has(Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN));
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
        model.addAttribute("card", cards.card(code, unit, period, variant, structure, user, locale));
        return "indicators/card";
    }

    @PostMapping("/{code}/targets")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
    String target(
            @PathVariable String code,
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam Kind kind,
            @RequestParam String amount,
            @RequestParam(required = false) @Nullable String reason,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        Period days = shown.period(period);
        UnitView place = shown.unit(unit, days.last(), user);
        if (place == null) {
            throw new NotFound("unit", unit);
        }
        BigDecimal typed = Typed.number("amount", amount, "");
        targets.set(
                new TargetCommand(
                        code, place.id(), null, days, kind, Objects.requireNonNullElse(typed, BigDecimal.ZERO), reason),
                user);
        FigureWords words = new FigureWords(messages, locale);
        flash.addFlashAttribute("flash", words.text("target.saved", days.code()));
        return "redirect:"
                + UriComponentsBuilder.fromPath("/indicators/{code}")
                        .queryParam("unit", "{unit}")
                        .queryParam("period", "{period}")
                        .encode()
                        .build(code, unit, days.code());
    }

    /** One line of the list. */
    record Row(String name, String url, String value, String parts, String target, String source) {

        static Row of(
                IndicatorDefinition it,
                @Nullable IndicatorValue value,
                @Nullable UnitView unit,
                Period period,
                FigureWords words) {
            String url = "/indicators/" + it.code() + "?period=" + period.code()
                    + (unit == null ? "" : "&unit=" + unit.code());
            String name = words.english() ? it.nameEn() : it.nameVi();
            return value == null
                    ? new Row(name, url, "–", "–", "–", "–")
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
