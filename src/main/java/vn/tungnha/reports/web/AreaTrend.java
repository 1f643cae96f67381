package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.SeriesAcross;
import vn.tungnha.reports.Era;
import vn.tungnha.reports.web.AreaPage.TrendCell;
import vn.tungnha.reports.web.AreaPage.TrendLine;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.chart.LineChart;
import vn.tungnha.shared.chart.Series;
import vn.tungnha.units.UnitView;

/** The parts over twelve periods: at most four stand out, the others are grey. */
final class AreaTrend {

    private static final int HIGHLIGHTED = 4;
    private static final int WIDE = 1240;

    private AreaTrend() {}

    static AreaPage.TrendCard of(
            AreaBoard.Compared compared,
            List<Era> eras,
            @Nullable UnitView picked,
            boolean wide,
            BoardRequest request,
            Words words) {
        AreaRanking ranking = compared.ranking();
        List<UnitView> known =
                ranking.known().stream().map(AreaRanking.Row::unit).toList();
        Set<String> marks = marks(known, picked, request);
        List<Series> series = new ArrayList<>();
        List<TrendLine> lines = new ArrayList<>();
        List<Choice> addable = new ArrayList<>();
        List<Choice> marked = new ArrayList<>();
        for (UnitView unit : known) {
            List<@Nullable BigDecimal> values = ranking.readings().series(unit.id(), ranking.indicator());
            series.add(new Series(unit.name(), values, marks.contains(unit.code())));
            lines.add(line(unit, marks.contains(unit.code()), ranking));
            if (marks.contains(unit.code())) {
                List<String> rest =
                        marks.stream().filter(code -> !code.equals(unit.code())).toList();
                marked.add(new Choice(request.urlWith("mark", rest.isEmpty() ? List.of("-") : rest), unit.name()));
            } else {
                addable.add(new Choice(unit.code(), unit.name()));
            }
        }
        List<Choice> kept = new ArrayList<>(BoardHead.kept(request, "mark"));
        marks.forEach(code -> kept.add(new Choice("mark", code)));
        List<Period> periods = request.periods();
        return new AreaPage.TrendCard(
                words.say("trend.title", words.vn().number(periods.size())),
                known.isEmpty() ? null : chart(series, compared, eras, wide, periods, words),
                marked,
                marks.size() < HIGHLIGHTED ? addable : List.of(),
                kept,
                periods.stream().map(words::tick).toList(),
                lines,
                compared.whole().rate() ? "%" : "");
    }

    private static LineChart chart(
            List<Series> series,
            AreaBoard.Compared compared,
            List<Era> eras,
            boolean wide,
            List<Period> periods,
            Words words) {
        boolean rate = compared.whole().rate();
        BigDecimal target = compared.ranking().target();
        LineChart.Frame frame = LineChart.Frame.of(
                words.say("trend", words.name(compared.definition())),
                value -> rate
                        ? words.vn().percent(value, value == Math.rint(value) ? 0 : 1)
                        : words.vn().number(value, 0));
        if (target != null) {
            frame = frame.withTarget(
                    target,
                    words.say(
                            "target",
                            words.amounts()
                                    .given(
                                            compared.definition(),
                                            compared.whole().value().kind(),
                                            target)));
        }
        frame = frame.ending(value -> words.amounts()
                .of(compared.definition(), compared.whole().value().kind(), BigDecimal.valueOf(value)));
        if (wide) {
            frame = frame.sized(WIDE, frame.height());
        }
        LocalDate parts = compared.lastBreak();
        OptionalInt index = SeriesAcross.breakAt(periods, parts);
        if (parts != null && index.isPresent()) {
            frame = frame.changedAt(
                    index.getAsInt(), words.say("trend.break", words.vn().day(parts)));
        }
        for (Era era : eras) {
            for (int i = 1; i < periods.size(); i++) {
                if (periods.get(i).contains(era.from())) {
                    frame = frame.changedAt(
                            i, words.say("trend.break", words.vn().day(era.from())));
                }
            }
        }
        return LineChart.of(series, periods.stream().map(words::tick).toList(), frame);
    }

    /** Those asked for; else the best two, the last one and the one picked. A dash stands for none. */
    private static Set<String> marks(List<UnitView> known, @Nullable UnitView picked, BoardRequest request) {
        Set<String> marks = new LinkedHashSet<>();
        List<String> asked = request.params("mark");
        if (!asked.isEmpty()) {
            asked.stream()
                    .filter(code -> known.stream().anyMatch(unit -> unit.code().equals(code)))
                    .limit(HIGHLIGHTED)
                    .forEach(marks::add);
            return marks;
        }
        if (picked != null && known.contains(picked)) {
            marks.add(picked.code());
        }
        known.stream().limit(2).forEach(unit -> marks.add(unit.code()));
        for (int i = known.size() - 1; i >= 0 && marks.size() < HIGHLIGHTED; i--) {
            marks.add(known.get(i).code());
        }
        return marks;
    }

    /** One part as a row of figures. */
    static TrendLine line(UnitView unit, boolean marked, AreaRanking ranking) {
        return new TrendLine(unit.name(), marked, cells(unit, ranking));
    }

    private static List<TrendCell> cells(UnitView unit, AreaRanking ranking) {
        List<TrendCell> cells = new ArrayList<>();
        for (int i = 0; i < ranking.readings().periods().size(); i++) {
            Reading reading = ranking.readings().at(unit.id(), ranking.indicator(), i);
            BigDecimal amount = reading.amount();
            cells.add(new TrendCell(
                    reading.shown(),
                    amount == null
                            ? ""
                            : amount.setScale(4, RoundingMode.HALF_UP)
                                    .stripTrailingZeros()
                                    .toPlainString()));
        }
        return cells;
    }
}
