package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.reports.DashboardTiles;
import vn.tungnha.reports.Era;
import vn.tungnha.reports.web.AreaPage.Line;
import vn.tungnha.reports.web.AreaPage.RankingCard;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.shared.chart.Sparkline;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Puts the dashboard of a district, an area or a province together. */
@Component
@RequiredArgsConstructor
class AreaBoard {

    private final BoardPlace place;
    private final AreaParts parts;
    private final AreaPanel panel;
    private final AreaConversion conversion;
    private final Structures structures;
    private final DashboardTiles tiles;
    private final Definitions definitions;
    private final Figures figures;
    private final PartsMap maps;
    private final AreaAttention attention;
    private final ReportNotices reports;
    private final OwnRank own;
    private final ChangesCard changes;
    private final OrganisationCard organisations;

    /** The parts of a unit in order, and all that was read to find it. */
    record Compared(
            AreaParts.Parts parts,
            AreaRanking ranking,
            Reading whole,
            IndicatorChoice choice,
            IndicatorDefinition definition) {}

    Compared compare(UnitView unit, BoardRequest request, Words words) {
        AreaParts.Parts shown = parts.of(unit, place.structureDay(unit, request), request, words);
        IndicatorChoice choice = choice(unit, request);
        List<Long> ids = new ArrayList<>(List.of(unit.id()));
        shown.units().forEach(part -> ids.add(part.id()));
        Readings readings = new Readings(
                figures.values(FigureQuery.ofUnits(ids, List.of(choice), request.periods(), request.structure())),
                request.periods(),
                words);
        Reading whole = readings.now(unit.id(), choice.code());
        return new Compared(
                shown,
                AreaRanking.of(shown.units(), choice.code(), readings),
                whole,
                choice,
                whole.value().definition());
    }

    AreaPage page(UnitView unit, BoardRequest request, CurrentUser user, Words words) {
        Compared compared = compare(unit, request, words);
        List<Era> eras = structures.eras(unit);
        AreaRanking ranking = compared.ranking();
        UnitView picked = compared.parts().units().stream()
                .filter(part -> part.code().equals(request.param("pick")))
                .findFirst()
                .orElse(null);
        AreaPage.Conversion converted = conversion.of(compared, eras, request, words);
        return new AreaPage(
                head(unit, request, compared, eras, words),
                BoardTabs.of(unit, request, words),
                own.of(unit, tiles.of(unit.level()), request, words),
                changes.of(unit, request, user, words),
                unit.level() == UnitLevel.PROVINCE
                        ? organisations.of(
                                unit, request, place.structureDay(unit, request), place.teamsDay(unit, request), words)
                        : organisations.of(
                                unit, place.teams(unit, request), request, place.teamsDay(unit, request), words),
                compared.whole().amount() == null ? "" : compared.whole().shown(),
                TileBoard.cardUrl(compared.whole(), unit, request),
                summary(unit, compared, words),
                "/dashboard/" + request.ref(),
                compared.choice().code(),
                definitions.list(request.period().last()).stream()
                        .map(it -> new Choice(it.code(), words.brief(it)))
                        .toList(),
                compared.parts().levels(),
                maps.of(unit, ranking, picked, request, words),
                request.url(request.ref().toString(), "/map.svg", Map.of("pick", "", "mark", "")),
                request.url(request.ref().toString(), "/trend.svg", Map.of()),
                card(compared, picked, request, words),
                picked == null ? null : panel.of(picked, compared, request, words),
                AreaTrend.of(compared, eras, picked, converted == null, request, words),
                converted,
                attention.of(compared, request, words),
                reports.of(unit, request, user, words));
    }

    private IndicatorChoice choice(UnitView unit, BoardRequest request) {
        String asked = request.param("indicator");
        if (asked == null) {
            return tiles.of(unit.level() == UnitLevel.COMMUNE ? UnitLevel.VILLAGE : unit.level())
                    .get(0);
        }
        IndicatorChoice choice = definitions.canonical(asked, request.param("variant"));
        IndicatorDefinition known = definitions.history(choice.code()).stream()
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("indicator", "reports.error.indicator", asked));
        if (known.variant(choice.variant()) == null) {
            throw RuleBroken.at("variant", "reports.error.variant", String.valueOf(choice.variant()));
        }
        return choice;
    }

    private BoardHead head(UnitView unit, BoardRequest request, Compared compared, List<Era> eras, Words words) {
        return new BoardHead(
                words.say(
                        "compare.title",
                        words.brief(compared.definition()),
                        words.say("compare.by." + compared.parts().level())),
                unit.fullName(),
                words.title(request.period()),
                BoardHead.grains(request, words),
                words.title(request.period()),
                request.previousUrl(),
                request.nextUrl(),
                structures.ofEras(eras, request, words),
                structures.note(unit, request, words),
                BoardHead.ChosenDay.of(unit, request),
                BoardHead.kept(request, "indicator", "variant"));
    }

    static String summary(UnitView unit, Compared compared, Words words) {
        AreaRanking ranking = compared.ranking();
        Reading whole = compared.whole();
        List<String> said = new ArrayList<>();
        String count = words.say(
                "compare.count." + compared.parts().level(),
                words.vn().number(compared.parts().units().size()));
        if (whole.amount() == null) {
            BigDecimal median = ranking.median();
            said.add(count);
            if (median != null && ranking.known().size() > 2) {
                said.add(words.say(
                        "compare.median",
                        whole.rate() ? words.vn().percent(median) : words.vn().number(median)));
            }
        } else {
            said.add(words.say("compare.whole." + unit.level()));
            said.add(whole.fraction());
        }
        String caution = whole.caution();
        if (caution != null) {
            said.add(caution);
        }
        BigDecimal target = !whole.rate() || whole.value().target() == null
                ? ranking.target()
                : whole.value().target();
        if (target != null) {
            said.add(words.say(
                    "compare.reached",
                    words.vn().number(ranking.reached()),
                    count,
                    whole.rate() ? words.vn().number(target) + "%" : words.vn().number(target)));
        }
        return String.join(" · ", said);
    }

    private RankingCard card(Compared compared, @Nullable UnitView picked, BoardRequest request, Words words) {
        AreaRanking ranking = compared.ranking();
        BigDecimal target = ranking.target();
        String below = request.url(request.ref().toString(), "/ranking", Map.of("pick", "", "mark", ""));
        List<AreaRanking.Row> unknown = ranking.unknown();
        return new RankingCard(
                words.say(
                        "ranking.title",
                        words.say(
                                "compare.count." + compared.parts().level(),
                                words.vn().number(ranking.rows().size()))),
                words.say("ranking.against", words.period(request.previous())),
                words.say("by." + compared.parts().level()),
                compared.whole().rate() ? words.say("ranking.rate") : words.unit(compared.definition()),
                target == null
                        ? words.say("ranking.bar")
                        : words.say(
                                "ranking.bar.target",
                                compared.whole().rate()
                                        ? words.vn().number(target) + "%"
                                        : words.vn().number(target)),
                ranking.known().stream()
                        .map(row -> line(row, ranking, picked, request, words))
                        .toList(),
                unknown.stream()
                        .map(row -> new Choice(
                                partUrl(row.unit(), request), row.unit().name()))
                        .toList(),
                words.say("ranking.unknown", words.vn().number(unknown.size())),
                WardBoard.format(below, "csv"),
                WardBoard.format(below, "xlsx"));
    }

    private static Line line(
            AreaRanking.Row row, AreaRanking ranking, @Nullable UnitView picked, BoardRequest request, Words words) {
        Reading reading = row.reading();
        String name = row.unit().name();
        int moved = row.moved();
        String level = reading.level();
        double most = ranking.known().stream()
                .map(it -> it.reading().amount())
                .mapToDouble(it -> it == null ? 0 : it.doubleValue())
                .max()
                .orElse(1);
        BigDecimal change = reading.change();
        return new Line(
                words.vn().number(row.rank()),
                row.shared(),
                Integer.signum(moved),
                moved == 0 ? "" : words.vn().number(Math.abs(moved)),
                request.url("pick", row.unit().code()),
                name,
                reading.exact(),
                TileBoard.cardUrl(reading, row.unit(), request),
                Bullet.of(
                        reading.amount(),
                        reading.value().target(),
                        reading.rate() ? Math.max(100, most) : most,
                        level.equals("info") ? "main" : level,
                        name + ": " + reading.shown() + ", " + reading.target()),
                reading.rate() ? reading.fraction() : reading.target(),
                reading.changeSign(),
                change == null ? words.vn().number((Integer) null) : words.vn().signed(change, reading.rate() ? 1 : 0),
                Sparkline.row(
                        ranking.readings().series(row.unit().id(), ranking.indicator()), words.say("trend", name)),
                level,
                picked != null && picked.id() == row.unit().id());
    }

    /** The page of a part, in the same period and structure. */
    static String partUrl(UnitView unit, BoardRequest request) {
        return request.url(
                partCode(unit, request),
                "",
                Map.of("pick", "", "mark", "", "by", "", "view", "", "group", "", "sort", ""));
    }

    /** The code of a part, with a day where it bears the code no more. */
    static String partCode(UnitView unit, BoardRequest request) {
        LocalDate pinned = request.structure().pinned();
        LocalDate day = pinned == null ? request.period().last() : pinned;
        boolean ended = unit.validTo().isBefore(request.today());
        return ended ? unit.code() + "@" + (day.isAfter(unit.validTo()) ? unit.validTo() : day) : unit.code();
    }
}
