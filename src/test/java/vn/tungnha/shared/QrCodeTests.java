package vn.tungnha.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTests {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @Test
    void isReadAgainFromItsPath() throws Exception {
        String text = "https://tung-nha.example.vn/card/abcdefghjkmn?tổ=33";

        assertThat(read(QrCode.of(text))).isEqualTo(text);
    }

    @Test
    void keepsFourModulesFreeAround() {
        QrCode code = QrCode.of("https://tung-nha.example.vn/card/abcdefghjkmn");

        Matcher runs = RUN.matcher(code.path());
        assertThat(runs.results()).isNotEmpty().allSatisfy(run -> {
            int x = Integer.parseInt(run.group(1));
            int y = Integer.parseInt(run.group(2));
            int width = Integer.parseInt(run.group(3));
            assertThat(x).isBetween(4, code.size() - 5);
            assertThat(x + width).isLessThanOrEqualTo(code.size() - 4);
            assertThat(y).isBetween(4, code.size() - 5);
        });
    }

    @Test
    void refusesWhatNoCodeHolds() {
        String text = "x".repeat(3000);

        assertThatThrownBy(() -> QrCode.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Painted eight pixels a module, then looked at by a reader. */
    private static String read(QrCode code) throws Exception {
        int scale = 8;
        BitMatrix dark = new BitMatrix(code.size());
        Matcher runs = RUN.matcher(code.path());
        while (runs.find()) {
            dark.setRegion(
                    Integer.parseInt(runs.group(1)),
                    Integer.parseInt(runs.group(2)),
                    Integer.parseInt(runs.group(3)),
                    1);
        }
        int side = code.size() * scale;
        int[] pixels = new int[side * side];
        Arrays.setAll(pixels, at -> dark.get(at % side / scale, at / side / scale) ? 0xff000000 : 0xffffffff);
        BinaryBitmap picture =
                new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader().decode(picture).getText();
    }
}
