package vn.tungnha.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTests {

    private static final String LETTERS = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđ";

    /** Written by hand as the fonts drew them. */
    @ParameterizedTest
    @CsvSource({
        "TCVN3, Céng hßa x· héi chñ nghÜa ViÖt Nam, Cộng hòa xã hội chủ nghĩa Việt Nam",
        "TCVN3, §éc lËp - Tù do - H¹nh phóc, Độc lập - Tự do - Hạnh phúc",
        "TCVN3, NGUYÔN V¡N S¸U, NGUYỄN VĂN SÁU",
        "TCVN3, Vâ ThÞ H­êng, Võ Thị Hường",
        "VNI, Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Cộng hòa xã hội chủ nghĩa Việt Nam",
        "VNI, Ñoäc laäp - Töï do - Haïnh phuùc, Độc lập - Tự do - Hạnh phúc",
        "VNI, NGUYEÃN VAÊN SAÙU, NGUYỄN VĂN SÁU",
        "VNI, Voõ Thò Höôøng ôû ñöôøng Lyù Thöôøng Kieät, Võ Thị Hường ở đường Lý Thường Kiệt"
    })
    void readsWhatTheFontsDrew(Lettering lettering, String drawn, String meant) {
        assertThat(lettering.read(drawn)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCVN3", "VNI"})
    void readsEveryLetter(Lettering lettering) {
        assertThat(lettering.read(Drawn.as(lettering, LETTERS))).isEqualTo(LETTERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nhà nước của nhân dân, do nhân dân, vì nhân dân; quyền lực thuộc về nhân dân",
                "Chị Huyền khuyên cụ Thuyết quyết giữ giếng nước giữa xã Quỳnh Nghĩa",
                "Ông Ngoạn uống trà, khuỷu tay tì lên quyển lịch rượu thuở xưa",
                "đường Nguyễn Hữu Thọ, kiệt 12/3, gần chợ mới Hòa Thuận, kỳ ỷ ỹ ỵ"
            })
    void readsWholeSentencesBack(String sentence) {
        assertThat(Lettering.TCVN3.read(Drawn.as(Lettering.TCVN3, sentence)).toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(sentence.toLowerCase(java.util.Locale.ROOT));
        assertThat(Lettering.VNI.read(Drawn.as(Lettering.VNI, sentence))).isEqualTo(sentence);
    }
}
