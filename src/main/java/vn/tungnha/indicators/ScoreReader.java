package vn.tungnha.indicators;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** Makes the components of a score of what was typed. */
@Component
@RequiredArgsConstructor
class ScoreReader {

    private final Definitions definitions;
    private final Clock clock;

    /** @throws RuleBroken naming the field that is wrong */
    List<IndicatorDefinition.Component> components(DefinitionFields fields, String score) {
        int rows = fields.rows("c", DefinitionFields.MOST_COMPONENTS);
        List<IndicatorDefinition.Component> components = new ArrayList<>();
        Set<IndicatorChoice> seen = new HashSet<>();
        for (int i = 0; i < rows; i++) {
            String c = "c" + i + ".";
            if (fields.isEmpty(c)) {
                continue;
            }
            IndicatorChoice choice = choice(fields, c + "indicator", score);
            if (!seen.add(choice)) {
                throw RuleBroken.at(c + "indicator", "indicators.define.error.component-twice", choice.code());
            }
            components.add(new IndicatorDefinition.Component(
                    choice.code(),
                    choice.variant(),
                    fields.optional(c + "groupVi"),
                    fields.optional(c + "groupEn"),
                    fields.positive(c + "weight"),
                    fields.positive(c + "fullAt"),
                    fields.text(c + "capped").equals("true")));
        }
        if (components.isEmpty()) {
            throw RuleBroken.at("c0.indicator", "indicators.define.error.missing");
        }
        return components;
    }

    /** No score of scores, and no share of a quota, which is different for everybody. */
    private IndicatorChoice choice(DefinitionFields fields, String field, String score) {
        String[] typed = fields.required(field).split("/", 2);
        String code = typed[0].strip();
        IndicatorDefinition one = definitions
                .find(code, Days.today(clock))
                .filter(it -> it.code().equals(code) && !code.equals(score))
                .orElseThrow(() -> RuleBroken.at(field, "indicators.error.indicator-unknown", code));
        String wanted = typed.length == 1 ? null : typed[1].strip();
        Variant variant = one.variant(wanted);
        if (variant == null) {
            throw RuleBroken.at(field, "indicators.error.variant-unknown", typed[1].strip());
        }
        if (variant.ofScore() || variant.ofQuota()) {
            throw RuleBroken.at(field, "indicators.define.error.component", code);
        }
        return new IndicatorChoice(code, wanted);
    }
}
