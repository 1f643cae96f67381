package vn.tungnha.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** The tables of the dashboards, to take away: the very rows that the page shows, unfolded. */
@Controller
@RequiredArgsConstructor
class DashboardExports {

    private final BoardPlace place;
    private final TeamRanking teams;
    private final AreaBoard areas;
    private final BoardFiles files;

    @GetMapping("/dashboard/{code}/teams.{format:csv|xlsx}")
    @Allowed
    void teams(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        BoardFiles.Asked asked = files.asked(code, params, user, locale);
        Words words = asked.words();
        BoardRequest request = asked.request();
        UnitView unit = asked.unit();
        TeamRanking.Table table = teams.table(
                place.teams(unit, request), request.period(), request.previous(), place.teamsDay(unit, request), words);
        String title = words.say("teams.title", words.vn().number(table.rows().size()));
        try (TableWriter out = files.open("teams", format, title, asked, response)) {
            out.heading(teamColumns(table, words));
            for (TeamRanking.Row row : table.rows()) {
                out.row(Arrays.asList(
                        row.rank(),
                        row.moved(),
                        row.team().name(),
                        row.village(),
                        row.plan().rounded(),
                        row.plan().value().target(),
                        row.share().rounded(),
                        row.ranked().rounded(),
                        row.ranked().value().numerator(),
                        row.ranked().value().denominator(),
                        row.count().rounded(),
                        row.lastLog(),
                        words.say("level." + row.ranked().level())));
            }
        }
    }

    @GetMapping("/dashboard/{code}/ranking.{format:csv|xlsx}")
    @Allowed
    void ranking(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        BoardFiles.Asked asked = files.asked(code, params, user, locale);
        Words words = asked.words();
        BoardRequest request = asked.request();
        UnitView unit = asked.unit();
        if (unit.level() == UnitLevel.COMMUNE || unit.level() == UnitLevel.VILLAGE) {
            throw new NotFound("ranking", code);
        }
        AreaBoard.Compared compared = areas.compare(unit, request, words);
        try (TableWriter out = files.open("ranking", format, words.name(compared.definition()), asked, response)) {
            List<String> names = new ArrayList<>(List.of(
                    words.say("rank"),
                    words.say("rank.shared"),
                    words.say("moved"),
                    words.say("export.code"),
                    words.say("by." + compared.parts().level()),
                    words.say("value"),
                    words.say("export.numerator"),
                    words.say("export.denominator"),
                    words.say("target-column"),
                    words.say("change"),
                    words.say("level"),
                    words.say("source"),
                    words.say("as-of"),
                    words.say("target.derived-column")));
            request.periods().forEach(period -> names.add(words.tick(period)));
            out.heading(names);
            for (AreaRanking.Row row : compared.ranking().rows()) {
                out.row(cells(row, compared.ranking(), words));
            }
        }
    }

    private static List<@Nullable Object> cells(AreaRanking.Row row, AreaRanking ranking, Words words) {
        Reading reading = row.reading();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                row.rank(),
                row.shared() ? "=" : null,
                row.moved(),
                row.unit().code(),
                row.unit().fullName(),
                reading.rounded(),
                reading.value().numerator(),
                reading.value().denominator(),
                reading.value().target(),
                reading.roundedChange(),
                words.say("level." + reading.level()),
                reading.published() ? words.say("source.stated") : null,
                reading.value().asOf(),
                reading.value().targetCarried() ? words.say("target.derived") : null));
        for (int i = 0; i < ranking.readings().periods().size(); i++) {
            cells.add(ranking.readings()
                    .at(row.unit().id(), ranking.indicator(), i)
                    .rounded());
        }
        return cells;
    }

    private static List<String> teamColumns(TeamRanking.Table table, Words words) {
        List<String> names = table.columns().stream().map(words::brief).toList();
        if (names.isEmpty()) {
            return List.of(words.say("team"));
        }
        return List.of(
                words.say("rank"),
                words.say("moved"),
                words.say("export.team"),
                words.say("export.village"),
                names.get(0),
                words.say("export.plan"),
                names.get(1),
                names.get(2),
                words.say("export.numerator"),
                words.say("export.denominator"),
                names.get(3),
                words.say("last-log"),
                words.say("level"));
    }
}
