package vn.tungnha.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tungnha.RealPort;

/** A worker that looks for news while the login page loads must not take that page's cookie away. */
@RealPort
class PageCsrfTokensTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/field/sync", "/sw.js", "/field/manifest.webmanifest", "/favicon.ico"})
    void givesNoCookieWithWhatIsNoPage(String fetched) throws Exception {
        assertThat(cookies(fetched, "*/*")).noneMatch(cookie -> cookie.startsWith("XSRF-TOKEN="));
    }

    @Test
    void givesTheCookieOfFormsWithThePage() throws Exception {
        assertThat(cookies("/login", "text/html,application/xhtml+xml,*/*;q=0.8"))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="));
    }

    private List<String> cookies(String path, String accepted) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", accepted)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .allValues("Set-Cookie");
    }
}
