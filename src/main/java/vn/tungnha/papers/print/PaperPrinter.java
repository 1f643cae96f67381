package vn.tungnha.papers.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tungnha.papers.Paper;
import vn.tungnha.shared.NotFound;

/** Makes the files of a paper. */
@Component
public class PaperPrinter {

    public static final List<String> FORMATS = List.of("docx", "pdf", "xlsx");

    private final PdfPaper pdf = new PdfPaper();

    /** @param format one of {@link #FORMATS} */
    public byte[] print(Paper paper, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            switch (format) {
                case "docx" -> DocxPaper.write(paper, out);
                case "pdf" -> pdf.write(paper, out);
                case "xlsx" -> AnnexTable.write(paper, out);
                default -> throw new NotFound("format", format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String contentType(String format) {
        return switch (format) {
            case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case "pdf" -> "application/pdf";
            default -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        };
    }
}
