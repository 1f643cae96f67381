package vn.tungnha.papers;

import java.util.List;

/** Figures as tables of a paper. */
final class FigureTables {

    private FigureTables() {}

    static Block.Grid results(List<PaperFigure> figures) {
        return new Block.Grid(
                List.of(
                        new Block.Column("TT", 7, "center"),
                        new Block.Column("Tên chỉ tiêu", 39, "left"),
                        new Block.Column("Đơn vị tính", 12, "center"),
                        new Block.Column("Chỉ tiêu giao", 12, "right"),
                        new Block.Column("Thực hiện", 17, "right"),
                        new Block.Column("Tỷ lệ", 13, "right")),
                figures.stream()
                        .map(it -> List.of(
                                it.mark(),
                                it.label(),
                                it.unit(),
                                Printed.target(it),
                                Printed.done(it),
                                Printed.share(it)))
                        .toList());
    }

    static Block.Grid comparison(List<PaperFigure> figures, PaperPeriod period) {
        return new Block.Grid(
                List.of(
                        new Block.Column("TT", 7, "center"),
                        new Block.Column("Tên chỉ tiêu", 31, "left"),
                        new Block.Column(capital(period.words()), 13, "right"),
                        new Block.Column(capital(period.previous().words()), 13, "right"),
                        new Block.Column("Tăng, giảm", 12, "right"),
                        new Block.Column(capital(period.sameLastYear().words()), 13, "right"),
                        new Block.Column("Tăng, giảm", 11, "right")),
                figures.stream()
                        .map(it -> List.of(
                                it.mark(),
                                it.label(),
                                Printed.value(it),
                                Printed.amount(it, it.previous()),
                                Printed.change(it, it.previous()),
                                Printed.amount(it, it.sameLastYear()),
                                Printed.change(it, it.sameLastYear())))
                        .toList());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
