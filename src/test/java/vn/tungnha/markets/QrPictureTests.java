package vn.tungnha.markets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tungnha.shared.QrCode;
import vn.tungnha.shared.RuleBroken;

class QrPictureTests {

    @ParameterizedTest
    @ValueSource(strings = {"TRAN THI BUOI", "Trần Thị Bưởi", "é", ""})
    void keepsACodeByteForByteFromPictureToPrint(String payee) throws Exception {
        byte[] payload = TestCodes.vietQr("970436", "0071000123456", payee.isEmpty() ? null : payee);
        QrCode original = QrCode.ofBytes(payload);

        byte[] read = QrPicture.read(TestCodes.png(original));
        QrCode printed = QrCode.ofBytes(read);

        assertThat(read).isEqualTo(payload);
        assertThat(TestCodes.read(printed.path(), printed.size())).isEqualTo(payload);
    }

    @Test
    void readsACodeThatNamesItsCharacterSet() throws Exception {
        byte[] payload = TestCodes.vietQr("970436", "0071000123456", "Trần Thị Bưởi");
        QrCode named = QrCode.of(new String(payload, StandardCharsets.UTF_8));

        assertThat(QrPicture.read(TestCodes.png(named))).isEqualTo(payload);
    }

    @Test
    void refusesAPictureWithoutACode() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", out);

        assertThatThrownBy(() -> QrPicture.read(out.toByteArray()))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.getKey())
                        .isEqualTo("markets.error.picture-no-code"));
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> QrPicture.read("không phải ảnh".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.getKey()).isEqualTo("markets.error.picture"));
    }
}
