package vn.tungnha.indicators.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.indicators.TargetView;
import vn.tungnha.indicators.Targets;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** Definitions of indicators. */
@RestController
@RequestMapping("/api/v1/indicators")
@Opens(TokenScope.FIGURES)
@RequiredArgsConstructor
class IndicatorsApi {

    private final Definitions definitions;
    private final Targets targets;
    private final Clock clock;

    /** With at most 100 targets each; the definition on its own has up to 1000. */
    @GetMapping
    @Allowed
    PageOf<DefinitionView> list(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            CurrentUser user,
            Locale locale) {
        Paging paging = new Paging(page, size);
        List<IndicatorDefinition> all = definitions.list(day(on));
        List<IndicatorDefinition> shown =
                all.stream().skip(paging.offset()).limit(paging.size()).toList();
        Map<String, MeasureView> measures = definitions.measures();
        Map<Integer, List<TargetView>> set = targets.visibleTo(user, ids(shown), 100);
        return PageOf.of(shown, paging, all.size())
                .map(it -> DefinitionView.of(it, measures, set.getOrDefault(it.id(), List.of()), locale));
    }

    @GetMapping("/{code}")
    @Allowed
    DefinitionView show(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            CurrentUser user,
            Locale locale) {
        IndicatorDefinition definition = definitions.require(code, day(on));
        List<TargetView> set =
                targets.visibleTo(user, ids(List.of(definition)), 1000).getOrDefault(definition.id(), List.of());
        return DefinitionView.of(definition, definitions.measures(), set, locale);
    }

    private static List<Integer> ids(List<IndicatorDefinition> shown) {
        return shown.stream().map(IndicatorDefinition::id).toList();
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? Days.today(clock) : on;
    }

    record DefinitionView(
            String code,
            String kind,
            String pillar,
            String name,
            String nameVi,
            String nameEn,
            String shortName,
            String measuredIn,
            String direction,
            int decimals,
            int version,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            Formula numerator,
            @Nullable Formula denominator,
            List<VariantView> variants,
            List<String> counted,
            List<String> notCounted,
            @Nullable String source,
            @Nullable String legalBasis,
            List<TargetView> targets) {

        static DefinitionView of(
                IndicatorDefinition it, Map<String, MeasureView> measures, List<TargetView> targets, Locale locale) {
            boolean english = locale.getLanguage().equals("en");
            List<VariantView> variants = it.variants().stream()
                    .map(variant -> VariantView.of(variant, measures, english))
                    .toList();
            return new DefinitionView(
                    it.code(),
                    it.kind().name(),
                    it.pillar(),
                    english ? it.nameEn() : it.nameVi(),
                    it.nameVi(),
                    it.nameEn(),
                    english ? it.shortEn() : it.shortVi(),
                    english ? it.unitEn() : it.unitVi(),
                    it.direction(),
                    it.decimals(),
                    it.version(),
                    it.validFrom().equals(Days.SINCE_EVER) ? null : it.validFrom(),
                    it.validTo().equals(Days.FOREVER) ? null : it.validTo(),
                    variants.get(0).numerator(),
                    variants.get(0).denominator(),
                    variants,
                    it.counted(),
                    it.notCounted(),
                    it.source(),
                    it.legalBasis(),
                    targets);
        }
    }

    record VariantView(
            String code,
            String name,
            boolean standard,
            Formula numerator,
            @Nullable Formula denominator) {

        static VariantView of(Variant it, Map<String, MeasureView> measures, boolean english) {
            String below = it.denominator();
            String words = english ? it.denominatorEn() : it.denominatorVi();
            return new VariantView(
                    it.code(),
                    english ? it.nameEn() : it.nameVi(),
                    it.standard(),
                    Formula.of(it.numerator(), english ? it.numeratorEn() : it.numeratorVi(), measures, english),
                    below == null ? null : Formula.of(below, words == null ? "" : words, measures, english));
        }
    }

    record Formula(String expression, String words, List<MeasurePart> measures) {

        static Formula of(String expression, String words, Map<String, MeasureView> measures, boolean english) {
            Set<String> codes = new HashSet<>(Arrays.asList(expression.split("[^A-Z0-9_]+")));
            return new Formula(
                    expression,
                    words,
                    measures.values().stream()
                            .filter(it -> codes.contains(it.code()))
                            .map(it -> new MeasurePart(
                                    it.code(),
                                    english ? it.nameEn() : it.nameVi(),
                                    it.source().name()))
                            .toList());
        }
    }

    record MeasurePart(String code, String name, String source) {}
}
