package vn.tungnha.teams.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.teams.TeamCoverage;
import vn.tungnha.teams.TeamCoverage.Gap;
import vn.tungnha.teams.TeamCoverage.Line;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Where teams are missing, and what teams and members lack: counts, each with its list. */
@Controller
@Allowed(
        value = {
            Role.ADMIN,
            Role.PROVINCE_OFFICER,
            Role.DISTRICT_OFFICER,
            Role.LEADERSHIP_VIEWER,
            Role.WARD_OFFICER,
            Role.WARD_LEADER
        },
        place = "unit:unit")
@RequiredArgsConstructor
class CoverageController {

    private static final int PAGE = 50;
    private static final int FILE_PAGE = 1000;
    private static final int YEARS = 2;
    private static final int MOST_YEARS = 10;

    private final TeamCoverage coverage;
    private final TeamWords words;
    private final Units units;
    private final Clock clock;

    /** One count, with where its list is. */
    record Tile(String count, String text, String url, boolean chosen, String level) {}

    /** One line of the list. */
    record Row(String ward, String name, @Nullable String url, String detail, String since) {}

    @GetMapping("/teams/coverage")
    String show(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "VILLAGES") Gap gap,
            @RequestParam(defaultValue = "2") int years,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        int old = years(years);
        UnitView place = place(unit);
        Long id = place == null ? null : place.id();
        Vn vn = Vn.in(locale);
        List<Tile> tiles = new ArrayList<>();
        for (Gap each : Gap.values()) {
            long count = coverage.count(each, id, old, user);
            tiles.add(new Tile(
                    vn.number(count),
                    words.say(locale, "teams.coverage." + each, old),
                    address("/teams/coverage", unit, each, old),
                    each == gap,
                    count == 0 ? "good" : "near"));
        }
        PageOf<Line> page = coverage.list(gap, id, old, user, new Paging(p, PAGE));
        model.addAttribute("place", place == null ? null : place.fullName());
        model.addAttribute("unit", unit);
        model.addAttribute("gap", gap.name());
        model.addAttribute("years", String.valueOf(old));
        model.addAttribute(
                "yearChoices",
                Arrays.asList(1, 2, 3, 5).stream()
                        .map(it -> new Choice(String.valueOf(it), words.say(locale, "teams.coverage.years", it)))
                        .toList());
        model.addAttribute("tiles", tiles);
        model.addAttribute("title", words.say(locale, "teams.coverage." + gap, old));
        model.addAttribute(
                "rows", page.items().stream().map(line -> row(line, vn, locale)).toList());
        model.addAttribute("pages", Pages.of(page, address("/teams/coverage", unit, gap, old), vn));
        model.addAttribute("file", address("/teams/coverage.xlsx", unit, gap, old));
        return "teams/coverage";
    }

    @GetMapping("/teams/coverage.{format:csv|xlsx}")
    void file(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "VILLAGES") Gap gap,
            @RequestParam(defaultValue = "2") int years,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        UnitView place = place(unit);
        Long id = place == null ? null : place.id();
        try (TableWriter out = TableAnswer.open("do-phu-" + gap.name().toLowerCase(Locale.ROOT), format, response)) {
            out.heading(List.of(
                    words.say(locale, "teams.column.commune"),
                    words.say(locale, "teams.column.village"),
                    words.say(locale, "teams.column.name"),
                    words.say(locale, "teams.member.name"),
                    words.say(locale, "teams.member.role"),
                    words.say(locale, "teams.member.trained"),
                    words.say(locale, "teams.coverage.since")));
            PageOf<Line> page;
            int p = 0;
            do {
                page = coverage.list(gap, id, years(years), user, new Paging(p++, FILE_PAGE));
                for (Line line : page.items()) {
                    out.row(Arrays.asList(
                            line.ward(),
                            line.village(),
                            line.team(),
                            line.member(),
                            line.role() == null ? null : words.role(line.role(), locale),
                            line.trainedOn(),
                            line.since()));
                }
            } while ((long) p * FILE_PAGE < page.total());
        }
    }

    private Row row(Line line, Vn vn, Locale locale) {
        String ward = line.ward() == null ? Vn.NONE : line.ward();
        String since = vn.day(line.since());
        String village = line.village();
        if (village != null) {
            return new Row(ward, village, null, line.code() == null ? "" : line.code(), since);
        }
        String url = "/teams/" + line.teamId();
        String team = line.team() == null ? Vn.NONE : line.team();
        String member = line.member();
        if (member == null) {
            return new Row(ward, team, url, "", since);
        }
        String role = line.role() == null ? "" : words.role(line.role(), locale);
        String trained = line.trainedOn() == null
                ? words.say(locale, "teams.member.untrained")
                : words.say(locale, "teams.coverage.trained", vn.day(line.trainedOn()));
        return new Row(
                ward, member, url + "#member-" + line.memberId(), String.join(" · ", team, role, trained), since);
    }

    private @Nullable UnitView place(@Nullable String unit) {
        return unit == null || unit.isBlank() ? null : units.require(UnitRef.parse(unit), Days.today(clock));
    }

    private static int years(int asked) {
        return asked < 1 || asked > MOST_YEARS ? YEARS : asked;
    }

    private static String address(String path, @Nullable String unit, Gap gap, int years) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("gap", gap.name());
        if (unit != null && !unit.isBlank()) {
            address.queryParam("unit", unit);
        }
        return address.queryParam("years", years).encode().toUriString();
    }
}
