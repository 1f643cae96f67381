package vn.tungnha.reports.web;

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
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.SeriesAcross;
import vn.tungnha.reports.DashboardTiles;
import vn.tungnha.reports.Era;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitBreaks;
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
    private final SeriesAcross across;
    private final UnitBreaks breaks;
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
            IndicatorDefinition definition,
            Map<Long, LocalDate> breaks) {

        /** The last day on which anything was put together to make one of the parts. */
        @Nullable
        LocalDate lastBreak() {
            return breaks.values().stream().max(LocalDate::compareTo).orElse(null);
        }
    }

    Compared compare(UnitView unit, BoardRequest request, Words words) {
        AreaParts.Parts shown = parts.of(unit, place.structureDay(unit, request), request, words);
        IndicatorChoice choice = choice(unit, request);
        List<Long> ids = new ArrayList<>(List.of(unit.id()));
        shown.units().forEach(part -> ids.add(part.id()));
        Readings readings = new Readings(
                across.values(FigureQuery.ofUnits(ids, List.of(choice), request.periods(), request.structure())),
                request.periods(),
                words);
        Reading whole = readings.now(unit.id(), choice.code());
        return new Compared(
                shown,
                AreaRanking.of(shown.units(), choice.code(), readings),
                whole,
                choice,
                whole.value().definition(),
                breaks.last(
                        shown.units().stream().map(UnitView::id).toList(),
                        request.periods().get(0).first(),
                        request.period().last()));
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
                own.of(unit, tiles.of(unit.level(), request.period().last()), request, words),
                changes.of(unit, request, user, words),
                unit.level() == UnitLevel.PROVINCE
                        ? organisations.of(
                                unit, request, place.structureDay(unit, request), place.teamsDay(unit, request), words)
                        : organisations.of(
                                unit, place.teams(unit, request), request, place.teamsDay(unit, request), words),
                compared.whole().amount() == null ? "" : compared.whole().shown(),
                TileBoard.cardUrl(compared.whole(), unit, request),
                AreaSummary.of(unit, compared, words),
                "/dashboard/" + request.ref(),
                compared.choice().code(),
                definitions.list(request.period().last()).stream()
                        .map(it -> new Choice(it.code(), words.brief(it)))
                        .toList(),
                compared.parts().levels(),
                maps.of(unit, ranking, picked, request, words),
                request.url(request.ref().toString(), "/map.svg", Map.of("pick", "", "mark", "")),
                request.url(request.ref().toString(), "/trend.svg", Map.of()),
                AreaRankingCard.of(compared, picked, request, words),
                picked == null ? null : panel.of(picked, compared, request, words),
                AreaTrend.of(compared, eras, picked, converted == null, request, words),
                converted,
                attention.of(compared, request, words),
                reports.of(unit, request, user, words));
    }

    private IndicatorChoice choice(UnitView unit, BoardRequest request) {
        String asked = request.param("indicator");
        if (asked == null) {
            return tiles.of(
                            unit.level() == UnitLevel.COMMUNE ? UnitLevel.VILLAGE : unit.level(),
                            request.period().last())
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
                place.days(unit, request, words),
                BoardHead.kept(request, "indicator", "variant"));
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
