package vn.tungnha.demo;

import java.util.ArrayList;
import java.util.List;

/** What was loaded and how long each step took, for the log. */
final class Steps {

    private final List<String> said = new ArrayList<>();
    private long since = System.nanoTime();

    void done(String step) {
        long now = System.nanoTime();
        said.add(step + " " + (now - since) / 1_000_000 + " ms");
        since = now;
    }

    void rows(String table, long rows) {
        said.add(table + " " + rows);
    }

    @Override
    public String toString() {
        return String.join(", ", said);
    }
}
