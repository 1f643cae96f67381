package vn.tungnha.papers.print;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a paper, by which an official changes all of it at once. Sizes in points, lengths in twentieths of one. */
final class DocxStyles {

    static final String BODY = "VanBan";
    static final String TITLE = "TenLoai";
    static final String SUBJECT = "TrichYeu";
    static final String ADDRESSEE = "KinhGui";
    static final String NOTE = "GhiChu";
    static final String CENTRE = "GiuaDong";
    static final String GROUND = "CanCu";
    static final String RULE = "GachDuoi";
    static final String HEAD = "DauTrang";
    static final String HEAD_BOLD = "CoQuan";
    static final String MOTTO = "TieuNgu";
    static final String PLACE = "DiaDanh";
    static final String RULE_LEFT = "GachTrai";
    static final String RULE_RIGHT = "GachPhai";
    static final String TABLE = "BangChu";
    static final String TABLE_HEAD = "BangDau";
    static final String RECIPIENTS_TITLE = "NoiNhanDau";
    static final String RECIPIENTS = "NoiNhan";
    static final String SIGNER = "NguoiKy";
    static final String PAGE_NUMBER = "SoTrang";

    private static final String FONT = "Times New Roman";
    private static final int INDENT = 567;

    private final XWPFStyles styles;

    private DocxStyles(XWPFStyles styles) {
        this.styles = styles;
    }

    static String heading(int level) {
        return "Heading" + level;
    }

    static void define(XWPFDocument document) {
        DocxStyles all = new DocxStyles(document.createStyles());
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        all.styles.setDefaultFonts(fonts);
        all.styles.setSpellingLanguage("vi-VN");
        all.style("Normal", "Normal", 14).at(STJc.LEFT).spaced(0, 0);
        all.style(BODY, "Văn bản", 14).at(STJc.BOTH).spaced(0, 120).indented();
        all.style(heading(1), "heading 1", 14)
                .at(STJc.BOTH)
                .bold()
                .spaced(120, 120)
                .indented()
                .outline(0);
        all.style(heading(2), "heading 2", 14)
                .at(STJc.BOTH)
                .bold()
                .spaced(60, 120)
                .indented()
                .outline(1);
        all.style(heading(3), "heading 3", 14)
                .at(STJc.BOTH)
                .bold()
                .italic()
                .spaced(60, 120)
                .indented()
                .outline(2);
        all.style(TITLE, "Tên loại", 14).at(STJc.CENTER).bold().spaced(360, 0);
        all.style(SUBJECT, "Trích yếu", 14).at(STJc.CENTER).bold().spaced(0, 0);
        all.style(ADDRESSEE, "Kính gửi", 14).at(STJc.CENTER).spaced(120, 240);
        all.style(CENTRE, "Giữa dòng", 14).at(STJc.CENTER).bold().spaced(120, 120);
        all.style(GROUND, "Căn cứ", 14).at(STJc.BOTH).italic().spaced(0, 120).indented();
        all.style(NOTE, "Ghi chú", 12).at(STJc.BOTH).italic().spaced(60, 240).indented();
        all.style(RULE, "Gạch dưới trích yếu", 4).at(STJc.CENTER).spaced(0, 120).ruled(3500);
        all.style(HEAD, "Đầu trang", 13).at(STJc.CENTER).spaced(0, 0);
        all.style(HEAD_BOLD, "Cơ quan", 13).at(STJc.CENTER).bold().spaced(0, 0);
        all.style(MOTTO, "Tiêu ngữ", 14).at(STJc.CENTER).bold().spaced(0, 0);
        all.style(PLACE, "Địa danh", 14).at(STJc.CENTER).italic().spaced(0, 0);
        all.style(RULE_LEFT, "Gạch dưới cơ quan", 4)
                .at(STJc.CENTER)
                .spaced(0, 100)
                .ruled(1250);
        all.style(RULE_RIGHT, "Gạch dưới tiêu ngữ", 4)
                .at(STJc.CENTER)
                .spaced(0, 100)
                .ruled(1100);
        all.style(TABLE, "Bảng", 13).at(STJc.LEFT).spaced(20, 20);
        all.style(TABLE_HEAD, "Đầu bảng", 13).at(STJc.CENTER).bold().spaced(20, 20);
        all.style(RECIPIENTS_TITLE, "Nơi nhận (đầu)", 12)
                .at(STJc.LEFT)
                .bold()
                .italic()
                .spaced(0, 0);
        all.style(RECIPIENTS, "Nơi nhận", 11).at(STJc.LEFT).spaced(0, 0);
        all.style(SIGNER, "Người ký", 14).at(STJc.CENTER).bold().spaced(0, 0);
        all.style(PAGE_NUMBER, "Số trang", 14).at(STJc.CENTER).spaced(0, 0);
    }

    private Style style(String id, String name, int size) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        if (id.equals("Normal")) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal("Normal");
        }
        CTPPrGeneral paragraph = style.addNewPPr();
        CTRPr run = style.addNewRPr();
        CTFonts fonts = run.addNewRFonts();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        BigInteger halves = BigInteger.valueOf(size * 2L);
        run.addNewSz().setVal(halves);
        run.addNewSzCs().setVal(halves);
        styles.addStyle(new XWPFStyle(style, styles));
        return new Style(paragraph, run);
    }

    /** One style, while it is being described. */
    private record Style(CTPPrGeneral paragraph, CTRPr run) {

        Style at(STJc.Enum align) {
            paragraph.addNewJc().setVal(align);
            return this;
        }

        Style spaced(int before, int after) {
            CTSpacing spacing = paragraph.addNewSpacing();
            spacing.setBefore(BigInteger.valueOf(before));
            spacing.setAfter(BigInteger.valueOf(after));
            spacing.setLine(BigInteger.valueOf(264));
            spacing.setLineRule(STLineSpacingRule.AUTO);
            return this;
        }

        Style bold() {
            run.addNewB();
            return this;
        }

        Style italic() {
            run.addNewI();
            return this;
        }

        Style indented() {
            CTInd indent = paragraph.addNewInd();
            indent.setFirstLine(BigInteger.valueOf(INDENT));
            return this;
        }

        Style outline(int level) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
            paragraph.addNewKeepNext();
            return this;
        }

        /** A line under an empty paragraph, so far from both sides. */
        Style ruled(int from) {
            CTInd indent = paragraph.addNewInd();
            indent.setLeft(BigInteger.valueOf(from));
            indent.setRight(BigInteger.valueOf(from));
            var border = paragraph.addNewPBdr().addNewBottom();
            border.setVal(STBorder.SINGLE);
            border.setSz(BigInteger.valueOf(6));
            border.setSpace(BigInteger.ONE);
            border.setColor("000000");
            return this;
        }
    }
}
