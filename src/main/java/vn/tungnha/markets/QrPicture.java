package vn.tungnha.markets;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;

/** Reads the code on a photo or screenshot: the very bytes it holds. The picture itself is kept nowhere. */
final class QrPicture {

    private static final int LARGEST = 8_000_000;
    private static final long MOST_PIXELS = 50_000_000;
    private static final int[] SIDES = {1200, 2000, 700};

    private QrPicture() {}

    /** @throws RuleBroken at {@code picture} where there is no picture or no code on it */
    static byte[] read(byte[] picture) {
        if (picture.length > LARGEST) {
            throw RuleBroken.at("picture", "markets.error.picture-large", LARGEST / 1_000_000);
        }
        BufferedImage image = image(picture);
        if (image == null) {
            throw RuleBroken.at("picture", "markets.error.picture");
        }
        for (int side : SIDES) {
            try {
                return bytes(decode(painted(image, side)));
            } catch (ReaderException unreadable) {
                // another size may be read more easily
            }
        }
        throw RuleBroken.at("picture", "markets.error.picture-no-code");
    }

    private static Result decode(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        RGBLuminanceSource light =
                new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        // bytes stay bytes: ISO 8859-1 has one sign for each
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(light)),
                        Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "ISO-8859-1"));
    }

    /** A code that names its own character set (ECI, symbology ]Q2, ]Q4 or ]Q6) was already turned into text by it. */
    private static byte[] bytes(Result result) throws NotFoundException {
        Map<ResultMetadataType, Object> about = result.getResultMetadata();
        String symbology = about == null ? "" : String.valueOf(about.get(ResultMetadataType.SYMBOLOGY_IDENTIFIER));
        boolean named = symbology.matches("]Q[246]");
        String text = result.getText();
        if (text == null || text.isEmpty()) {
            throw NotFoundException.getNotFoundInstance();
        }
        return text.getBytes(named ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static @Nullable BufferedImage image(byte[] picture) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > MOST_PIXELS ? null : reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException broken) {
            return null;
        }
    }

    /** On white, so that a code without a ground of its own is seen, and no larger than can be read quickly. */
    private static BufferedImage painted(BufferedImage image, int side) {
        double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = small.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        brush.dispose();
        return small;
    }
}
