package vn.tungnha.papers.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tungnha.papers.TestPapers;

/** The Word and Excel files as LibreOffice opens and prints them. */
@Tag("drill")
class OfficeTests {

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final String STACKED = "Tổ trưởng ghi nhận đầy đủ: ẳ ẵ ặ ể ễ ệ ỗ ộ ở ỡ ợ ử ữ ự ỷ ỹ ỵ Đ đ.";

    private static final Path FONTS = Path.of("src/main/resources/papers");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsLibreOffice() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
        assumeTrue(there, "LibreOffice (soffice) is not installed here");
    }

    @Test
    void opensTheWordDocumentAsItWasLaidOut() throws IOException, InterruptedException {
        try (PDDocument document = opened("docx")) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(text(document, 1))
                    .startsWith("ỦY BAN NHÂN DÂN")
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: ....../BC-UBND", STACKED, "97,18%", "138,43%");
            assertThat(text(document, 2))
                    .as("its number, then the head of the table again")
                    .startsWith("2");
            assertThat(text(document, 2)).contains("Chỉ tiêu", "Thực hiện");
            assertThat(text(document, document.getNumberOfPages())).contains("Nơi nhận:", "CHỦ TỊCH");
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(210 * POINTS_PER_MM, within(1f));
            Extent extent = new Extent();
            extent.getText(document);
            assertThat(extent.left).isCloseTo(30 * POINTS_PER_MM, within(3f));
            assertThat(extent.right).isLessThanOrEqualTo((210 - 15) * POINTS_PER_MM + 2);
            assertThat(extent.bottom).isLessThanOrEqualTo((297 - 20) * POINTS_PER_MM + 2);
            embedsAllFonts(document);
        }
    }

    @Test
    void opensTheAnnexWithItsFigures() throws IOException, InterruptedException {
        try (PDDocument document = opened("xlsx")) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            assertThat(stripper.getText(document)).contains("138", "142", "13781", "9955", "97,18%", "138,43%");
            embedsAllFonts(document);
        }
    }

    /** A profile of its own: one that is open elsewhere would refuse to start. */
    private PDDocument opened(String format) throws IOException, InterruptedException {
        Path file = folder.resolve("paper." + format);
        Files.write(file, new PaperPrinter().print(TestPapers.ward(STACKED), format));
        ProcessBuilder command = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile());
        command.environment().put("FONTCONFIG_FILE", fonts().toString());
        Process office = command.start();
        assertThat(office.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(folder.resolve("paper.pdf"))
                .as(Files.readString(folder.resolve("office.log")))
                .exists();
        return Loader.loadPDF(folder.resolve("paper.pdf").toFile());
    }

    /** Where Times New Roman is not installed our own letters stand in for it: they are as wide. */
    private Path fonts() throws IOException {
        Path config = folder.resolve("fonts.conf");
        Files.writeString(config, """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig>
              <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
              <dir>%s</dir>
              <cachedir>%s</cachedir>
              <alias binding="same"><family>Times New Roman</family><accept><family>Tinos</family></accept></alias>
            </fontconfig>
            """.formatted(FONTS.toAbsolutePath(), folder.resolve("fonts")));
        return config;
    }

    private static void embedsAllFonts(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).strip();
    }

    /** How far letters reach. */
    private static final class Extent extends PDFTextStripper {

        private float left = Float.MAX_VALUE;
        private float right;
        private float bottom;

        @Override
        protected void processTextPosition(TextPosition text) {
            if (!text.getUnicode().isBlank()) {
                left = Math.min(left, text.getXDirAdj());
                right = Math.max(right, text.getXDirAdj() + text.getWidthDirAdj());
                bottom = Math.max(bottom, text.getYDirAdj());
            }
        }
    }
}
