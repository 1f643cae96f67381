package vn.tungnha.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tungnha.shared.RuleBroken;

class DestinationsTests {

    private final Destinations strict = new Destinations(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.1.2.3",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:0:a00:1::1"
            })
    void knocksAtNoDoorOfAPrivateNetwork(String address) throws UnknownHostException {
        assertThat(Destinations.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "113.160.1.1", "172.32.0.1", "2405:4800::1"})
    void goesToPublicAddresses(String address) throws UnknownHostException {
        assertThat(Destinations.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://8.8.8.8/x, gateway.webhooks.error.https",
        "ftp://8.8.8.8/x, gateway.webhooks.error.https",
        "https://127.0.0.1/x, gateway.webhooks.error.private",
        "https://[::1]:8443/x, gateway.webhooks.error.private",
        "https://169.254.169.254/latest/meta-data, gateway.webhooks.error.private",
        "https://user:pass@8.8.8.8/x, gateway.webhooks.error.url",
        "https:///x, gateway.webhooks.error.url",
        "not an address, gateway.webhooks.error.url"
    })
    void refusesEverythingElse(String url, String why) {
        assertThatThrownBy(() -> strict.check(url))
                .asInstanceOf(type(RuleBroken.class))
                .extracting(RuleBroken::getKey)
                .isEqualTo(why);
    }

    @Test
    void letsAnInstallationKeepToItsOwnNetwork() {
        Destinations open = new Destinations(true);

        assertThatCode(() -> open.check("https://10.0.0.5/x")).doesNotThrowAnyException();
        assertThatCode(() -> open.check("http://127.0.0.1:9/x")).doesNotThrowAnyException();
        assertThatThrownBy(() -> open.check("http://10.0.0.5/x")).isInstanceOf(RuleBroken.class);
    }
}
