package vn.tungnha.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import vn.tungnha.RealPort;

@RealPort
@ExtendWith(OutputCaptureExtension.class)
class SetupLinkTests {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/setup/\\S+");

    @Autowired
    private SetupLinkPrinter printer;

    @Autowired
    private ConfigurableApplicationContext context;

    @LocalServerPort
    private int port;

    @Test
    void printsALinkThatOpensWhileNobodyCanLogIn(CapturedOutput output) throws Exception {
        printer.print(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));

        // the start has printed one as well, which died with this
        List<String> printed =
                LINK.matcher(output).results().map(MatchResult::group).toList();
        assertThat(printed).isNotEmpty();
        String link = printed.get(printed.size() - 1);
        assertThat(link).startsWith("http://localhost:" + port + "/setup/");
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"repeat\"");
    }
}
