package vn.tungnha.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tungnha.RealPort;

@RealPort
class LargeUploadsTests {

    @LocalServerPort
    private int port;

    @Test
    void saysThatAFileIsTooLarge() throws Exception {
        HttpResponse<String> answer = send("/imports/households", 3 << 20);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Tệp quá lớn");
    }

    @Test
    void leavesSmallerFilesToTheirHandlers() throws Exception {
        assertThat(send("/imports/households", 1000).statusCode()).isNotEqualTo(413);
    }

    private HttpResponse<String> send(String path, int size) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Accept-Language", "vi")
                .POST(BodyPublishers.ofByteArray(new byte[size]))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
