package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A checked formula over measures, such as {@code A * (B / max(C, D))}. */
sealed interface Expression {

    /** Null as soon as a part it needs is not known, or a division by nothing occurs. */
    @Nullable
    BigDecimal value(Function<String, @Nullable BigDecimal> parts);

    void collect(Set<String> measures);

    default Set<String> measures() {
        Set<String> found = new TreeSet<>();
        collect(found);
        return found;
    }

    /** @throws ExpressionInvalid naming the place, when it is not a formula or names a measure that is not known */
    static Expression parse(String text, Set<String> known) {
        return new ExpressionParser(text, known).parse();
    }

    /** One measure, by its code. */
    record Part(String code) implements Expression {

        @Override
        public @Nullable BigDecimal value(Function<String, @Nullable BigDecimal> parts) {
            return parts.apply(code);
        }

        @Override
        public void collect(Set<String> measures) {
            measures.add(code);
        }
    }

    /** A number written in the formula. */
    record Constant(BigDecimal number) implements Expression {

        @Override
        public BigDecimal value(Function<String, @Nullable BigDecimal> parts) {
            return number;
        }

        @Override
        public void collect(Set<String> measures) {
            // a number needs no measure
        }
    }

    /**
     * Two formulas joined.
     *
     * @param at where the operator stands in the text
     */
    record Operation(Operator operator, Expression left, Expression right, int at) implements Expression {

        @Override
        public @Nullable BigDecimal value(Function<String, @Nullable BigDecimal> parts) {
            BigDecimal a = left.value(parts);
            BigDecimal b = right.value(parts);
            return a == null || b == null ? null : operator.apply(a, b);
        }

        @Override
        public void collect(Set<String> measures) {
            left.collect(measures);
            right.collect(measures);
        }
    }

    /** What two numbers can be joined by. */
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        MIN,
        MAX;

        @Nullable
        BigDecimal apply(BigDecimal a, BigDecimal b) {
            return switch (this) {
                case ADD -> a.add(b);
                case SUBTRACT -> a.subtract(b);
                case MULTIPLY -> a.multiply(b);
                case DIVIDE -> b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL64);
                case MIN -> a.min(b);
                case MAX -> a.max(b);
            };
        }
    }
}
