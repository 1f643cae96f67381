package vn.tungnha.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code mvnw} is a script of our own and is tried by another, where there is a shell. */
class MavenWrapperTests {

    @Test
    void downloadsChecksAndStartsMaven() throws Exception {
        assumeTrue(hasTools(), "needs sh, tar and sha512sum");
        Process script = start("sh", "src/test/sh/mvnw-test.sh");

        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(script.exitValue()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.startsWith("ok: "))).hasSize(6);
    }

    private static boolean hasTools() throws InterruptedException {
        try {
            return start("sh", "-c", "command -v tar && command -v sha512sum").waitFor() == 0;
        } catch (IOException noShell) {
            return false;
        }
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
