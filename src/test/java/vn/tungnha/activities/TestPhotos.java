package vn.tungnha.activities;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Photos as cameras make them. */
final class TestPhotos {

    private TestPhotos() {}

    /** With a comment segment in which a place is written, right behind the beginning. */
    static byte[] withPlace() {
        try {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
            byte[] words = "GPS-15.9".getBytes(StandardCharsets.ISO_8859_1);
            ByteArrayOutputStream photo = new ByteArrayOutputStream();
            photo.write(plain.toByteArray(), 0, 2);
            photo.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (words.length + 2)});
            photo.write(words);
            photo.write(plain.toByteArray(), 2, plain.size() - 2);
            return photo.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
