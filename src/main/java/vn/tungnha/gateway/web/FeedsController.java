package vn.tungnha.gateway.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Shows how a workbook fetches figures by itself, and puts the address together. */
@Controller
@RequestMapping("/feeds")
@Allowed({
    Role.ADMIN,
    Role.PROVINCE_OFFICER,
    Role.DISTRICT_OFFICER,
    Role.WARD_OFFICER,
    Role.WARD_LEADER,
    Role.LEADERSHIP_VIEWER
})
@RequiredArgsConstructor
class FeedsController {

    private static final List<String> GRAINS = List.of("month", "quarter", "year");

    private final Units units;
    private final ScopeGuard guard;
    private final Definitions definitions;
    private final MessageSource messages;
    private final Clock clock;

    /** An indicator that may be chosen. */
    record Pick(String code, String name, boolean chosen) {}

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean children,
            @RequestParam(name = "indicator", required = false) @Nullable List<String> indicators,
            @RequestParam(defaultValue = "month") String grain,
            @RequestParam(required = false) @Nullable String days,
            CurrentUser user,
            Locale locale,
            Model model) {
        Texts texts = new Texts(messages, locale);
        Optional<UnitView> place = place(unit, user);
        List<String> chosen = indicators == null ? List.of() : indicators;
        FeedAddress address = new FeedAddress(
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString(),
                place.map(UnitView::code).orElse(""),
                children,
                chosen,
                GRAINS.contains(grain) ? grain : GRAINS.get(0),
                "reported".equals(days));
        model.addAttribute("unit", address.unit());
        model.addAttribute("unitName", place.map(UnitView::fullName).orElse(null));
        model.addAttribute("children", children);
        model.addAttribute("grain", address.grain());
        model.addAttribute("reported", address.reported());
        model.addAttribute(
                "grains",
                GRAINS.stream()
                        .map(it -> new Choice(it, texts.say("feed.grain." + it)))
                        .toList());
        boolean english = locale.getLanguage().equals("en");
        model.addAttribute(
                "indicators",
                definitions.list(Days.today(clock)).stream()
                        .map(it -> new Pick(it.code(), english ? it.nameEn() : it.nameVi(), chosen.contains(it.code())))
                        .toList());
        model.addAttribute("address", address.url());
        model.addAttribute("query", address.powerQuery(texts.say("feed.paste")));
        model.addAttribute("curl", address.curl(texts.say("feed.paste")));
        return "gateway/feeds";
    }

    /** What was asked for, else the reader's own place; none for administrators. */
    private Optional<UnitView> place(@Nullable String asked, CurrentUser user) {
        LocalDate today = Days.today(clock);
        if (asked == null || asked.isBlank()) {
            return units.all(user.scope().roots(Data.FIGURES), today).values().stream()
                    .min(Comparator.comparing((UnitView it) -> it.validTo().isBefore(today))
                            .thenComparing(UnitView::level)
                            .thenComparing(UnitView::code));
        }
        UnitRef ref = UnitRef.parse(asked.strip());
        UnitView unit = units.require(ref.code(), ref.dayOr(today));
        guard.require(user.scope(), Data.FIGURES, unit.id());
        return Optional.of(unit);
    }
}
