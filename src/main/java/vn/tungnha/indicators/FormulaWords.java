package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import vn.tungnha.indicators.Expression.Constant;
import vn.tungnha.indicators.Expression.Operation;
import vn.tungnha.indicators.Expression.Operator;
import vn.tungnha.indicators.Expression.Part;
import vn.tungnha.shared.Vn;

/** Writes a formula down: in words for people, or as the text it can be read from again. */
@RequiredArgsConstructor
public class FormulaWords {

    private final Function<String, String> names;
    private final Function<BigDecimal, String> numbers;
    private final Function<Operator, String> signs;
    private final String comma;

    /** Names of measures in place of their codes, and signs as taught at school. */
    public static String of(String formula, Map<String, MeasureView> measures, MessageSource messages, Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        FormulaWords words = new FormulaWords(
                code -> {
                    MeasureView measure = measures.get(code);
                    return measure == null ? code : english ? measure.nameEn() : measure.nameVi();
                },
                number -> Vn.in(locale).number(number),
                operator -> messages.getMessage("indicators.formula.sign." + operator, null, locale),
                "; ");
        return words.write(Expression.parse(formula, measures.keySet()));
    }

    /** The formula in its shortest spelling, with no more brackets than are needed. */
    static String text(Expression formula) {
        return new FormulaWords(code -> code, BigDecimal::toPlainString, FormulaWords::sign, ", ").write(formula);
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
            case MIN -> "min";
            case MAX -> "max";
        };
    }

    private String write(Expression formula) {
        if (formula instanceof Part part) {
            return names.apply(part.code());
        }
        if (formula instanceof Constant constant) {
            return numbers.apply(constant.number());
        }
        Operation operation = (Operation) formula;
        if (strength(operation) == 3) {
            List<String> all = new ArrayList<>();
            collect(operation, operation.operator(), all);
            return signs.apply(operation.operator()) + "(" + String.join(comma, all) + ")";
        }
        return bracketed(operation.left(), strength(operation))
                + " "
                + signs.apply(operation.operator())
                + " "
                + bracketed(operation.right(), strength(operation) + 1);
    }

    private void collect(Expression formula, Operator operator, List<String> all) {
        if (formula instanceof Operation operation && operation.operator() == operator) {
            collect(operation.left(), operator, all);
            all.add(write(operation.right()));
        } else {
            all.add(write(formula));
        }
    }

    private String bracketed(Expression formula, int least) {
        String written = write(formula);
        return strength(formula) < least ? "(" + written + ")" : written;
    }

    /** Sums bind loosest; measures, numbers and calls hold together by themselves. */
    private static int strength(Expression formula) {
        if (!(formula instanceof Operation operation)) {
            return 3;
        }
        return switch (operation.operator()) {
            case ADD, SUBTRACT -> 1;
            case MULTIPLY, DIVIDE -> 2;
            case MIN, MAX -> 3;
        };
    }
}
