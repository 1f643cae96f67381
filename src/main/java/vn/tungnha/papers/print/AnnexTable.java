package vn.tungnha.papers.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.tungnha.papers.Paper;
import vn.tungnha.papers.PaperFigure;
import vn.tungnha.papers.PaperFigureText;
import vn.tungnha.shared.table.TableWriter;

/** The annex: every figure of the paper with its parts, unrounded, beside how it is printed. */
final class AnnexTable {

    private static final List<String> COLUMNS = List.of(
            "TT",
            "Tên chỉ tiêu",
            "Mã chỉ số",
            "Đơn vị tính",
            "Chỉ tiêu giao",
            "Tử số",
            "Mẫu số",
            "Kết quả",
            "Kết quả in trên báo cáo",
            "Kỳ trước",
            "Cùng kỳ năm trước",
            "Ngày của số liệu",
            "Nguồn",
            "Ghi chú");

    private AnnexTable() {}

    static void write(Paper paper, OutputStream out) throws IOException {
        try (TableWriter table = TableWriter.xlsx(out, "Phu luc")) {
            table.heading(COLUMNS);
            for (PaperFigure figure : paper.figures()) {
                table.row(new ArrayList<>(Arrays.asList(
                        figure.mark(),
                        figure.label(),
                        figure.code(),
                        figure.unit(),
                        figure.quota() ? figure.denominator() : figure.target(),
                        figure.numerator(),
                        figure.denominator(),
                        figure.value(),
                        PaperFigureText.value(figure),
                        figure.previous(),
                        figure.sameLastYear(),
                        figure.asOf(),
                        figure.source(),
                        PaperFigureText.remarks(figure))));
            }
        }
    }
}
