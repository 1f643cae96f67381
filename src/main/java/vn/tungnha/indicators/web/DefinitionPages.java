package vn.tungnha.indicators.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.DefinitionFields;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** Lays out the form of a definition: what is typed already, and two empty rows for more. */
@Component
@RequiredArgsConstructor
class DefinitionPages {

    static final List<String> PILLARS = List.of("GOVERNMENT", "ECONOMY", "SOCIETY", "FIELD", "TEAMS");

    private static final int EMPTY_ROWS = 2;
    private static final String HALVES = "f-row";
    private static final String THIRDS = "f-row f-row-3";

    private final Definitions definitions;
    private final MessageSource messages;
    private final Clock clock;

    /** What a new indicator begins with. */
    DefinitionFields fresh(String kind) {
        List<IndicatorDefinition> all = definitions.list(Days.today(clock));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("kind", kind);
        texts.put("pillar", "GOVERNMENT");
        texts.put(
                "position",
                String.valueOf(all.stream()
                                .mapToInt(IndicatorDefinition::position)
                                .max()
                                .orElse(0)
                        + 1));
        texts.put("direction", "UP");
        texts.put("decimals", kind.equals("COUNT") ? "0" : "2");
        texts.put("goodAt", "100");
        texts.put("nearAt", "95");
        texts.put("standard", "0");
        if (!kind.equals("COUNT")) {
            texts.put("unitVi", "%");
            texts.put("unitEn", "%");
        }
        if (!kind.equals(DefinitionFields.SCORE)) {
            FigureWords vi = new FigureWords(messages, Locale.forLanguageTag("vi"));
            texts.put("v0.code", "STANDARD");
            texts.put("v0.nameVi", vi.text("define.standard"));
            texts.put("v0.nameEn", new FigureWords(messages, Locale.ENGLISH).text("define.standard"));
        }
        return new DefinitionFields(texts);
    }

    /** @param code of an indicator or draft that is there; null for a new one */
    DefinitionPage page(
            @Nullable String code, int version, DefinitionFields typed, @Nullable RuleBroken broken, Locale locale) {
        FigureWords words = new FigureWords(messages, locale);
        FormFields fields = new FormFields(typed.texts(), broken, words);
        List<FormField.Group> groups = new ArrayList<>();
        groups.add(new FormField.Group(
                words.text("define.group.names"),
                HALVES,
                List.of(
                        code == null ? fields.text("code", "code") : fields.text("position", "position"),
                        fields.pick("pillar", "pillar", choices(PILLARS, "pillar.", words)),
                        fields.text("nameVi", "name-vi"),
                        fields.text("nameEn", "name-en"),
                        fields.text("shortVi", "short-vi"),
                        fields.text("shortEn", "short-en"),
                        fields.text("unitVi", "unit-vi"),
                        fields.text("unitEn", "unit-en"))));
        if (typed.isScore()) {
            components(typed, fields, groups, words);
        } else {
            variants(typed, fields, groups, words);
        }
        groups.add(new FormField.Group(words.text("define.group.display"), THIRDS, display(code, fields, words)));
        groups.add(new FormField.Group(
                words.text("define.group.about"),
                HALVES,
                List.of(
                        fields.area("counted", "counted"),
                        fields.area("notCounted", "not-counted"),
                        fields.area("source", "source"),
                        fields.area("legalBasis", "legal"))));
        String base = "/admin/indicators";
        return new DefinitionPage(
                code,
                code == null
                        ? words.text("define.new." + typed.text("kind"))
                        : words.text("define.draft-of", typed.text("nameVi")),
                code == null ? base : base + "/" + code + "/draft",
                version,
                groups,
                fields.message(),
                definitions.measures().values().stream()
                        .map(it -> new Choice(
                                it.code(),
                                (words.english() ? it.nameEn() : it.nameVi()) + " · "
                                        + words.text("source." + it.origin())))
                        .toList(),
                typed.isScore() ? proposals(words) : List.of());
    }

    /** The order stands where the code stands in the form of a new one. */
    private static List<FormField> display(@Nullable String code, FormFields fields, FigureWords words) {
        List<FormField> display = new ArrayList<>(List.of(
                fields.text("decimals", "decimals"),
                fields.pick("direction", "direction", choices(List.of("UP", "DOWN"), "card.better.", words)),
                fields.text("goodAt", "good-at"),
                fields.text("nearAt", "near-at")));
        if (code == null) {
            display.add(0, fields.text("position", "position"));
        }
        return display;
    }

    private static void variants(
            DefinitionFields typed, FormFields fields, List<FormField.Group> groups, FigureWords words) {
        boolean rate = typed.text("kind").equals("RATE");
        int rows =
                Math.min(DefinitionFields.MOST_VARIANTS, typed.rows("v", DefinitionFields.MOST_VARIANTS) + EMPTY_ROWS);
        List<Choice> numbers = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            numbers.add(new Choice(String.valueOf(i), words.text("define.variant", i + 1)));
        }
        for (int i = 0; i < rows; i++) {
            String v = "v" + i + ".";
            List<FormField> row = new ArrayList<>(List.of(
                    fields.text(v + "nameVi", "variant.name-vi"),
                    fields.text(v + "nameEn", "variant.name-en"),
                    fields.formula(v + "numerator", rate ? "numerator" : "formula")));
            if (rate) {
                row.add(fields.formula(v + "denominator", "denominator"));
            }
            row.add(fields.text(v + "code", "variant.code"));
            groups.add(new FormField.Group(words.text("define.variant", i + 1), HALVES, row));
        }
        groups.add(new FormField.Group(
                words.text("define.group.standard"),
                HALVES,
                List.of(fields.pick("standard", "variant.standard", numbers))));
    }

    private static void components(
            DefinitionFields typed, FormFields fields, List<FormField.Group> groups, FigureWords words) {
        int rows = Math.min(
                DefinitionFields.MOST_COMPONENTS, typed.rows("c", DefinitionFields.MOST_COMPONENTS) + EMPTY_ROWS);
        for (int i = 0; i < rows; i++) {
            String c = "c" + i + ".";
            groups.add(new FormField.Group(
                    words.text("define.component", i + 1),
                    THIRDS,
                    List.of(
                            fields.proposed(c + "indicator", "component.indicator", "proposals"),
                            fields.text(c + "weight", "component.weight"),
                            fields.text(c + "fullAt", "component.full-at"),
                            fields.text(c + "groupVi", "component.group-vi"),
                            fields.text(c + "groupEn", "component.group-en"),
                            fields.tick(c + "capped", "component.capped", typed.isEmpty(c)))));
        }
    }

    private List<Choice> proposals(FigureWords words) {
        return definitions.list(Days.today(clock)).stream()
                .filter(it -> !it.isScore())
                .flatMap(it -> it.variants().stream()
                        .filter(variant -> !variant.ofQuota())
                        .map(variant -> proposal(it, variant, words)))
                .toList();
    }

    private static Choice proposal(IndicatorDefinition it, Variant variant, FigureWords words) {
        String name = words.english() ? it.nameEn() : it.nameVi();
        return variant.standard()
                ? new Choice(it.code(), name)
                : new Choice(
                        it.code() + "/" + variant.code(),
                        name + " · " + (words.english() ? variant.nameEn() : variant.nameVi()));
    }

    static List<Choice> choices(List<String> codes, String key, FigureWords words) {
        return codes.stream().map(it -> new Choice(it, words.text(key + it))).toList();
    }
}
