package vn.tungnha.papers.print;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import vn.tungnha.papers.Block;
import vn.tungnha.papers.Paper;

/** A paper as a Word document in the form of Decree 30/2020/NĐ-CP, made of styles so that it edits cleanly. */
final class DocxPaper {

    /** Twentieths of a point: A4, and 20, 20, 30, 15 mm. */
    private static final int WIDTH = 11906;

    private static final int HEIGHT = 16838;
    private static final int TOP = 1134;
    private static final int LEFT = 1701;
    private static final int RIGHT = 851;
    private static final int HEADER = 567;
    private static final int TEXT_WIDTH = WIDTH - LEFT - RIGHT;
    private static final int SIGNING_LINES = 4;

    private DocxPaper() {}

    static void write(Paper paper, OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            DocxStyles.define(document);
            page(document);
            document.getProperties().getCoreProperties().setTitle(paper.fullTitle());
            head(document, paper);
            line(document, paper.title(), DocxStyles.TITLE);
            paper.subject().forEach(it -> line(document, it, DocxStyles.SUBJECT));
            line(document, "", DocxStyles.RULE);
            if (paper.addressee() != null) {
                line(document, paper.addressee(), DocxStyles.ADDRESSEE);
            }
            paper.body().forEach(block -> block(document, block));
            if (!paper.note().isEmpty()) {
                line(document, paper.note(), DocxStyles.NOTE);
            }
            if (!paper.signers().isEmpty() || !paper.recipients().isEmpty()) {
                foot(document, paper);
            }
            annex(document, paper.annex());
            document.write(out);
        }
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(TOP));
        margin.setBottom(BigInteger.valueOf(TOP));
        margin.setLeft(BigInteger.valueOf(LEFT));
        margin.setRight(BigInteger.valueOf(RIGHT));
        margin.setHeader(BigInteger.valueOf(HEADER));
        margin.setFooter(BigInteger.valueOf(HEADER));
        margin.setGutter(BigInteger.ZERO);
        document.createHeader(HeaderFooterType.FIRST).createParagraph();
        XWPFHeader header = document.createHeader(HeaderFooterType.DEFAULT);
        XWPFParagraph number = header.createParagraph();
        number.setStyle(DocxStyles.PAGE_NUMBER);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    /** Who issues it on the left, the nation and its motto on the right. */
    private static void head(XWPFDocument document, Paper paper) {
        XWPFTable table = DocxTable.invisible(document, 1, List.of(42, 58), TEXT_WIDTH);
        XWPFTableCell left = table.getRow(0).getCell(0);
        paper.parent().forEach(it -> line(left, it, DocxStyles.HEAD));
        paper.issuer().forEach(it -> line(left, it, DocxStyles.HEAD_BOLD));
        line(left, "", DocxStyles.RULE_LEFT);
        if (paper.number() != null) {
            line(left, paper.number(), DocxStyles.HEAD);
        }
        XWPFTableCell right = table.getRow(0).getCell(1);
        line(right, Paper.NATION, DocxStyles.HEAD_BOLD);
        line(right, Paper.MOTTO, DocxStyles.MOTTO);
        line(right, "", DocxStyles.RULE_RIGHT);
        line(right, paper.place(), DocxStyles.PLACE);
        DocxTable.dropFirstParagraphs(table);
    }

    private static void block(XWPFDocument document, Block block) {
        if (block instanceof Block.Heading heading) {
            line(document, heading.text(), DocxStyles.heading(heading.level()));
        } else if (block instanceof Block.Text text) {
            line(document, text.text(), DocxStyles.BODY);
        } else if (block instanceof Block.Grid grid) {
            DocxTable.write(document, grid, TEXT_WIDTH);
        } else if (block instanceof Block.Signatures signatures) {
            signatures(document, signatures.titles());
        } else if (block instanceof Block.Line one) {
            line(document, one.text(), one.look() == Block.Look.CENTRE ? DocxStyles.CENTRE : DocxStyles.GROUND);
        } else if (block instanceof Block.Article article) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setStyle(DocxStyles.BODY);
            XWPFRun lead = paragraph.createRun();
            lead.setBold(true);
            lead.setText(article.lead() + " ");
            paragraph.createRun().setText(article.text());
        }
    }

    private static void annex(XWPFDocument document, List<Block> annex) {
        for (int i = 0; i < annex.size(); i++) {
            block(document, annex.get(i));
            if (i == 0) {
                document.getParagraphs()
                        .get(document.getParagraphs().size() - 1)
                        .setPageBreak(true);
            }
        }
    }

    private static void signature(XWPFTableCell cell, List<String> words) {
        words.forEach(it -> line(cell, it, DocxStyles.SIGNER));
        for (int i = 0; i < SIGNING_LINES; i++) {
            line(cell, "", DocxStyles.SIGNER);
        }
    }

    private static void signatures(XWPFDocument document, List<String> titles) {
        List<Integer> widths = titles.stream().map(it -> 100 / titles.size()).toList();
        XWPFTable table = DocxTable.invisible(document, 1, widths, TEXT_WIDTH);
        for (int i = 0; i < titles.size(); i++) {
            signature(table.getRow(0).getCell(i), List.of(titles.get(i)));
        }
        DocxTable.dropFirstParagraphs(table);
        line(document, "", DocxStyles.HEAD);
    }

    /** Where it goes on the left, who signs on the right, with room for the signature. */
    private static void foot(XWPFDocument document, Paper paper) {
        if (paper.recipients().isEmpty() && paper.signers().isEmpty()) {
            return;
        }
        XWPFTable table = DocxTable.invisible(document, 1, List.of(50, 50), TEXT_WIDTH);
        XWPFTableCell left = table.getRow(0).getCell(0);
        if (!paper.recipients().isEmpty()) {
            line(left, Paper.RECIPIENTS, DocxStyles.RECIPIENTS_TITLE);
            paper.recipients().forEach(it -> line(left, it, DocxStyles.RECIPIENTS));
        }
        XWPFTableCell right = table.getRow(0).getCell(1);
        signature(right, paper.signers());
        DocxTable.dropFirstParagraphs(table);
        line(document, "", DocxStyles.HEAD);
    }

    static void line(XWPFDocument document, String text, String style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
    }

    static void line(XWPFTableCell cell, String text, String style) {
        XWPFParagraph paragraph = cell.addParagraph();
        paragraph.setStyle(style);
        if (!text.isEmpty()) {
            paragraph.createRun().setText(text);
        }
    }

    static ParagraphAlignment alignment(String align) {
        return switch (align) {
            case "right" -> ParagraphAlignment.RIGHT;
            case "center" -> ParagraphAlignment.CENTER;
            default -> ParagraphAlignment.LEFT;
        };
    }
}
