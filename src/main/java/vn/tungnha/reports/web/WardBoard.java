package vn.tungnha.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.reports.web.TeamRanking.Row;
import vn.tungnha.reports.web.WardPage.FigureLine;
import vn.tungnha.reports.web.WardPage.FigureTable;
import vn.tungnha.reports.web.WardPage.TeamLine;
import vn.tungnha.reports.web.WardPage.TeamsCard;
import vn.tungnha.shared.Days;
import vn.tungnha.teams.TeamView;
import vn.tungnha.units.UnitView;

/** Puts the dashboard of a ward, or of one village, together. */
@Component
@RequiredArgsConstructor
class WardBoard {

    private static final int TOP = 5;
    private static final int BOTTOM = 3;

    private final BoardPlace place;
    private final TileBoard tiles;
    private final TeamRanking ranking;
    private final Notices notices;
    private final Structures structures;
    private final OwnRank own;
    private final ChangesCard changes;
    private final OrganisationCard organisations;
    private final Clock clock;

    WardPage page(UnitView unit, BoardRequest request, CurrentUser user, Words words) {
        TileBoard.Tiles shown = tiles.of(unit, request, words);
        List<TeamView> teams = place.teams(unit, request);
        LocalDate day = place.teamsDay(unit, request);
        List<Notices.Notice> attention = notices.of(unit, request, shown, teams, day, user, words);
        return new WardPage(
                head(unit, request, shown, words),
                BoardTabs.of(unit, request, words),
                shown.tiles(),
                own.of(unit, shown.choices(), request, words),
                changes.of(unit, request, user, words),
                teams.isEmpty() ? null : teams(teams, request, day, words),
                attention,
                words.say("notices.count", words.vn().number(attention.size())),
                organisations.of(unit, teams, request, day, words),
                table(unit, request, shown, words));
    }

    private BoardHead head(UnitView unit, BoardRequest request, TileBoard.Tiles shown, Words words) {
        LocalDate last = request.period().last();
        String until = last.isBefore(request.today())
                ? words.vn().day(last)
                : words.vn().moment(clock.instant());
        long known = shown.readings().stream().filter(it -> it.amount() != null).count();
        return new BoardHead(
                words.say("overview", words.period(request.period())),
                unit.fullName(),
                words.say(
                        "fresh",
                        until,
                        words.vn().number(known),
                        words.vn().number(shown.readings().size())),
                BoardHead.grains(request, words),
                words.title(request.period()),
                request.previousUrl(),
                request.nextUrl(),
                structures.thenAndNow(unit, request, words),
                structures.note(unit, request, words),
                BoardHead.ChosenDay.of(unit, request),
                place.days(unit, request, words),
                List.of());
    }

    private TeamsCard teams(List<TeamView> teams, BoardRequest request, LocalDate day, Words words) {
        TeamRanking.Table table = ranking.table(teams, request.period(), request.previous(), day, words);
        List<TeamLine> lines =
                table.rows().stream().map(row -> line(row, words)).toList();
        int between = lines.size() - TOP - BOTTOM;
        boolean all = "all".equals(request.param("teams")) || between <= 1;
        String below = request.url(request.ref().toString(), "/teams", Map.of("teams", ""));
        return new TeamsCard(
                words.say("teams.title", words.vn().number(lines.size())),
                table.columns().stream().map(words::brief).toList(),
                all ? lines : lines.subList(0, TOP),
                all ? List.of() : lines.subList(lines.size() - BOTTOM, lines.size()),
                all ? null : words.say("teams.fold", words.vn().number(between)),
                all ? null : request.url("teams", "all"),
                all && between > 1 ? request.without("teams") : null,
                format(below, "csv"),
                format(below, "xlsx"));
    }

    static String format(String address, String ending) {
        int query = address.indexOf('?');
        return query < 0
                ? address + "." + ending
                : address.substring(0, query) + "." + ending + address.substring(query);
    }

    private static TeamLine line(Row row, Words words) {
        int moved = row.moved();
        return new TeamLine(
                row.rank() == null
                        ? words.vn().number((Integer) null)
                        : words.vn().number(row.rank()),
                row.shared(),
                Integer.signum(moved),
                moved == 0 ? "" : words.vn().number(Math.abs(moved)),
                "/teams/" + row.team().id(),
                row.team().name(),
                row.village(),
                plan(row, words),
                row.planBar(words),
                row.share().shown(),
                row.ranked().shown(),
                row.ranked().amount() == null
                        ? words.vn().number((Integer) null)
                        : row.ranked().fraction(),
                row.count().shown(),
                lastLog(row.lastLog(), words),
                row.ranked().level());
    }

    static String plan(Row row, Words words) {
        return words.vn().fraction(row.plan().amount(), row.plan().value().target());
    }

    private static String lastLog(@Nullable LocalDate day, Words words) {
        return words.vn().day(day);
    }

    private static FigureTable table(UnitView unit, BoardRequest request, TileBoard.Tiles shown, Words words) {
        List<FigureLine> lines = new ArrayList<>();
        for (Reading reading : shown.readings()) {
            IndicatorValue value = reading.value();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < shown.all().periods().size(); i++) {
                cells.add(shown.all().at(unit.id(), value.indicator(), i).shown());
            }
            lines.add(new FigureLine(
                    words.name(value.definition()),
                    TileBoard.cardUrl(reading, unit, request),
                    reading.shown(),
                    reading.fraction(),
                    reading.target(),
                    reading.levelText(null),
                    value.asOf() == null || value.asOf().equals(Days.FOREVER)
                            ? words.vn().day((LocalDate) null)
                            : words.vn().day(value.asOf()),
                    reading.published() ? words.say("source.stated") : null,
                    cells));
        }
        return new FigureTable(
                words.say("table.caption", unit.fullName(), words.period(request.period())),
                request.periods().stream().map(words::tick).toList(),
                lines,
                format(request.url(request.ref().toString(), "/tiles", Map.of()), "csv"),
                format(request.url(request.ref().toString(), "/tiles", Map.of()), "xlsx"));
    }
}
