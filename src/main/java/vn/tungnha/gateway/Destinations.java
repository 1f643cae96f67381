package vn.tungnha.gateway;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.TungNhaProperties;

/**
 * Where messages may go: over HTTPS to public addresses, so that nobody makes the server knock at doors of its own network.
 * Asked again before every sending, as a name may point elsewhere by then.
 */
@Component
@RequiredArgsConstructor
class Destinations {

    private static final int LONGEST = 500;

    private final boolean privateToo;

    @Autowired
    Destinations(TungNhaProperties properties) {
        this(properties.webhooks().privateAddresses());
    }

    /** @throws RuleBroken when nothing may be sent there */
    URI check(String url) {
        URI uri = read(url.strip());
        InetAddress[] addresses = resolve(uri.getHost());
        boolean here = Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress);
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        if (!https && !("http".equalsIgnoreCase(uri.getScheme()) && here && privateToo)) {
            throw RuleBroken.at("url", "gateway.webhooks.error.https");
        }
        if (!privateToo && !Arrays.stream(addresses).allMatch(Destinations::isPublic)) {
            throw RuleBroken.at("url", "gateway.webhooks.error.private");
        }
        return uri;
    }

    private static URI read(String url) {
        try {
            URI uri = new URI(url);
            if (url.length() <= LONGEST && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw RuleBroken.at("url", "gateway.webhooks.error.url");
        }
        throw RuleBroken.at("url", "gateway.webhooks.error.url");
    }

    private static InetAddress[] resolve(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw RuleBroken.at("url", "gateway.webhooks.error.host", host);
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6((Inet6Address) address, bytes);
    }

    /** None of 0/8, 100.64/10 (shared by carriers), 192.0.0/24, 198.18/15 (benchmarks), 240/4 (reserved). */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && bytes[2] == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /** Nothing but global unicast (2000::/3), and none of it that hides an IPv4 address (6to4, Teredo). */
    private static boolean isPublic6(Inet6Address address, byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo && !address.isIPv4CompatibleAddress();
    }
}
