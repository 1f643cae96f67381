package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is printed: every text finished, the same for screen, Word and PDF.
 *
 * @param parent lines of the body above, bold none; empty = none
 * @param issuer lines of the issuing body
 * @param number "Số: ....../BC-UBND"; null where the paper bears none
 * @param place "Thanh Khê, ngày ... tháng 9 năm 2024"
 * @param addressee null = none
 * @param note how old the figures are and whether they are locked; empty = none
 * @param recipients empty = none
 * @param signers empty = nobody signs at the foot
 * @param annex what follows on a page of its own, after the signature
 */
public record Paper(
        List<String> parent,
        List<String> issuer,
        @Nullable String number,
        String place,
        String title,
        List<String> subject,
        @Nullable String addressee,
        List<Block> body,
        String note,
        List<String> recipients,
        List<String> signers,
        List<PaperFigure> figures,
        List<Block> annex) {

    /** Without an annex. */
    public Paper(
            List<String> parent,
            List<String> issuer,
            @Nullable String number,
            String place,
            String title,
            List<String> subject,
            @Nullable String addressee,
            List<Block> body,
            String note,
            List<String> recipients,
            List<String> signers,
            List<PaperFigure> figures) {
        this(
                parent,
                issuer,
                number,
                place,
                title,
                subject,
                addressee,
                body,
                note,
                recipients,
                signers,
                figures,
                List.of());
    }

    public static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    public static final String RECIPIENTS = "Nơi nhận:";

    public String nation() {
        return NATION;
    }

    public String motto() {
        return MOTTO;
    }

    public String recipientsTitle() {
        return RECIPIENTS;
    }

    /** "BÁO CÁO Kết quả ... tháng 9 năm 2024". */
    public String fullTitle() {
        return title + " " + String.join(" ", subject);
    }

    /** Everything it says, as plain text; cells of a row are parted by tabs. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.addAll(parent);
        lines.addAll(issuer);
        if (number != null) {
            lines.add(number);
        }
        lines.add(place);
        lines.add(title);
        lines.addAll(subject);
        if (addressee != null) {
            lines.add(addressee);
        }
        body.forEach(block -> lines.add(said(block)));
        lines.add(note);
        lines.addAll(recipients);
        lines.addAll(signers);
        annex.forEach(block -> lines.add(said(block)));
        return String.join("\n", lines);
    }

    private static String said(Block block) {
        if (block instanceof Block.Heading heading) {
            return heading.text();
        }
        if (block instanceof Block.Text text) {
            return text.text();
        }
        if (block instanceof Block.Signatures signatures) {
            return String.join("\t", signatures.titles());
        }
        if (block instanceof Block.Line line) {
            return line.text();
        }
        if (block instanceof Block.Article article) {
            return article.lead() + " " + article.text();
        }
        Block.Grid grid = (Block.Grid) block;
        String head = grid.columns().stream().map(Block.Column::name).collect(Collectors.joining("\t"));
        return head + "\n"
                + grid.rows().stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
    }
}
