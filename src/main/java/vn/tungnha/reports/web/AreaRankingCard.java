package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.reports.web.AreaPage.Line;
import vn.tungnha.reports.web.AreaPage.RankingCard;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.shared.chart.Sparkline;
import vn.tungnha.units.UnitView;

/** The parts of a unit in their order, each with its figure, movement and line. */
final class AreaRankingCard {

    private AreaRankingCard() {}

    static RankingCard of(AreaBoard.Compared compared, @Nullable UnitView picked, BoardRequest request, Words words) {
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
                                words.amounts()
                                        .given(
                                                compared.definition(),
                                                compared.whole().value().kind(),
                                                target)),
                ranking.known().stream()
                        .map(row -> line(row, compared, picked, request, words))
                        .toList(),
                unknown.stream()
                        .map(row -> new Choice(
                                AreaBoard.partUrl(row.unit(), request),
                                row.unit().name()))
                        .toList(),
                words.say("ranking.unknown", words.vn().number(unknown.size())),
                WardBoard.format(below, "csv"),
                WardBoard.format(below, "xlsx"));
    }

    private static Line line(
            AreaRanking.Row row,
            AreaBoard.Compared compared,
            @Nullable UnitView picked,
            BoardRequest request,
            Words words) {
        AreaRanking ranking = compared.ranking();
        LocalDate broken = compared.breaks().get(row.unit().id());
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
                reading.shown(),
                TileBoard.cardUrl(reading, row.unit(), request),
                Bullet.of(
                        reading.amount(),
                        reading.value().target(),
                        reading.rate() ? Math.max(100, most) : most,
                        level.equals("info") ? "main" : level,
                        name + ": " + reading.shown() + ", " + reading.target()),
                reading.rate() ? reading.fraction() : reading.target(),
                reading.changeSign(),
                words.amounts()
                        .signed(reading.value().definition(), reading.value().kind(), change),
                TileBoard.marked(
                        Sparkline.row(
                                ranking.readings().series(row.unit().id(), ranking.indicator()),
                                words.say("trend", name)),
                        request.periods(),
                        broken,
                        words),
                level,
                picked != null && picked.id() == row.unit().id());
    }
}
