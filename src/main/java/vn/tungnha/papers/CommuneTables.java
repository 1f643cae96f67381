package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
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
        List<IndicatorValue> read = ids.isEmpty()
                ? List.of()
                : figures.values(FigureQuery.ofUnits(ids, choices, List.of(days.days()), Structure.then()));
        List<CommuneColumn> columns = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Map<Long, IndicatorValue> values = new HashMap<>();
            if (!ids.isEmpty()) {
                read.subList(i * ids.size(), (i + 1) * ids.size()).forEach(it -> values.put(it.place(), it));
            }
            columns.add(CommuneColumn.of(lines.get(i), values, locked, sheet));
        }
        List<List<String>> rows = new ArrayList<>(wholes(columns, place));
        for (int at = 0; at < communes.size(); at++) {
            UnitView commune = communes.get(at);
            List<String> row = new ArrayList<>(List.of(String.valueOf(at + 1), commune.fullName()));
            columns.forEach(it -> row.add(it.cell(commune.id())));
            row.add(locked.containsKey(commune.id()) ? "Đã khóa" : "Chưa");
            rows.add(row);
        }
        return new Block.Grid(columns(lines, sheet), rows);
    }

    /** What the rows add up to, and below it what the whole is at this moment, where these differ. */
    private static List<List<String>> wholes(List<CommuneColumn> columns, PaperPlace place) {
        List<String> now = columns.stream().map(CommuneColumn::now).toList();
        List<String> sum = columns.stream().map(CommuneColumn::sum).toList();
        return now.equals(sum)
                ? List.of(whole(place.name(), now))
                : List.of(whole(place.name() + ", cộng các dòng dưới", sum), whole(place.name() + ", hiện nay", now));
    }

    private static List<String> whole(String name, List<String> cells) {
        List<String> row = new ArrayList<>(List.of("", name));
        row.addAll(cells);
        row.add("");
        return row;
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
