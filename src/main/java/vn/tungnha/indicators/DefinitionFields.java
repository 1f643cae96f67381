package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Component;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.shared.RuleBroken;

/**
 * A definition as it is typed into a form: one text for each field. Variants are numbered {@code v0.numerator},
 * components of a score {@code c0.weight}.
 */
public record DefinitionFields(Map<String, String> texts) {

    /** What the kind of a score is called in forms; its figures are rates. */
    public static final String SCORE = "SCORE";

    public static final int MOST_VARIANTS = 12;
    public static final int MOST_COMPONENTS = 40;

    private static final int LONGEST = 2000;

    public static DefinitionFields of(IndicatorDefinition it) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("code", it.code());
        texts.put("kind", it.isScore() ? SCORE : it.kind().name());
        texts.put("pillar", it.pillar());
        texts.put("position", String.valueOf(it.position()));
        texts.put("nameVi", it.nameVi());
        texts.put("nameEn", it.nameEn());
        texts.put("shortVi", it.shortVi());
        texts.put("shortEn", it.shortEn());
        texts.put("unitVi", it.unitVi());
        texts.put("unitEn", it.unitEn());
        texts.put("direction", it.direction());
        texts.put("decimals", String.valueOf(it.decimals()));
        texts.put("goodAt", plain(it.goodAt()));
        texts.put("nearAt", plain(it.nearAt()));
        texts.put("counted", String.join("\n", it.counted()));
        texts.put("notCounted", String.join("\n", it.notCounted()));
        texts.put("source", it.source() == null ? "" : it.source());
        texts.put("legalBasis", it.legalBasis() == null ? "" : it.legalBasis());
        texts.put("standard", "0");
        if (it.isScore()) {
            components(it.components(), texts);
        } else {
            variants(it.variants(), texts);
        }
        return new DefinitionFields(texts);
    }

    private static void variants(List<Variant> variants, Map<String, String> texts) {
        for (int i = 0; i < variants.size(); i++) {
            Variant it = variants.get(i);
            String v = "v" + i + ".";
            texts.put(v + "code", it.code());
            texts.put(v + "nameVi", it.nameVi());
            texts.put(v + "nameEn", it.nameEn());
            texts.put(v + "numerator", it.numerator());
            texts.put(v + "denominator", it.denominator() == null ? "" : it.denominator());
        }
    }

    private static void components(List<Component> components, Map<String, String> texts) {
        for (int i = 0; i < components.size(); i++) {
            Component it = components.get(i);
            String c = "c" + i + ".";
            texts.put(c + "indicator", it.variant() == null ? it.indicator() : it.indicator() + "/" + it.variant());
            texts.put(c + "weight", plain(it.weight()));
            texts.put(c + "fullAt", plain(it.fullAt()));
            texts.put(c + "groupVi", it.groupVi() == null ? "" : it.groupVi());
            texts.put(c + "groupEn", it.groupEn() == null ? "" : it.groupEn());
            texts.put(c + "capped", it.capped() ? "true" : "");
        }
    }

    public boolean isScore() {
        return text("kind").equals(SCORE);
    }

    /** Empty where nothing was typed. */
    public String text(String field) {
        return texts.getOrDefault(field, "").strip();
    }

    /** How many numbered rows hold anything. */
    public int rows(String prefix, int most) {
        int last = 0;
        for (int i = 0; i < most; i++) {
            if (!isEmpty(prefix + i + ".")) {
                last = i + 1;
            }
        }
        return last;
    }

    /** Whether nothing was typed into a row; a tick alone is nothing. */
    public boolean isEmpty(String row) {
        return texts.entrySet().stream()
                .noneMatch(it -> it.getKey().startsWith(row)
                        && !it.getKey().endsWith(".capped")
                        && !it.getValue().isBlank());
    }

    String required(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            throw RuleBroken.at(field, "indicators.define.error.missing");
        }
        return limited(field, text);
    }

    @Nullable
    String optional(String field) {
        String text = text(field);
        return text.isEmpty() ? null : limited(field, text);
    }

    private static String limited(String field, String text) {
        if (text.length() > LONGEST) {
            throw RuleBroken.at(field, "indicators.define.error.long", LONGEST);
        }
        return text;
    }

    int whole(String field, int least, int most) {
        String text = text(field);
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw RuleBroken.at(field, "indicators.define.error.whole", least, most);
        }
        return Integer.parseInt(text);
    }

    BigDecimal positive(String field) {
        String text = text(field);
        if (!text.matches("\\d{1,9}([.,]\\d{1,4})?")) {
            throw RuleBroken.at(field, "indicators.define.error.positive");
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        if (number.signum() <= 0) {
            throw RuleBroken.at(field, "indicators.define.error.positive");
        }
        return number;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
