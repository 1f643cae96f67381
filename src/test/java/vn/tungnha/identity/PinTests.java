package vn.tungnha.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tungnha.shared.RuleBroken;

class PinTests {

    private static final String PHONE = "+84905480317";

    @ParameterizedTest
    @ValueSource(strings = {"480316", "271828", "903114"})
    void takesSixDigitsThatFewWouldTry(String pin) {
        assertThatCode(() -> Pin.check("pin", pin, PHONE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", " 480316", "４８０３１６"})
    void wantsExactlySixDigits(String pin) {
        assertThatThrownBy(() -> Pin.check("pin", pin, PHONE)).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.getKey()).isEqualTo("identity.pin.form");
            assertThat(broken.getField()).isEqualTo("pin");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "121212", "123456", "901234", "654321", "098765", "123123", "480317"})
    void refusesWhatEverybodyTriesAndTheEndOfOnesTelephone(String pin) {
        assertThatThrownBy(() -> Pin.check("pin", pin, PHONE)).hasMessageContaining("identity.pin.easy");
    }
}
