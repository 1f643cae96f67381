package vn.tungnha.visits;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rules noticed about a visit while they checked it. */
final class Findings {

    private final Set<Attention> attention = EnumSet.noneOf(Attention.class);
    private final Set<HeldReason> reasons = EnumSet.noneOf(HeldReason.class);

    void flag(Attention why) {
        attention.add(why);
    }

    void hold(HeldReason why) {
        reasons.add(why);
    }

    /** @throws HeldBack when something was found that only a person can decide */
    void orHoldBack() {
        if (!reasons.isEmpty()) {
            throw new HeldBack(reasons);
        }
    }

    @Nullable
    String attention() {
        return attention.isEmpty() ? null : attention.stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
