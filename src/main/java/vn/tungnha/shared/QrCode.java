package vn.tungnha.shared;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG, one unit a module.
 *
 * @param path of the dark modules
 * @param size of the square, the quiet zone of four modules on every side included
 */
public record QrCode(String path, int size) {

    private static final int QUIET = 4;

    /** Readable still when a quarter of it is worn off, as what is carried in a pocket will be. */
    public static QrCode of(String text) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q,
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
            return new QrCode(path(modules), modules.getWidth());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }

    /**
     * Holds exactly these bytes and nothing about what they mean: a code somebody else made is printed again as it was. Up
     * to 15 in 100 of it may be worn off, which leaves larger modules for a code as long as those of banks.
     */
    public static QrCode ofBytes(byte[] bytes) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            // one sign for each byte; without naming a character set no ECI is put before them
                            new String(bytes, StandardCharsets.ISO_8859_1),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET));
            return new QrCode(path(modules), modules.getWidth());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + bytes.length + " bytes", e);
        }
    }

    private static String path(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    int run = x - from;
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(run)
                            .append("v1h-")
                            .append(run)
                            .append('z');
                }
            }
        }
        return path.toString();
    }
}
