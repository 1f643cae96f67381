package vn.tungnha.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.tungnha.DatabaseConfiguration;
import vn.tungnha.TungNhaApplication;

/** The whole application at its first start, with a load that ends when and how the test says. */
@Tag("slow")
class FirstStartTests {

    private enum End {
        GOOD,
        BAD
    }

    private static final SynchronousQueue<End> ENDS = new SynchronousQueue<>();

    private final HttpClient browser = HttpClient.newHttpClient();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final CountDownLatch loading = new CountDownLatch(1);

    private CompletableFuture<ConfigurableApplicationContext> start = new CompletableFuture<>();

    @BeforeEach
    void startsUntilTheLoadIsUnderWay() throws Exception {
        ApplicationListener<WebServerInitializedEvent> opened =
                event -> port.complete(event.getWebServer().getPort());
        SlowLoad.entered = loading;
        start = CompletableFuture.supplyAsync(() -> new SpringApplicationBuilder(
                        TungNhaApplication.class, DatabaseConfiguration.class, SlowLoad.class)
                .profiles("test", "demo")
                .properties("server.port=0", "tungnha.catalogue.load=false")
                .listeners(opened)
                .run());
        assertThat(loading.await(2, TimeUnit.MINUTES)).as("load under way").isTrue();
    }

    @AfterEach
    void stops() {
        start.join().close();
    }

    @Test
    void isOutOfServiceUntilTheDataAreIn() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health").body()).contains("OUT_OF_SERVICE");
        for (String page : new String[] {"/", "/login", "/public", "/teams"}) {
            var answer = get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(503);
            assertThat(answer.headers().firstValue("Refresh")).as(page).hasValue("2");
            assertThat(answer.body())
                    .as(page)
                    .contains("Đang chuẩn bị dữ liệu minh họa", "lang=\"vi\"")
                    .contains("aria-current=\"step\"");
        }
        assertThat(post("/login").statusCode()).isEqualTo(503);
        assertThat(post("/api/v1/tokens").headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(post("/api/v1/tokens").body()).contains("PREPARING");
        assertThat(get("/css/tungnha.css").statusCode()).isEqualTo(200);

        ENDS.put(End.GOOD);
        start.join();

        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/login").statusCode()).isEqualTo(200);
        assertThat(get("/login").headers().firstValue("Refresh")).isEmpty();
        assertThat(post("/api/v1/tokens").statusCode()).isEqualTo(401);
    }

    @Test
    void saysThatTheLoadFailedUntilOneSucceeds() throws Exception {
        ENDS.put(End.BAD);
        var context = start.join();

        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health").body()).contains("DOWN");
        assertThat(get("/login").statusCode()).isEqualTo(503);
        assertThat(get("/login").headers().firstValue("Refresh")).isEmpty();
        assertThat(get("/login").body()).contains("Chưa chuẩn bị được dữ liệu minh họa");
        assertThat(post("/api/v1/tokens").body()).contains("DEMONSTRATION_FAILED");

        var again = CompletableFuture.runAsync(
                () -> context.getBean(DemoOnFirstStart.class).run(new DefaultApplicationArguments()));
        ENDS.put(End.GOOD);
        again.join();

        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return browser.send(
                request(path).POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port.join() + path));
    }

    @Configuration(proxyBeanMethods = false)
    static class SlowLoad {

        private static CountDownLatch entered = new CountDownLatch(1);

        @Bean
        @Primary
        Demonstration slowDemonstration() {
            Demonstration slow = mock(Demonstration.class);
            doAnswer(call -> {
                        entered.countDown();
                        if (ENDS.take() == End.BAD) {
                            throw new IllegalStateException("made to fail");
                        }
                        return null;
                    })
                    .when(slow)
                    .loadOnce();
            return slow;
        }
    }
}
