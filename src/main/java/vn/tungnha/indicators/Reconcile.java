package vn.tungnha.indicators;

import java.io.PrintStream;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Command;

/** {@code reconcile}: recounts every roll-up from the raw log and prints where the counters differ. */
@Component("reconcile")
@RequiredArgsConstructor
class Reconcile implements Command {

    private static final int SHOWN = 200;

    private final CounterTables tables;

    @Override
    public String name() {
        return "reconcile";
    }

    /** One snapshot, so that writers at work meanwhile are no differences. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public int run(List<String> args, PrintStream out) {
        List<CounterTables.Difference> differences = tables.differences(SHOWN + 1);
        differences.stream()
                .limit(SHOWN)
                .forEach(it -> out.printf(
                        "%s %d %s %s %s: counted %d, recounted %d%n",
                        it.kind(), it.place(), it.measure(), it.grain(), it.day(), it.counted(), it.recounted()));
        out.println(summary(differences.size()));
        return differences.isEmpty() ? 0 : 1;
    }

    private static String summary(int differences) {
        if (differences == 0) {
            return "reconcile: every counter equals its recount";
        }
        return "reconcile: " + (differences > SHOWN ? "more than " + SHOWN : differences) + " differences";
    }
}
