package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Vn;

/**
 * Somebody against a target.
 *
 * @param kind of the target: a RATE in per cent, or a COUNT
 * @param value the figure of the period the target was set for
 * @param amount what of it is held against the target; null = not known
 * @param start the same when the period began; null for what starts from nothing, and where it is not known
 * @param target null = none was set
 * @param carried what follows from units merged into this one, where it was not confirmed yet
 * @param flow whether it adds up day by day
 * @param counted the measure whose heads are missing
 * @param concerns the most pressing first
 */
public record Standing(
        TargetPlace place,
        Kind kind,
        IndicatorValue value,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal start,
        @Nullable TargetInForce target,
        @Nullable CarriedTarget carried,
        boolean flow,
        Progress progress,
        MeasureView counted,
        List<Concern> concerns) {

    /** The most pressing first, and among the same the farthest behind. */
    public static final Comparator<Standing> BY_CONCERN = Comparator.comparing(Standing::concerns, Standing::compare);

    /** Where somebody stands. */
    public enum State {
        REACHED,
        ON_PACE,
        NEAR,
        BEHIND,
        MISSED,
        UNCLEAR,
        NOT_BEGUN,
        UNTARGETED,
        UNKNOWN
    }

    /** What is to be reached: what follows from a merger, else what was set. */
    public @Nullable BigDecimal goal() {
        return goal(target, carried);
    }

    /** What was set for that very period and for this very place, not for the district an area continues. */
    public @Nullable BigDecimal set(Period period) {
        return target == null || !target.period().equals(period.code()) || !target.isOf(place) ? null : target.amount();
    }

    static @Nullable BigDecimal goal(@Nullable TargetInForce target, @Nullable CarriedTarget carried) {
        BigDecimal amount = carried == null ? null : carried.amount();
        return amount != null || target == null ? amount : target.amount();
    }

    public boolean up() {
        return value.definition().up();
    }

    /** Of the target in per cent; where less is better, 100 and more still means reached. */
    public @Nullable BigDecimal reached() {
        BigDecimal goal = goal();
        return goal == null || amount == null ? null : value.definition().share(amount, goal);
    }

    /** By the thresholds of the definition, as cards and dashboards go by them: of the target, and of what is expected by now. */
    public State state() {
        BigDecimal goal = goal();
        if (goal == null) {
            return State.UNTARGETED;
        }
        if (progress.days() == 0) {
            return State.NOT_BEGUN;
        }
        if (amount == null) {
            return State.UNKNOWN;
        }
        IndicatorDefinition definition = value.definition();
        if (definition.level(amount, goal).equals("good")) {
            return State.REACHED;
        }
        BigDecimal expected = progress.expected();
        if (expected == null) {
            return State.UNCLEAR;
        }
        return switch (definition.level(amount, expected)) {
            case "good" -> State.ON_PACE;
            case "near" -> State.NEAR;
            default -> progress.days() == progress.of() ? State.MISSED : State.BEHIND;
        };
    }

    /** As badges and bars name it. */
    public String level() {
        return switch (state()) {
            case REACHED, ON_PACE -> "good";
            case NEAR -> "near";
            case BEHIND, MISSED -> "bad";
            case UNCLEAR, NOT_BEGUN, UNTARGETED -> "info";
            case UNKNOWN -> "none";
        };
    }

    /** What is held against the target, with the decimals of the indicator; heads of a rate are whole. */
    public String shown(@Nullable BigDecimal number, Vn vn) {
        return new Amounts(vn).of(kind, places(), number);
    }

    /** The same for a cell of a file. */
    public @Nullable BigDecimal rounded(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(places(), RoundingMode.HALF_UP);
    }

    private int places() {
        return Objects.requireNonNullElse(Amounts.decimals(value.definition(), kind), 0);
    }

    boolean amountIsNone() {
        return amount != null && amount.signum() == 0;
    }

    /** Positive where it is not enough. */
    static BigDecimal gap(BigDecimal amount, BigDecimal wanted, boolean up) {
        return up ? wanted.subtract(amount) : amount.subtract(wanted);
    }

    Standing with(List<Concern> found) {
        return new Standing(place, kind, value, amount, start, target, carried, flow, progress, counted, found);
    }

    private static int compare(List<Concern> one, List<Concern> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        int sort = one.get(0).sort().compareTo(other.get(0).sort());
        return sort != 0 ? sort : other.get(0).weight().compareTo(one.get(0).weight());
    }
}
