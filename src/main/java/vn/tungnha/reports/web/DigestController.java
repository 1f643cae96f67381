package vn.tungnha.reports.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.reports.web.Digests.Week;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Paging;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The week in a few lines, to be pasted into a chat or shared as a picture. */
@Controller
@RequiredArgsConstructor
class DigestController {

    private static final Set<Role> FIELD = Set.of(Role.TEAM_LEADER, Role.TEAM_MEMBER);

    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 6);

    private static final int PLACES = 100;

    private final Digests digests;
    private final Units units;
    private final Teams teams;
    private final ScopeGuard guard;
    private final MessageSource messages;
    private final Clock clock;

    /** @param week any day of it; this week where it makes no sense */
    @GetMapping("/digest")
    @Allowed
    String show(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String week,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = Words.of(messages, locale);
        LocalDate today = Days.today(clock);
        LocalDate present = monday(today);
        LocalDate monday = asked(week, present);
        Week asked = Week.of(monday, today);
        boolean field = !user.roles().isEmpty() && FIELD.containsAll(user.roles());
        Digest digest;
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/digest");
        if (field) {
            List<Long> own = user.scope().teams().stream().sorted().toList();
            long chosen = team != null ? team : own.stream().findFirst().orElseThrow(() -> new NotFound("team", "own"));
            digest = digests.ofTeam(chosen, teams.get(chosen, user).name(), asked, monday.equals(present), user, words);
            model.addAttribute(
                    "places",
                    own.stream()
                            .map(id -> new Choice("" + id, teams.get(id, user).name()))
                            .toList());
            model.addAttribute("chosen", "" + chosen);
            url.queryParam("team", chosen);
        } else {
            List<UnitView> places = places(user, today);
            UnitView place = unit == null || unit.isBlank()
                    ? places.stream().findFirst().orElseThrow(() -> new NotFound("unit", "own"))
                    : units.find(unit, today).orElseThrow(() -> new NotFound("unit", unit));
            guard.require(user.scope(), Data.FIGURES, place.id());
            digest = digests.ofUnit(place, asked, monday.equals(present), user, words);
            model.addAttribute(
                    "places",
                    places.stream()
                            .map(one -> new Choice(one.code(), one.fullName()))
                            .toList());
            model.addAttribute("chosen", place.code());
            url.queryParam("unit", place.code());
        }
        model.addAttribute("digest", digest);
        model.addAttribute("text", digest.asText());
        model.addAttribute("week", monday);
        model.addAttribute("earlier", monday.isAfter(EARLIEST) ? at(url, monday.minusWeeks(1)) : null);
        model.addAttribute("later", monday.isBefore(present) ? at(url, monday.plusWeeks(1)) : null);
        model.addAttribute("present", monday.equals(present));
        return field ? "reports/digest-field" : "reports/digest";
    }

    private List<UnitView> places(CurrentUser user, LocalDate today) {
        if (user.scope().everything()) {
            return units.search(UnitQuery.on(today).level(UnitLevel.PROVINCE), new Paging(0, PLACES))
                    .items();
        }
        return units.all(user.scope().figures(), today).values().stream()
                .filter(place -> !place.validTo().isBefore(today))
                .sorted(Comparator.comparing(UnitView::level).thenComparing(UnitView::code))
                .limit(PLACES)
                .toList();
    }

    private static String at(UriComponentsBuilder url, LocalDate monday) {
        return url.cloneBuilder().queryParam("week", monday).encode().build().toUriString();
    }

    private static LocalDate asked(@Nullable String week, LocalDate present) {
        try {
            LocalDate monday = week == null ? present : monday(LocalDate.parse(week));
            return monday.isAfter(present) || monday.isBefore(EARLIEST) ? present : monday;
        } catch (DateTimeParseException strange) {
            return present;
        }
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
