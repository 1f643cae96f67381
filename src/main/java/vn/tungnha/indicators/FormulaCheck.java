package vn.tungnha.indicators;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import vn.tungnha.indicators.Expression.Constant;
import vn.tungnha.indicators.Expression.Operation;
import vn.tungnha.indicators.Expression.Part;

/**
 * Sees to it that a formula means something: numbers of things are added to numbers of things, shares to shares, and
 * sources and ways of adding up are never mixed in one sum.
 */
@RequiredArgsConstructor
class FormulaCheck {

    private final String text;
    private final Map<String, MeasureView> measures;

    /** What a formula yields. */
    enum Type {
        /** A number of things. */
        COUNT,
        /** A share, without a unit. */
        RATE,
        /** A number that was written down. */
        NUMBER
    }

    /** A formula that makes sense. */
    record Checked(Expression expression, Type type) {}

    /** @throws ExpressionInvalid naming the place and what is wrong there */
    static Checked check(String text, Map<String, MeasureView> measures) {
        Expression expression = Expression.parse(text, measures.keySet());
        return new Checked(expression, new FormulaCheck(text, measures).type(expression));
    }

    private Type type(Expression expression) {
        if (expression instanceof Part) {
            return Type.COUNT;
        }
        if (expression instanceof Constant) {
            return Type.NUMBER;
        }
        Operation operation = (Operation) expression;
        Type left = type(operation.left());
        Type right = type(operation.right());
        return switch (operation.operator()) {
            case ADD, SUBTRACT -> sum(operation, left, right);
            case MIN, MAX -> least(operation, left, right);
            case MULTIPLY -> product(operation, left, right);
            case DIVIDE -> quotient(operation, left, right);
        };
    }

    private Type sum(Operation operation, Type left, Type right) {
        if (left != right && (left == Type.COUNT || right == Type.COUNT)) {
            throw wrong(operation, "count-and-share");
        }
        unmixed(operation);
        return left == right ? left : Type.RATE;
    }

    /** A written number may stand beside a count here: {@code max(A, 1)}. */
    private Type least(Operation operation, Type left, Type right) {
        if (left == right) {
            unmixed(operation);
            return left;
        }
        if (left != Type.NUMBER && right != Type.NUMBER) {
            throw wrong(operation, "count-and-share");
        }
        return left == Type.NUMBER ? right : left;
    }

    private Type product(Operation operation, Type left, Type right) {
        if (left == Type.COUNT && right == Type.COUNT) {
            throw wrong(operation, "count-times-count");
        }
        return wider(left, right);
    }

    private Type quotient(Operation operation, Type left, Type right) {
        if (operation.right() instanceof Constant constant && constant.number().signum() == 0) {
            throw wrong(operation, "by-nothing");
        }
        if (right == Type.COUNT) {
            if (left != Type.COUNT) {
                throw wrong(operation, "share-by-count");
            }
            return Type.RATE;
        }
        return wider(left, right);
    }

    private static Type wider(Type left, Type right) {
        if (left == Type.COUNT || right == Type.COUNT) {
            return Type.COUNT;
        }
        return left == Type.RATE || right == Type.RATE ? Type.RATE : Type.NUMBER;
    }

    private void unmixed(Operation operation) {
        if (differ(operation, MeasureView::source)) {
            throw wrong(operation, "sources");
        }
        if (differ(operation, MeasureView::addsOverTime)) {
            throw wrong(operation, "adding");
        }
    }

    private boolean differ(Operation operation, Function<MeasureView, Object> property) {
        Set<String> codes = new TreeSet<>(operation.left().measures());
        codes.addAll(operation.right().measures());
        return codes.stream()
                        .map(code -> property.apply(Objects.requireNonNull(measures.get(code))))
                        .collect(Collectors.toSet())
                        .size()
                > 1;
    }

    private ExpressionInvalid wrong(Operation operation, String why) {
        return new ExpressionInvalid(text, operation.at(), "indicators.formula." + why);
    }
}
