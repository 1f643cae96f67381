package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.Set;
import vn.tungnha.indicators.Expression.Constant;
import vn.tungnha.indicators.Expression.Operation;
import vn.tungnha.indicators.Expression.Operator;
import vn.tungnha.indicators.Expression.Part;

/**
 * Reads {@code sum = product (('+'|'-') product)*; product = atom (('*'|'/') atom)*; atom = number | MEASURE |
 * ('min'|'max') '(' sum (',' sum)+ ')' | '(' sum ')'}.
 */
class ExpressionParser {

    /** Deeper than any formula a person writes, shallow enough for the stack. */
    private static final int DEEPEST = 40;

    private final String text;
    private final Set<String> known;
    private int at;
    private int depth;

    ExpressionParser(String text, Set<String> known) {
        this.text = text;
        this.known = known;
    }

    Expression parse() {
        Expression whole = sum();
        skipSpace();
        if (at < text.length()) {
            throw wrong("unexpected", text.substring(at, at + 1));
        }
        return whole;
    }

    private Expression sum() {
        if (++depth > DEEPEST) {
            throw wrong("deep");
        }
        Expression left = product();
        while (true) {
            skipSpace();
            int sign = at;
            if (take('+')) {
                left = new Operation(Operator.ADD, left, product(), sign);
            } else if (take('-') || take('−')) {
                left = new Operation(Operator.SUBTRACT, left, product(), sign);
            } else {
                depth--;
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = atom();
        while (true) {
            skipSpace();
            int sign = at;
            if (take('*') || take('×')) {
                left = new Operation(Operator.MULTIPLY, left, atom(), sign);
            } else if (take('/') || take('÷')) {
                left = new Operation(Operator.DIVIDE, left, atom(), sign);
            } else {
                return left;
            }
        }
    }

    private Expression atom() {
        if (take('(')) {
            Expression inner = sum();
            expect(')');
            return inner;
        }
        int start = at;
        while (at < text.length() && isWordOrNumber(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            throw wrong("missing");
        }
        if (Character.isDigit(word.charAt(0))) {
            return number(word, start);
        }
        return switch (word) {
            case "min" -> call(Operator.MIN, start);
            case "max" -> call(Operator.MAX, start);
            default -> part(word, start);
        };
    }

    private Expression number(String word, int start) {
        if (!word.matches("\\d{1,15}(\\.\\d{1,9})?")) {
            at = start;
            throw wrong("number", word);
        }
        return new Constant(new BigDecimal(word));
    }

    private Expression call(Operator operator, int start) {
        expect('(');
        Expression joined = sum();
        expect(',');
        do {
            joined = new Operation(operator, joined, sum(), start);
        } while (take(','));
        expect(')');
        return joined;
    }

    private Expression part(String code, int start) {
        if (!known.contains(code)) {
            at = start;
            throw wrong("unknown", code);
        }
        return new Part(code);
    }

    private static boolean isWordOrNumber(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    }

    private boolean take(char wanted) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            skipSpace();
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!take(wanted)) {
            throw wrong("expected", String.valueOf(wanted));
        }
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    /** People paste formulas, with whatever their word processor put between. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }

    private ExpressionInvalid wrong(String why, Object... arguments) {
        return new ExpressionInvalid(text, at, "indicators.formula." + why, arguments);
    }
}
