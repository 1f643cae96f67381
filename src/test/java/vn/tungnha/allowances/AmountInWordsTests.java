package vn.tungnha.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|không",
                "1|một",
                "4|bốn",
                "5|năm",
                "10|mười",
                "11|mười một",
                "14|mười bốn",
                "15|mười lăm",
                "20|hai mươi",
                "21|hai mươi mốt",
                "24|hai mươi tư",
                "25|hai mươi lăm",
                "31|ba mươi mốt",
                "44|bốn mươi tư",
                "55|năm mươi lăm",
                "91|chín mươi mốt",
                "100|một trăm",
                "101|một trăm lẻ một",
                "104|một trăm lẻ bốn",
                "105|một trăm lẻ năm",
                "110|một trăm mười",
                "111|một trăm mười một",
                "114|một trăm mười bốn",
                "115|một trăm mười lăm",
                "121|một trăm hai mươi mốt",
                "555|năm trăm năm mươi lăm",
                "1000|một nghìn",
                "1001|một nghìn không trăm lẻ một",
                "1015|một nghìn không trăm mười lăm",
                "1100|một nghìn một trăm",
                "10000|mười nghìn",
                "21000|hai mươi mốt nghìn",
                "50000|năm mươi nghìn",
                "105000|một trăm lẻ năm nghìn",
                "300000|ba trăm nghìn",
                "1000000|một triệu",
                "1000001|một triệu không trăm lẻ một",
                "1005000|một triệu không trăm lẻ năm nghìn",
                "1050000|một triệu không trăm năm mươi nghìn",
                "12350000|mười hai triệu ba trăm năm mươi nghìn",
                "24150000|hai mươi tư triệu một trăm năm mươi nghìn",
                "100000000|một trăm triệu",
                "1000000000|một tỷ",
                "1000000005|một tỷ không trăm lẻ năm",
                "2000000000|hai tỷ",
                "1234567891|một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt",
                "21000000000|hai mươi mốt tỷ",
                "1000000000000|một nghìn tỷ"
            })
    void writesAnAmountOut(long amount, String words) {
        assertThat(AmountInWords.of(amount)).isEqualTo(words);
    }

    @Test
    void beginsWithACapitalAndEndsWithTheCurrency() {
        assertThat(AmountInWords.dong(0)).isEqualTo("Không đồng");
        assertThat(AmountInWords.dong(12_350_000)).isEqualTo("Mười hai triệu ba trăm năm mươi nghìn đồng");
        assertThat(AmountInWords.dong(-50_000)).isEqualTo("Âm năm mươi nghìn đồng");
    }

    @Test
    void saysNoTwoAmountsAlike() {
        Set<String> said = new HashSet<>();
        for (long amount = 0; amount < 120_000; amount++) {
            assertThat(said.add(AmountInWords.of(amount))).as("%d", amount).isTrue();
        }
    }
}
