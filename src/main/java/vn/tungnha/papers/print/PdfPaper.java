package vn.tungnha.papers.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import vn.tungnha.papers.Paper;

/** A paper as PDF. Its letters travel with it: a Times of the same widths, with every Vietnamese sign. */
final class PdfPaper {

    private final byte[] regular = resource("tinos-regular.ttf");
    private final byte[] bold = resource("tinos-bold.ttf");
    private final byte[] italic = resource("tinos-italic.ttf");
    private final byte[] boldItalic = resource("tinos-bold-italic.ttf");
    private final String css = new String(resource("print.css"), java.nio.charset.StandardCharsets.UTF_8);

    void write(Paper paper, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        font(builder, regular, 400, FontStyle.NORMAL);
        font(builder, bold, 700, FontStyle.NORMAL);
        font(builder, italic, 400, FontStyle.ITALIC);
        font(builder, boldItalic, 700, FontStyle.ITALIC);
        builder.withHtmlContent(PaperHtml.of(paper, css), null);
        builder.withProducer("Từng Nhà");
        builder.toStream(out);
        builder.run();
    }

    private static void font(PdfRendererBuilder builder, byte[] font, int weight, FontStyle style) {
        builder.useFont(() -> new ByteArrayInputStream(font), "Tinos", weight, style, true);
    }

    private static byte[] resource(String name) {
        try (InputStream in = PdfPaper.class.getResourceAsStream("/papers/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
