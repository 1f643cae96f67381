package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportFigure;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The communes of a province or area, one a row, with the whole above them; a locked one with its locked figures. */
@Component
@RequiredArgsConstructor
class CommuneTables {

    private static final int FIRST_COLUMNS = 37;
    private static final int LOCK_COLUMN = 10;

    private final Figures figures;
    private final PeriodLocks locks;
    private final Units units;

    Block.Grid table(List<FormLine> lines, PaperPlace place, ReportPeriod days, FigureSheet sheet) {
        List<UnitView> communes = units.under(place.home().id(), UnitLevel.COMMUNE, days.last());
        List<Long> ids = communes.stream().map(UnitView::id).toList();
        Map<Long, List<ReportFigure>> locked = locks.lockedFigures(ids, days);
        List<IndicatorChoice> choices = lines.stream()
                .map(it -> new IndicatorChoice(it.indicator(), it.variant()))
                .toList();
        Map<String, IndicatorValue> values = new HashMap<>();
        List<IndicatorValue> read = ids.isEmpty()
                ? List.of()
                : figures.values(FigureQuery.ofUnits(ids, choices, List.of(days.days()), Structure.then()));
        for (int i = 0; i < read.size(); i++) {
            values.put(i / ids.size() + " " + read.get(i).place(), read.get(i));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(whole(lines, place, sheet));
        for (UnitView commune : communes) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(rows.size()), commune.fullName()));
            List<ReportFigure> kept = locked.get(commune.id());
            for (int i = 0; i < lines.size(); i++) {
                IndicatorValue value = values.get(i + " " + commune.id());
                row.add(value == null ? "" : cell(lines.get(i), value, kept));
            }
            row.add(kept == null ? "Chưa" : "Đã khóa");
            rows.add(row);
        }
        return new Block.Grid(columns(lines, sheet), rows);
    }

    private static List<String> whole(List<FormLine> lines, PaperPlace place, FigureSheet sheet) {
        List<String> row = new ArrayList<>(List.of("", place.name()));
        for (FormLine line : lines) {
            PaperFigure figure = sheet.figure(line, "");
            row.add(figure == null ? "" : Printed.value(figure));
        }
        row.add("");
        return row;
    }

    private static String cell(FormLine line, IndicatorValue value, @Nullable List<ReportFigure> kept) {
        ReportFigure locked = kept == null
                ? null
                : kept.stream()
                        .filter(it -> it.indicator().equals(value.indicator())
                                && it.variant().equals(value.variant().code()))
                        .findFirst()
                        .orElse(null);
        FigureSheet.Reading reading = FigureSheet.Reading.of(value, locked);
        PaperFigure figure = new FigureSheet(Map.of(
                        FigureSheet.key(line.indicator(), line.variant()),
                        new FigureSheet.Line(value, List.of(reading, reading, reading))))
                .figure(line, "");
        return figure == null ? "" : Printed.value(figure);
    }

    private static List<Block.Column> columns(List<FormLine> lines, FigureSheet sheet) {
        List<Block.Column> columns = new ArrayList<>(
                List.of(new Block.Column("TT", 7, "center"), new Block.Column("Đơn vị", FIRST_COLUMNS - 7, "left")));
        int each = (100 - FIRST_COLUMNS - LOCK_COLUMN) / Math.max(1, lines.size());
        for (FormLine line : lines) {
            PaperFigure figure = sheet.figure(line, "");
            columns.add(new Block.Column(figure == null ? line.indicator() : figure.label(), each, "right"));
        }
        columns.add(new Block.Column("Khóa kỳ", LOCK_COLUMN, "center"));
        return columns;
    }
}
