package vn.tungnha.imports.sheet;

import java.util.List;

/** The first rows of a sheet. */
public record Beginning(String sheet, List<Line> lines) {

    private static final double NEARLY = 0.7;

    /** The first row with nearly as many cells as any: titles have fewer. 0 = nothing stands here. */
    public int likelyHeading() {
        long most = lines.stream().mapToLong(Line::filled).max().orElse(0);
        return lines.stream()
                .filter(line -> line.filled() >= Math.max(1, most * NEARLY))
                .findFirst()
                .map(Line::number)
                .orElse(0);
    }

    /** @param number as numbered in the sheet */
    public record Line(int number, List<String> cells) {

        long filled() {
            return cells.stream().filter(cell -> !cell.isBlank()).count();
        }
    }
}
