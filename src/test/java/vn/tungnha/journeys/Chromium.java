package vn.tungnha.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The one headless browser of the test JVM: the Chromium of this machine, nothing is downloaded. */
class Chromium {

    /** How many milliseconds a busy machine is waited for. */
    static final double PATIENCE = 90_000;

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> PLACES = List.of("/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome");
    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic");

    private Chromium() {}

    static Browser browser() {
        installed();
        return Holder.BROWSER;
    }

    /** For those who start, and kill, a browser of their own. */
    static BrowserType type() {
        return Holder.PLAYWRIGHT.chromium();
    }

    static List<String> switches() {
        return SWITCHES;
    }

    /** Where there is none, a build server fails and a developer's test is skipped with a word why. */
    static Path installed() {
        return executable().orElseGet(() -> {
            String why = "No Chromium found: install chromium, or name it with -Dtungnha.chromium=/path/to/chromium";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(why);
            }
            return Assumptions.abort(why);
        });
    }

    /** A phone of its own whose memory lies in a folder: it can be closed and opened again. */
    static BrowserContext phone(Path profile, String address) {
        browser();
        BrowserType.LaunchPersistentContextOptions options = new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(installed())
                .setArgs(SWITCHES)
                .setBaseURL(address)
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh");
        BrowserContext phone = Holder.PLAYWRIGHT.chromium().launchPersistentContext(profile, options);
        phone.setDefaultTimeout(PATIENCE);
        return phone;
    }

    /** Where a phone keeps things. Under the build's own folder: what a browser leaves open cannot always be deleted at once. */
    static Path memory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "phones")), "phone")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> executable() {
        return Stream.concat(
                        Stream.ofNullable(System.getProperty("tungnha.chromium"))
                                .map(Path::of),
                        PLACES.stream().flatMap(place -> NAMES.stream().map(name -> Path.of(place, name))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static class Holder {

        private static final Playwright PLAYWRIGHT = create();
        private static final Browser BROWSER = launch();

        private static Playwright create() {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of(
                            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1",
                            "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright;
        }

        private static Browser launch() {
            return PLAYWRIGHT
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(installed())
                            .setArgs(SWITCHES));
        }
    }
}
