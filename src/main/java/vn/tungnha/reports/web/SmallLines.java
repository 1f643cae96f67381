package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.reports.web.AreaPage.TrendLine;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.chart.Sparkline;

/** One small line for each part, the best first, all drawn on the same scale. */
final class SmallLines {

    private SmallLines() {}

    static MatrixPage.Panels of(AreaBoard.Compared compared, BoardRequest request, Words words) {
        AreaRanking ranking = compared.ranking();
        BigDecimal target = ranking.target();
        double[] all = DoubleStream.concat(
                        ranking.rows().stream()
                                .flatMap(row -> series(row, ranking).stream())
                                .filter(Objects::nonNull)
                                .mapToDouble(BigDecimal::doubleValue),
                        target == null ? DoubleStream.empty() : DoubleStream.of(target.doubleValue()))
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(100);
        boolean rate = compared.whole().rate();
        List<MatrixPage.Panel> panels = new ArrayList<>();
        List<TrendLine> lines = new ArrayList<>();
        List<Choice> unknown = new ArrayList<>();
        for (AreaRanking.Row row : ranking.rows()) {
            Reading reading = row.reading();
            if (series(row, ranking).stream().noneMatch(Objects::nonNull)) {
                unknown.add(new Choice(
                        AreaBoard.partUrl(row.unit(), request), row.unit().name()));
                continue;
            }
            panels.add(new MatrixPage.Panel(
                    row.unit().name(),
                    AreaBoard.partUrl(row.unit(), request),
                    reading.shown(),
                    reading.fraction(),
                    reading.level(),
                    TileBoard.marked(
                            Sparkline.panel(
                                    series(row, ranking),
                                    target,
                                    low,
                                    high,
                                    words.say("trend", row.unit().name())),
                            request.periods(),
                            compared.breaks().get(row.unit().id()),
                            words)));
            lines.add(AreaTrend.line(row.unit(), false, ranking));
        }
        return new MatrixPage.Panels(
                words.say("lines.scale", text(low, rate, words), text(high, rate, words)),
                panels,
                unknown,
                words.say("ranking.unknown", words.vn().number(unknown.size())),
                request.periods().stream().map(words::tick).toList(),
                lines);
    }

    private static List<@Nullable BigDecimal> series(AreaRanking.Row row, AreaRanking ranking) {
        return ranking.readings().series(row.unit().id(), ranking.indicator());
    }

    static String text(double value, boolean rate, Words words) {
        return rate
                ? words.vn().percent(value, value == Math.rint(value) ? 0 : 1)
                : words.vn().number(value);
    }
}
