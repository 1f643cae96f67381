package vn.tungnha.markets;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.QrCode;

/** Made-up payment codes, and a reader that knows nothing of how they were made. */
public final class TestCodes {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int SCALE = 8;

    private TestCodes() {}

    /** As banks of Việt Nam print them. */
    public static byte[] vietQr(String bank, String account, @Nullable String payee) {
        String beneficiary = tag("00", bank) + tag("01", account);
        String text = tag("00", "01")
                + tag("01", "11")
                + tag("38", tag("00", "A000000727") + tag("01", beneficiary) + tag("02", "QRIBFTTA"))
                + tag("53", "704")
                + tag("58", "VN")
                + (payee == null ? "" : tag("59", payee))
                + "6304";
        return (text + crc(text.getBytes(StandardCharsets.UTF_8))).getBytes(StandardCharsets.UTF_8);
    }

    private static String tag(String id, String value) {
        return id + String.format(Locale.ROOT, "%02d", value.length()) + value;
    }

    /** CRC-16/CCITT-FALSE by table, not by bits. */
    static String crc(byte[] bytes) {
        int crc = 0xFFFF;
        for (byte each : bytes) {
            int index = (crc >> 8 ^ each) & 0xFF;
            int entry = index << 8;
            for (int bit = 0; bit < 8; bit++) {
                entry = (entry & 0x8000) == 0 ? entry << 1 : entry << 1 ^ 0x1021;
            }
            crc = (crc << 8 ^ entry) & 0xFFFF;
        }
        return String.format(Locale.ROOT, "%04X", crc);
    }

    /** What a reader finds on the path of an SVG, byte for byte. */
    public static byte[] read(String path, int size) throws Exception {
        BufferedImage image = paint(path, size);
        int side = image.getWidth();
        RGBLuminanceSource light = new RGBLuminanceSource(side, side, image.getRGB(0, 0, side, side, null, 0, side));
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(light)),
                        Map.of(DecodeHintType.CHARACTER_SET, "ISO-8859-1"))
                .getText()
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A picture of a code, as a phone takes it. */
    public static byte[] png(QrCode code) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(paint(code.path(), code.size()), "png", out);
        return out.toByteArray();
    }

    private static BufferedImage paint(String path, int size) {
        BitMatrix dark = new BitMatrix(size);
        Matcher runs = RUN.matcher(path);
        while (runs.find()) {
            dark.setRegion(
                    Integer.parseInt(runs.group(1)),
                    Integer.parseInt(runs.group(2)),
                    Integer.parseInt(runs.group(3)),
                    1);
        }
        int side = size * SCALE;
        int[] pixels = new int[side * side];
        Arrays.setAll(pixels, at -> dark.get(at % side / SCALE, at / side / SCALE) ? 0x000000 : 0xffffff);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, side, side, pixels, 0, side);
        return image;
    }
}
