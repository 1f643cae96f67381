package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.tungnha.indicators.Expression.Constant;
import vn.tungnha.indicators.Expression.Operation;
import vn.tungnha.indicators.Expression.Operator;
import vn.tungnha.indicators.Expression.Part;
import vn.tungnha.indicators.FormulaCheck.Type;
import vn.tungnha.indicators.MeasureView.Adding;
import vn.tungnha.indicators.MeasureView.Source;

/** Formulas as administrators write them: what they yield, what is refused and where, and how they read. */
class FormulaTests {

    private static final Map<String, MeasureView> MEASURES = measures();
    private static final List<String> CODES = List.of("ONLINE", "SYNCED", "RECEIVED");

    private static Map<String, MeasureView> measures() {
        Map<String, MeasureView> all = new HashMap<>();
        for (MeasureView it : List.of(
                measure(1, "ONLINE", "Hồ sơ trực tuyến", Source.REPORTED, Adding.FLOW),
                measure(2, "SYNCED", "Hồ sơ đồng bộ", Source.REPORTED, Adding.FLOW),
                measure(3, "RECEIVED", "Hồ sơ tiếp nhận", Source.REPORTED, Adding.FLOW),
                measure(4, "STAFF", "Cán bộ", Source.REPORTED, Adding.STOCK),
                measure(5, "VISITS", "Lượt thăm", Source.FIELD, Adding.FLOW))) {
            all.put(it.code(), it);
        }
        return all;
    }

    private static MeasureView measure(int id, String code, String name, Source source, Adding adding) {
        return new MeasureView(id, code, name, name, "x", "x", source, adding, true, null, false, true, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ONLINE                              | COUNT
                    ONLINE + RECEIVED                   | COUNT
                    ONLINE * (SYNCED / RECEIVED)        | COUNT
                    ONLINE / RECEIVED                   | RATE
                    1 - ONLINE / RECEIVED               | RATE
                    max(RECEIVED, SYNCED)               | COUNT
                    max(RECEIVED, 1)                    | COUNT
                    min(ONLINE / RECEIVED, 1)           | RATE
                    ONLINE / (SYNCED / RECEIVED)        | COUNT
                    ONLINE * 2                          | COUNT
                    2 × 3                               | NUMBER
                    """)
    void knowsWhatAFormulaYields(String text, Type type) {
        assertThat(FormulaCheck.check(text, MEASURES).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ONLINE + ONLINE / RECEIVED | 8  | count-and-share
                    ONLINE + 5                 | 8  | count-and-share
                    ONLINE * RECEIVED          | 8  | count-times-count
                    1 / RECEIVED               | 3  | share-by-count
                    ONLINE / 0                 | 8  | by-nothing
                    ONLINE + VISITS            | 8  | sources
                    max(ONLINE, VISITS)        | 1  | sources
                    ONLINE + STAFF             | 8  | adding
                    ONLINE + OFFLINE           | 10 | unknown
                    ONLINE +                   | 9  | missing
                    (ONLINE                    | 8  | expected
                    ONLINE ; RECEIVED          | 8  | unexpected
                    ONLINE * 1.2.3             | 10 | number
                    """)
    void namesThePlaceAndTheReason(String text, int position, String why) {
        ExpressionInvalid invalid =
                catchThrowableOfType(ExpressionInvalid.class, () -> FormulaCheck.check(text, MEASURES));

        assertThat(invalid.getKey()).isEqualTo("indicators.formula." + why);
        assertThat(invalid.getArguments().get(0)).isEqualTo(position);
    }

    @Test
    void readsLikeASentence() {
        assertThat(FormulaWords.of(
                        "ONLINE * (SYNCED / max(RECEIVED, SYNCED)) - 1.5 * ONLINE",
                        MEASURES,
                        messages(),
                        Locale.forLanguageTag("vi")))
                .isEqualTo("Hồ sơ trực tuyến × (Hồ sơ đồng bộ ÷ số lớn nhất trong (Hồ sơ tiếp nhận; Hồ sơ đồng bộ))"
                        + " − 1,5 × Hồ sơ trực tuyến");
    }

    @Test
    void acceptsWhatAWordProcessorMakesOfSigns() {
        assertThat(FormulaWords.text(Expression.parse("ONLINE\u00a0× (SYNCED ÷ RECEIVED) − ONLINE", MEASURES.keySet())))
                .isEqualTo("ONLINE * (SYNCED / RECEIVED) - ONLINE");
    }

    /** Whatever is written down is read again as the same formula, and reckons the same. */
    @Test
    void readsBackWhateverItWrote() {
        Random random = new Random(766);
        for (int i = 0; i < 3000; i++) {
            Expression formula = any(random, 5);
            String text = FormulaWords.text(formula);
            Expression again = Expression.parse(text, MEASURES.keySet());

            assertThat(FormulaWords.text(again)).isEqualTo(text);
            Map<String, BigDecimal> amounts = new HashMap<>();
            CODES.forEach(
                    code -> amounts.put(code, random.nextInt(9) == 0 ? null : BigDecimal.valueOf(random.nextInt(50))));
            BigDecimal before = formula.value(amounts::get);
            BigDecimal after = again.value(amounts::get);
            if (before == null) {
                assertThat(after).as(text).isNull();
            } else {
                assertThat(after).as(text).isEqualByComparingTo(before);
            }
        }
    }

    /** Any rubbish is a formula, or refused at a place within the text; nothing else may come of it. */
    @Test
    void refusesRubbishAtAPlaceWithinIt() {
        Random random = new Random(1);
        String[] pieces = {
            "ONLINE", "SYNCED", "X", "min", "max", "(", ")", ",", "+", "-", "*", "/", "1", "0", "2.5", " ", ".", "é",
            ";", "ONLINE(", "−"
        };
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                FormulaCheck.check(text.toString(), MEASURES);
            } catch (ExpressionInvalid invalid) {
                assertThat(invalid.getPosition()).as(text.toString()).isBetween(0, text.length());
            }
        }
    }

    @Test
    void refusesToGoDeeperThanAnyoneWrites() {
        assertThatThrownBy(() -> FormulaCheck.check("max(1,".repeat(200), MEASURES))
                .isInstanceOf(ExpressionInvalid.class);
    }

    private static Expression any(Random random, int depth) {
        int kind = depth == 0 ? random.nextInt(2) : random.nextInt(8);
        return switch (kind) {
            case 0 -> new Constant(BigDecimal.valueOf(random.nextInt(100), random.nextInt(2)));
            case 1 -> new Part(CODES.get(random.nextInt(CODES.size())));
            default -> new Operation(Operator.values()[kind - 2], any(random, depth - 1), any(random, depth - 1), 0);
        };
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/indicators");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
