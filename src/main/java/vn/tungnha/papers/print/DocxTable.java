package vn.tungnha.papers.print;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import vn.tungnha.papers.Block;

/** Tables of a Word document. */
final class DocxTable {

    private static final int THIN = 4;
    private static final String BLACK = "000000";

    private DocxTable() {}

    /** The head is repeated on every page, and no row is torn between two. */
    static void write(XWPFDocument document, Block.Grid grid, int width) {
        XWPFTable table =
                document.createTable(grid.rows().size() + 1, grid.columns().size());
        widths(table, grid.columns().stream().map(Block.Column::percent).toList(), width);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int column = 0; column < grid.columns().size(); column++) {
            fill(head.getCell(column), grid.columns().get(column).name(), DocxStyles.TABLE_HEAD, "center");
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            XWPFTableRow line = table.getRow(row + 1);
            line.setCantSplitRow(true);
            for (int column = 0; column < grid.columns().size(); column++) {
                fill(
                        line.getCell(column),
                        grid.rows().get(row).get(column),
                        DocxStyles.TABLE,
                        grid.columns().get(column).align());
            }
        }
    }

    /** Without lines: two blocks of text side by side. */
    static XWPFTable invisible(XWPFDocument document, int rows, List<Integer> percents, int width) {
        XWPFTable table = document.createTable(rows, percents.size());
        widths(table, percents, width);
        lines(table, XWPFBorderType.NONE, 0);
        return table;
    }

    /** A fresh cell begins with an empty paragraph. */
    static void dropFirstParagraphs(XWPFTable table) {
        for (XWPFTableRow row : table.getRows()) {
            for (XWPFTableCell cell : row.getTableCells()) {
                if (cell.getParagraphs().size() > 1) {
                    cell.removeParagraph(0);
                }
            }
        }
    }

    private static void fill(XWPFTableCell cell, String text, String style, String align) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setStyle(style);
        paragraph.setAlignment(DocxPaper.alignment(align));
        paragraph.createRun().setText(text);
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    }

    private static void widths(XWPFTable table, List<Integer> percents, int width) {
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(width);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        int whole = percents.stream().mapToInt(Integer::intValue).sum();
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int column = 0; column < percents.size(); column++) {
            int of = width * percents.get(column) / whole;
            CTTblGridCol gridColumn =
                    grid.sizeOfGridColArray() > column ? grid.getGridColArray(column) : grid.addNewGridCol();
            gridColumn.setW(BigInteger.valueOf(of));
            for (XWPFTableRow row : table.getRows()) {
                row.getCell(column).setWidthType(TableWidthType.DXA);
                row.getCell(column).setWidth(String.valueOf(of));
            }
        }
        lines(table, XWPFBorderType.SINGLE, THIN);
    }

    private static void lines(XWPFTable table, XWPFBorderType type, int size) {
        table.setTopBorder(type, size, 0, BLACK);
        table.setBottomBorder(type, size, 0, BLACK);
        table.setLeftBorder(type, size, 0, BLACK);
        table.setRightBorder(type, size, 0, BLACK);
        table.setInsideHBorder(type, size, 0, BLACK);
        table.setInsideVBorder(type, size, 0, BLACK);
    }
}
