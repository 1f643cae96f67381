package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.chart.Bins;
import vn.tungnha.shared.chart.Histogram;

/** How the figures of the parts are spread, with one part marked among them. */
final class SpreadChart {

    private static final int ABOUT = 10;

    private SpreadChart() {}

    static MatrixPage.Spread of(AreaBoard.Compared compared, BoardRequest request, Words words) {
        AreaRanking ranking = compared.ranking();
        boolean rate = compared.whole().rate();
        List<AreaRanking.Row> known = ranking.rows().stream()
                .filter(row -> row.reading().amount() != null)
                .toList();
        double[] values = known.stream().mapToDouble(SpreadChart::value).toArray();
        Bins bins = Bins.of(values, ABOUT);
        List<MatrixPage.Span> spans = IntStream.range(0, bins.counts().size())
                .mapToObj(i -> span(i, bins, known, rate, request, words))
                .toList();
        int unknown = ranking.rows().size() - known.size();
        return new MatrixPage.Spread(
                known.isEmpty() ? null : chart(known, values, bins, compared, request, words),
                words(known, values, compared, words),
                spans,
                unknown == 0 ? null : words.say("ranking.unknown", words.vn().number(unknown)));
    }

    private static Histogram chart(
            List<AreaRanking.Row> known,
            double[] values,
            Bins bins,
            AreaBoard.Compared compared,
            BoardRequest request,
            Words words) {
        boolean rate = compared.whole().rate();
        Double median = Bins.median(values);
        BigDecimal target = compared.ranking().target();
        AreaRanking.Row picked = picked(known, request);
        return Histogram.of(
                words.say("spread.title", words.brief(compared.definition())),
                values,
                bins,
                value -> SmallLines.text(value, rate, words),
                median == null || known.size() < 3
                        ? null
                        : new Histogram.Point(median, words.say("spread.median", text(median, compared, words))),
                target == null
                        ? null
                        : new Histogram.Point(
                                target.doubleValue(), words.say("target", text(target.doubleValue(), compared, words))),
                picked == null
                        ? null
                        : new Histogram.Point(
                                value(picked),
                                picked.unit().name() + " " + picked.reading().shown()));
    }

    private static AreaRanking.@Nullable Row picked(List<AreaRanking.Row> known, BoardRequest request) {
        return known.stream()
                .filter(row -> row.unit().code().equals(request.param("pick")))
                .findFirst()
                .orElse(null);
    }

    private static MatrixPage.Span span(
            int index, Bins bins, List<AreaRanking.Row> known, boolean rate, BoardRequest request, Words words) {
        List<Choice> units = new ArrayList<>();
        for (AreaRanking.Row row : known) {
            if (bins.index(value(row)) == index) {
                units.add(new Choice(
                        AreaBoard.partUrl(row.unit(), request),
                        row.unit().name() + " " + row.reading().shown()));
            }
        }
        return new MatrixPage.Span(
                words.say(
                        "spread.range",
                        SmallLines.text(bins.from(index), rate, words),
                        SmallLines.text(bins.to(index), rate, words)),
                words.vn().number(units.size()),
                units);
    }

    private static String words(
            List<AreaRanking.Row> known, double[] values, AreaBoard.Compared compared, Words words) {
        Double median = Bins.median(values);
        if (median == null) {
            return words.say("none");
        }
        Reading first = known.get(0).reading();
        Reading last = known.get(known.size() - 1).reading();
        return words.say(
                "spread.words",
                words.vn().number(known.size()),
                first.shown(),
                last.shown(),
                text(median, compared, words));
    }

    private static String text(double amount, AreaBoard.Compared compared, Words words) {
        return words.amounts()
                .of(compared.definition(), compared.whole().value().kind(), BigDecimal.valueOf(amount));
    }

    private static double value(AreaRanking.Row row) {
        return Objects.requireNonNull(row.reading().amount()).doubleValue();
    }
}
