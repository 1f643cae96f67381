package vn.tungnha.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A browser with a memory on disk, in a process of its own that can be killed like a phone runs out of battery. */
final class KillableBrowser implements AutoCloseable {

    private final Process process;
    private final Browser browser;
    private final Page page;

    private KillableBrowser(Process process, Browser browser) {
        this.process = process;
        this.browser = browser;
        BrowserContext context = browser.contexts().get(0);
        context.setDefaultTimeout(Chromium.PATIENCE);
        page = context.newPage();
    }

    static KillableBrowser start(Path memory) {
        Path port = memory.resolve("DevToolsActivePort");
        try {
            Files.deleteIfExists(port);
            Files.deleteIfExists(memory.resolve("SingletonLock"));
            List<String> command = new ArrayList<>(List.of(Chromium.installed().toString()));
            command.addAll(Chromium.switches());
            command.addAll(
                    List.of("--headless=new", "--remote-debugging-port=0", "--user-data-dir=" + memory, "about:blank"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String number = firstLine(port, process);
            return new KillableBrowser(process, Chromium.type().connectOverCDP("http://127.0.0.1:" + number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The browser writes there on which port it listens, as soon as it does. */
    private static String firstLine(Path file, Process process) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) Chromium.PATIENCE);
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (!lines.isEmpty() && !lines.get(0).isBlank()) {
                    return lines.get(0);
                }
            }
            Thread.sleep(50); // a file tells nobody that it was written, and spinning would take the browser a core
        }
        throw new IllegalStateException("The browser did not start");
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return page.context();
    }

    /** No farewell. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor();
            browser.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (PlaywrightException alreadyGone) {
            // that is what a kill is
        }
    }
}
