package vn.tungnha.activities;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Photos as they are kept: small, and painted anew, so that nothing the camera wrote about place and time comes along. */
final class Photos {

    private static final int SIDE = 1600;
    private static final long MOST_PIXELS = 50_000_000;
    private static final Set<String> FORMATS = Set.of("JPEG", "png");

    private Photos() {}

    /** Null for what is no JPEG or PNG of a sensible size. */
    static byte @Nullable [] bare(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return FORMATS.contains(reader.getFormatName()) && pixels <= MOST_PIXELS
                        ? painted(reader.read(0))
                        : null;
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException broken) {
            return null;
        }
    }

    private static byte[] painted(BufferedImage image) throws IOException {
        double scale = Math.min(1, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = small.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", out);
        return out.toByteArray();
    }
}
