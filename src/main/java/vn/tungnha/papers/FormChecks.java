package vn.tungnha.papers;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** What a form may say: only words and figures that can be filled in. */
@Component
@RequiredArgsConstructor
class FormChecks {

    private final Definitions definitions;
    private final Clock clock;

    /** @throws RuleBroken that names the first thing that cannot be filled in */
    void check(FormHead head, List<FormSection> sections) {
        Map<String, IndicatorDefinition> known = definitions.list(Days.today(clock)).stream()
                .collect(Collectors.toMap(IndicatorDefinition::code, it -> it));
        required("issuer", head.issuer());
        required("title", head.title());
        required("subject", head.subject());
        required("signers", head.signers());
        words("parentBody", head.parentBody(), known);
        words("issuer", head.issuer(), known);
        words("symbol", head.symbol(), known);
        words("title", head.title(), known);
        words("subject", head.subject(), known);
        words("addressee", head.addressee(), known);
        words("recipients", head.recipients(), known);
        words("signers", head.signers(), known);
        if (sections.isEmpty()) {
            throw RuleBroken.at("kind0", "papers.error.no-sections");
        }
        for (int i = 0; i < sections.size(); i++) {
            FormSection section = sections.get(i);
            String lines = "lines" + i;
            words("heading" + i, section.heading(), known);
            words("body" + i, section.body(), known);
            if (section.kind().hasLines() && section.lines().isEmpty()) {
                throw RuleBroken.at(lines, "papers.error.no-lines");
            }
            section.lines().forEach(line -> {
                indicator(lines, line.indicator(), line.variant(), known);
                words(lines, line.words(), known);
            });
        }
    }

    private static void required(String field, String text) {
        if (text.isBlank()) {
            throw RuleBroken.at(field, "papers.error.required");
        }
    }

    private static void words(String field, String text, Map<String, IndicatorDefinition> known) {
        for (String token : Placeholders.tokens(text)) {
            Placeholders.Named figure = Placeholders.figure(token);
            if (figure != null) {
                indicator(field, figure.indicator(), figure.variant(), known);
            } else if (!Placeholders.isWord(token)) {
                throw RuleBroken.at(field, "papers.error.placeholder", "{" + token + "}");
            }
        }
    }

    private static void indicator(
            String field, String code, @Nullable String variant, Map<String, IndicatorDefinition> known) {
        IndicatorDefinition definition = known.get(code);
        if (definition == null) {
            throw RuleBroken.at(field, "papers.error.indicator", code);
        }
        if (definition.variant(variant) == null) {
            throw RuleBroken.at(field, "papers.error.variant", code, String.valueOf(variant));
        }
    }
}
