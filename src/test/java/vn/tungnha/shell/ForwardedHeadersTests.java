package vn.tungnha.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tungnha.RealPort;

/** What a proxy says of the browser's connection holds only when a proxy that was named says it. */
@RealPort
class ForwardedHeadersTests {

    @LocalServerPort
    private int port;

    @Test
    void believesTheNamedProxyThatTheBrowserCameByHttps() throws IOException {
        String head = askFrom(RealPort.PROXY);

        assertThat(head).containsIgnoringCase("Strict-Transport-Security:");
        assertThat(head.lines().filter(line -> line.startsWith("Set-Cookie:")))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; Secure"));
        assertThat(head).contains("Location: https://tung-nha.example/login");
    }

    @Test
    void believesNobodyElse() throws IOException {
        String head = askFrom("127.0.0.1");

        assertThat(head).doesNotContainIgnoringCase("Strict-Transport-Security:");
        assertThat(head.lines().filter(line -> line.startsWith("Set-Cookie:")))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.contains("; Secure"));
        assertThat(head).doesNotContain("https:");
    }

    /** By hand, as the client of the JDK chooses the address it calls from itself. */
    private String askFrom(String address) throws IOException {
        try (Socket socket = new Socket()) {
            assumeTrue(bound(socket, address), address + " is no address of this machine");
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            socket.getOutputStream().write("""
                GET /households HTTP/1.1
                Host: tung-nha.example
                Accept: text/html
                X-Forwarded-For: 203.0.113.9
                X-Forwarded-Proto: https
                Connection: close

                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.indexOf("\r\n\r\n"));
        }
    }

    private static boolean bound(Socket socket, String address) throws IOException {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            return true;
        } catch (java.net.BindException elsewhere) {
            return false;
        }
    }
}
