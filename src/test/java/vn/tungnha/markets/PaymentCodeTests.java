package vn.tungnha.markets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tungnha.shared.RuleBroken;

class PaymentCodeTests {

    /** The check value of CRC-16/CCITT-FALSE over "123456789" is 29B1; so reckoned by a second hand in the fixture. */
    @Test
    void readsBankAccountAndPayeeOfVietQr() {
        PaymentCode code = PaymentCode.read(TestCodes.vietQr("970436", "0071000123456", "TRAN THI BUOI"));

        assertThat(code).isEqualTo(new PaymentCode("TRAN THI BUOI", "970436", "0071000123456", null, true));
        assertThat(code.accountEnd()).isEqualTo("3456");
    }

    @Test
    void saysWhenACodeNamesNobody() {
        assertThat(PaymentCode.read(TestCodes.vietQr("970436", "0071000123456", null))
                        .payee())
                .isNull();
    }

    @Test
    void warnsOfAChangedDigit() {
        String code = new String(TestCodes.vietQr("970436", "0071000123456", "TRAN THI BUOI"), StandardCharsets.UTF_8);

        PaymentCode changed =
                PaymentCode.read(code.replace("0071000123456", "0071000123457").getBytes(StandardCharsets.UTF_8));

        assertThat(changed.sound()).isFalse();
        assertThat(changed.account()).isEqualTo("0071000123457");
    }

    @Test
    void knowsTheCheckValueOfItsChecksum() {
        assertThat(TestCodes.crc("123456789".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("29B1");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.vn/pay,markets.error.code-link",
        "momo://pay?to=1,markets.error.code-link",
        "www.example.vn,markets.error.code-link",
        "2|99|0905123112|BUOI,markets.error.code-none",
        "Trần Thị Bưởi,markets.error.code-none",
        "'  ',markets.error.code-missing",
        "000201010211385,markets.error.code-broken",
        "0002010102115802VN,markets.error.code-broken"
    })
    void refusesWhatIsNoCodeForBeingPaid(String text, String key) {
        assertThatThrownBy(() -> PaymentCode.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.getKey()).isEqualTo(key));
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatThrownBy(() -> PaymentCode.read(new byte[] {(byte) 0xff, 0x30}))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.getKey()).isEqualTo("markets.error.code-none"));
    }
}
