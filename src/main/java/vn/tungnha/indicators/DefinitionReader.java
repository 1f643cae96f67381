package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.FormulaCheck.Type;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** Makes a definition of what was typed, and says which field is wrong when it is none. */
@Component
@RequiredArgsConstructor
class DefinitionReader {

    static final Set<String> PILLARS = Set.of("GOVERNMENT", "ECONOMY", "SOCIETY", "FIELD", "TEAMS");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ScoreReader scores;
    private final MessageSource messages;

    /**
     * @param current what it is to take the place of; null for a new indicator
     * @throws RuleBroken naming the field that is wrong
     */
    IndicatorDefinition read(
            DefinitionFields fields, @Nullable IndicatorDefinition current, Map<String, MeasureView> measures) {
        String code = code("code", fields);
        String kind = oneOf(fields, "kind", Set.of("RATE", "COUNT", DefinitionFields.SCORE));
        boolean score = kind.equals(DefinitionFields.SCORE);
        if (current != null
                && (current.isScore() != score || current.kind() != (score ? Kind.RATE : Kind.valueOf(kind)))) {
            throw RuleBroken.at("kind", "indicators.define.error.kind-fixed");
        }
        String nameVi = fields.required("nameVi");
        String nameEn = fields.required("nameEn");
        String shortVi = fields.optional("shortVi");
        String shortEn = fields.optional("shortEn");
        boolean rate = !kind.equals("COUNT");
        BigDecimal goodAt = fields.positive("goodAt");
        BigDecimal nearAt = fields.positive("nearAt");
        if (nearAt.compareTo(goodAt) > 0) {
            throw RuleBroken.at("nearAt", "indicators.define.error.near-above-good");
        }
        return new IndicatorDefinition(
                current == null ? -1 : current.id(),
                code,
                rate ? Kind.RATE : Kind.COUNT,
                oneOf(fields, "pillar", PILLARS),
                fields.whole("position", 1, 9999),
                current == null ? 1 : current.version() + 1,
                Days.SINCE_EVER,
                Days.FOREVER,
                nameVi,
                nameEn,
                shortVi == null ? nameVi : shortVi,
                shortEn == null ? nameEn : shortEn,
                fields.required("unitVi"),
                fields.required("unitEn"),
                oneOf(fields, "direction", Set.of("UP", "DOWN")),
                BigDecimal.valueOf(rate ? 100 : 1),
                fields.whole("decimals", 0, 4),
                goodAt,
                nearAt,
                lines(fields.optional("counted")),
                lines(fields.optional("notCounted")),
                fields.optional("source"),
                fields.optional("legalBasis"),
                null,
                false,
                score ? List.of(scoreVariant()) : variants(fields, rate, current, measures),
                score ? scores.components(fields, code) : List.of());
    }

    private Variant scoreVariant() {
        return new Variant(
                "STANDARD",
                say("define.standard", VIETNAMESE),
                say("define.standard", Locale.ENGLISH),
                Variant.SCORE,
                Variant.SCORE,
                say("score.earned", VIETNAMESE),
                say("score.earned", Locale.ENGLISH),
                say("score.attainable", VIETNAMESE),
                say("score.attainable", Locale.ENGLISH),
                true);
    }

    private List<Variant> variants(
            DefinitionFields fields,
            boolean rate,
            @Nullable IndicatorDefinition current,
            Map<String, MeasureView> measures) {
        int rows = fields.rows("v", DefinitionFields.MOST_VARIANTS);
        String standard = fields.text("standard");
        List<Variant> variants = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < rows; i++) {
            String v = "v" + i + ".";
            if (fields.isEmpty(v)) {
                continue;
            }
            boolean first = standard.equals(String.valueOf(i));
            Variant variant = variant(fields, v, rate, first, current, measures);
            if (!codes.add(variant.code())) {
                throw RuleBroken.at(v + "code", "indicators.define.error.variant-twice", variant.code());
            }
            variants.add(first ? 0 : variants.size(), variant);
        }
        if (variants.isEmpty()) {
            throw RuleBroken.at("v0.code", "indicators.define.error.missing");
        }
        if (!variants.get(0).standard()) {
            throw RuleBroken.at("standard", "indicators.define.error.standard");
        }
        return variants;
    }

    private Variant variant(
            DefinitionFields fields,
            String v,
            boolean rate,
            boolean standard,
            @Nullable IndicatorDefinition current,
            Map<String, MeasureView> measures) {
        String code = code(v + "code", fields);
        String above = formula(fields, v + "numerator", measures);
        String below = null;
        if (rate && (standard || fields.optional(v + "denominator") != null)) {
            below = fields.text(v + "denominator").equals("QUOTA")
                    ? "QUOTA"
                    : formula(fields, v + "denominator", measures);
        } else if (!rate && fields.optional(v + "denominator") != null) {
            throw RuleBroken.at(v + "denominator", "indicators.define.error.count-has-none");
        }
        Variant known = current == null ? null : current.variant(code);
        Variant keepsAbove = known != null && known.numerator().equals(above) ? known : null;
        Variant keepsBelow = known != null && below != null && below.equals(known.denominator()) ? known : null;
        return new Variant(
                code,
                fields.required(v + "nameVi"),
                fields.required(v + "nameEn"),
                above,
                below,
                keepsAbove != null ? keepsAbove.numeratorVi() : words(above, measures, VIETNAMESE),
                keepsAbove != null ? keepsAbove.numeratorEn() : words(above, measures, Locale.ENGLISH),
                below == null
                        ? null
                        : keepsBelow != null ? keepsBelow.denominatorVi() : words(below, measures, VIETNAMESE),
                below == null
                        ? null
                        : keepsBelow != null ? keepsBelow.denominatorEn() : words(below, measures, Locale.ENGLISH),
                standard);
    }

    /** A number of things, in its plainest spelling. */
    private static String formula(DefinitionFields fields, String field, Map<String, MeasureView> measures) {
        try {
            FormulaCheck.Checked checked = FormulaCheck.check(fields.required(field), measures);
            if (checked.type() != Type.COUNT) {
                throw RuleBroken.at(field, "indicators.formula.not-a-count");
            }
            return FormulaWords.text(checked.expression());
        } catch (ExpressionInvalid invalid) {
            throw invalid.at(field);
        }
    }

    private String words(String formula, Map<String, MeasureView> measures, Locale locale) {
        return formula.equals("QUOTA")
                ? say("define.quota", locale)
                : FormulaWords.of(formula, measures, messages, locale);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage("indicators." + key, null, locale);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    private static String code(String field, DefinitionFields fields) {
        String code = fields.required(field);
        if (!CODE.matcher(code).matches()) {
            throw RuleBroken.at(field, "indicators.define.error.code");
        }
        return code;
    }

    private static String oneOf(DefinitionFields fields, String field, Set<String> known) {
        String text = fields.required(field);
        if (!known.contains(text)) {
            throw RuleBroken.at(field, "indicators.define.error.choice");
        }
        return text;
    }
}
