package vn.tungnha.papers.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import vn.tungnha.papers.Paper;
import vn.tungnha.papers.TestPapers;

/** The files as other programs read them: text, layout, letters, and the same figures in all three. */
class PrintedPaperTests {

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final String STACKED = "Tổ trưởng ghi nhận đẩy đủ: ẳ ẵ ặ ể ễ ệ ỗ ộ ở ỡ ợ ử ữ ự ỷ ỹ ỵ Đ đ.";

    private final PaperPrinter printer = new PaperPrinter();
    private final Paper paper = TestPapers.ward(STACKED);

    @Test
    void printsThePublishedFiguresAlikeInAllFiles() throws IOException {
        for (String text : List.of(word(), pdf(), sheet())) {
            assertThat(text).contains("97,18%", "138,43%");
        }
        assertThat(word()).contains("138/142", "13.781", "9.955");
        assertThat(pdf()).contains("138/142", "13.781", "9.955");
    }

    @Test
    void writesAWordDocumentOfStyles() throws IOException {
        try (XWPFDocument document = document()) {
            CTPageMar margins = document.getDocument().getBody().getSectPr().getPgMar();
            assertThat(List.of(margins.getTop(), margins.getBottom(), margins.getLeft(), margins.getRight()))
                    .extracting(it -> Math.round(Integer.parseInt(it.toString()) / 56.7))
                    .containsExactly(20L, 20L, 30L, 15L);
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getStyle)
                    .doesNotContainNull()
                    .contains("TenLoai", "TrichYeu", "Heading1", "VanBan");
            assertThat(document.getStyles().getStyle("VanBan").getCTStyle().xmlText())
                    .contains("Times New Roman", "w:val=\"28\"");
            assertThat(word())
                    .contains(STACKED, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: ....../BC-UBND", "Nơi nhận:");
        }
    }

    @Test
    void repeatsTheHeadOfATableInWord() throws IOException {
        try (XWPFDocument document = document()) {
            XWPFTable table = document.getTables().get(1);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getRow(1).getCell(1).getText()).contains("toàn trình");
        }
    }

    @Test
    void numbersPagesInWordFromTheSecondOn() throws IOException {
        try (XWPFDocument document = document()) {
            assertThat(document.getDocument().getBody().getSectPr().isSetTitlePg())
                    .isTrue();
            assertThat(document.getHeaderFooterPolicy()
                            .getHeader(org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy.DEFAULT)
                            .getParagraphs()
                            .get(0)
                            .getCTP()
                            .getFldSimpleArray(0)
                            .getInstr())
                    .isEqualTo("PAGE");
            assertThat(document.getHeaderFooterPolicy()
                            .getFirstPageHeader()
                            .getText()
                            .strip())
                    .isEmpty();
        }
    }

    @Test
    void embedsEveryLetterInThePdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(printer.print(paper, "pdf"))) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("Tinos");
                }
            }
            assertThat(new PDFTextStripper().getText(document)).contains("ẳ ẵ ặ ể ễ ệ ỗ ộ ở ỡ ợ ử ữ ự ỷ ỹ ỵ Đ đ");
        }
    }

    @Test
    void numbersPagesInThePdfFromTheSecondOn() throws IOException {
        try (PDDocument document = Loader.loadPDF(printer.print(paper, "pdf"))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(page(document, 1)).startsWith("ỦY BAN NHÂN DÂN");
            assertThat(page(document, 2)).startsWith("2");
            assertThat(page(document, 2)).as("the head of the table again").contains("Tên chỉ tiêu");
        }
    }

    @Test
    void keepsTheMarginsInThePdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(printer.print(paper, "pdf"))) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(210 * POINTS_PER_MM, within(1f));
            Extent extent = new Extent();
            extent.getText(document);
            assertThat(extent.left).isCloseTo(30 * POINTS_PER_MM, within(3f));
            assertThat(extent.right).isLessThanOrEqualTo((210 - 15) * POINTS_PER_MM + 1);
            assertThat(extent.bottom).isLessThanOrEqualTo((297 - 20) * POINTS_PER_MM + 1);
        }
    }

    @Test
    void writesTheAnnexWithNumbersThatCanBeReckonedWith() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(printer.print(paper, "xlsx")))) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(138);
            assertThat(row.getCell(6).getNumericCellValue()).isEqualTo(142);
            assertThat(row.getCell(7).getNumericCellValue()).isCloseTo(97.18309859, within(1e-6));
        }
    }

    private XWPFDocument document() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(printer.print(paper, "docx")));
    }

    private String word() throws IOException {
        try (XWPFDocument document = document()) {
            List<String> text = new ArrayList<>();
            document.getParagraphs().forEach(it -> text.add(it.getText()));
            document.getTables().forEach(it -> text.add(it.getText()));
            return String.join("\n", text);
        }
    }

    private String pdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(printer.print(paper, "pdf"))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String sheet() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(printer.print(paper, "xlsx")))) {
            var rows = book.getSheetAt(0);
            return IntStream.rangeClosed(0, rows.getLastRowNum())
                    .mapToObj(i -> String.valueOf(rows.getRow(i).getCell(8)))
                    .reduce("", (one, other) -> one + "\n" + other);
        }
    }

    private static String page(PDDocument document, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document).strip();
    }

    /** How far letters reach. */
    private static final class Extent extends PDFTextStripper {

        private float left = Float.MAX_VALUE;
        private float right;
        private float bottom;

        @Override
        protected void processTextPosition(TextPosition text) {
            left = Math.min(left, text.getXDirAdj());
            right = Math.max(right, text.getXDirAdj() + (text.getUnicode().isBlank() ? 0 : text.getWidthDirAdj()));
            bottom = Math.max(bottom, text.getYDirAdj());
        }
    }
}
