package vn.tungnha.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
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
    private final Structures structures;
    private final MessageSource messages;
    private final Clock clock;

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
        Words words = Words.of(messages, locale);
        BoardRequest request = BoardRequest.of(code, params, Days.today(clock));
        UnitView unit = place.require(request, user);
        TeamRanking.Table table = teams.table(
                place.teams(unit, request), request.period(), request.previous(), place.teamsDay(unit, request), words);
        String title = words.say("teams.title", words.vn().number(table.rows().size()));
        try (TableWriter out = open("teams", unit, format, title, request, words, response)) {
            out.heading(teamColumns(table, words));
            for (TeamRanking.Row row : table.rows()) {
                out.row(Arrays.asList(
                        row.rank(),
                        row.moved(),
                        row.team().name(),
                        row.village(),
                        row.plan().amount(),
                        row.plan().value().target(),
                        rounded(row.share()),
                        rounded(row.ranked()),
                        row.ranked().value().numerator(),
                        row.ranked().value().denominator(),
                        row.count().amount(),
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
        Words words = Words.of(messages, locale);
        BoardRequest request = BoardRequest.of(code, params, Days.today(clock));
        UnitView unit = place.require(request, user);
        if (unit.level() == UnitLevel.COMMUNE || unit.level() == UnitLevel.VILLAGE) {
            throw new NotFound("ranking", code);
        }
        AreaBoard.Compared compared = areas.compare(unit, request, words);
        try (TableWriter out =
                open("ranking", unit, format, words.name(compared.definition()), request, words, response)) {
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
                    words.say("as-of")));
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
                rounded(reading),
                reading.value().numerator(),
                reading.value().denominator(),
                reading.value().target(),
                reading.change() == null ? null : reading.change().setScale(2, RoundingMode.HALF_UP),
                words.say("level." + reading.level()),
                reading.published() ? words.say("source.stated") : null,
                reading.value().asOf()));
        ranking.readings()
                .series(row.unit().id(), ranking.indicator())
                .forEach(amount -> cells.add(amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP)));
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

    /** The first lines say what the table is about. */
    TableWriter open(
            String name,
            UnitView unit,
            String format,
            String title,
            BoardRequest request,
            Words words,
            HttpServletResponse response)
            throws IOException {
        String file =
                "%s-%s-%s".formatted(name, unit.code(), request.period().code().replace('/', '_'));
        TableWriter out = ExportsApi.open(file, format, response);
        out.row(List.of(title));
        out.row(List.of(words.say("export.unit"), unit.fullName(), unit.code()));
        out.row(List.of(words.say("period"), words.title(request.period())));
        out.row(List.of(words.say("export.structure"), structures.note(unit, request, words)));
        out.row(List.of(words.say("export.time"), words.vn().moment(clock.instant())));
        out.row(List.of());
        return out;
    }

    static @Nullable BigDecimal rounded(Reading reading) {
        BigDecimal amount = reading.amount();
        return amount == null || !reading.rate() ? amount : amount.setScale(2, RoundingMode.HALF_UP);
    }
}
