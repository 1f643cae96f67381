package vn.tungnha.demo;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** What was loaded and how long each step took, for the log. */
@RequiredArgsConstructor
final class Steps {

    private final Preparation preparation;
    private final List<String> said = new ArrayList<>();
    private long since = System.nanoTime();

    void done(String step) {
        long now = System.nanoTime();
        said.add(step + " " + (now - since) / 1_000_000 + " ms");
        since = now;
        preparation.nextStep();
    }

    void rows(String table, long rows) {
        said.add(table + " " + rows);
    }

    @Override
    public String toString() {
        return String.join(", ", said);
    }
}
