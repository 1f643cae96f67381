package vn.tungnha.audit;

import java.io.PrintStream;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Command;

/** {@code verify-audit}: goes along the chain of seals and prints every day that is no longer as it was sealed. */
@Component("verify-audit")
@RequiredArgsConstructor
class VerifyAudit implements Command {

    private final AuditSeals seals;

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        List<String> faults = seals.faults();
        faults.forEach(out::println);
        out.println(summary(faults.size()));
        return faults.isEmpty() ? 0 : 1;
    }

    private String summary(int faults) {
        if (faults > 0) {
            return "verify-audit: " + faults + " faults";
        }
        return seals.latest()
                .map(last -> "verify-audit: " + seals.days() + " days are as they were sealed, the last " + last.day()
                        + " with the mark " + last.mark())
                .orElse("verify-audit: no day is sealed yet");
    }
}
