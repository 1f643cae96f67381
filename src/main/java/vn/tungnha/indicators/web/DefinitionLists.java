package vn.tungnha.indicators.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.DefinitionDrafts;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.Endings;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Vn;

/** What there is to see of definitions: all of them, and one with all its versions. */
@Component
@RequiredArgsConstructor
class DefinitionLists {

    private final Definitions definitions;
    private final DefinitionDrafts drafts;
    private final Endings endings;
    private final MessageSource messages;
    private final Clock clock;

    /** One line of the list. */
    record Line(String code, String name, String url, String formula, String version, String legal, boolean draft) {}

    /** One version; {@code numerator} and {@code denominator} in words. */
    record Version(
            int number,
            String title,
            boolean inForce,
            boolean withdrawable,
            @Nullable String note,
            List<Way> ways,
            List<Choice> components) {}

    /** One variant. */
    record Way(
            String name,
            String code,
            String numerator,
            @Nullable String denominator,
            String formula) {}

    /** One indicator with its versions, the latest first. */
    record Page(
            String code,
            String name,
            String subtitle,
            String cardUrl,
            List<Choice> facts,
            List<Version> versions,
            @Nullable String draft,
            @Nullable String ended,
            String endingDay,
            boolean mayEdit) {}

    Map<String, List<Line>> pillars(Locale locale) {
        FigureWords words = new FigureWords(messages, locale);
        Map<String, MeasureView> measures = definitions.measures();
        Set<String> drafted =
                drafts.list().stream().map(DefinitionDrafts.Draft::code).collect(Collectors.toSet());
        Map<String, List<Line>> pillars = new LinkedHashMap<>();
        DefinitionPages.PILLARS.forEach(pillar -> pillars.put(pillar, new ArrayList<>()));
        for (IndicatorDefinition it : definitions.latest()) {
            pillars.computeIfAbsent(it.pillar(), pillar -> new ArrayList<>())
                    .add(new Line(
                            it.code(),
                            words.english() ? it.nameEn() : it.nameVi(),
                            "/admin/indicators/" + it.code(),
                            formula(it, measures, words),
                            version(it, words),
                            it.legalBasis() == null ? Vn.NONE : it.legalBasis(),
                            drafted.contains(it.code())));
        }
        pillars.values().removeIf(List::isEmpty);
        return pillars;
    }

    private static String formula(IndicatorDefinition it, Map<String, MeasureView> measures, FigureWords words) {
        if (it.isScore()) {
            return words.text("define.score-of", it.components().size());
        }
        Variant standard = it.variants().get(0);
        String below = CardDetails.denominator(standard, measures, words);
        String above = CardDetails.numerator(standard, measures, words);
        return below == null ? above : above + " ÷ " + below;
    }

    private static String version(IndicatorDefinition it, FigureWords words) {
        String from = words.vn().day(it.validFrom());
        String version = String.valueOf(it.version());
        String text = from.equals(Vn.NONE)
                ? words.text("card.version", version)
                : words.text("card.version-from", version, from);
        return it.ended() ? text + " " + words.text("define.until", words.vn().day(it.validTo())) : text;
    }

    /** Drafts of indicators that are not there yet. */
    List<Choice> newDrafts(Locale locale) {
        FigureWords words = new FigureWords(messages, locale);
        return drafts.list().stream()
                .filter(it -> drafts.current(it.code()) == null)
                .map(it -> new Choice(
                        "/admin/indicators/" + it.code() + "/preview",
                        it.fields().text(words.english() ? "nameEn" : "nameVi")))
                .toList();
    }

    Page page(String code, CurrentUser user, Locale locale) {
        FigureWords words = new FigureWords(messages, locale);
        List<IndicatorDefinition> history = definitions.history(code);
        if (history.isEmpty()) {
            throw new NotFound("indicator", code);
        }
        IndicatorDefinition last = history.get(0);
        Map<String, MeasureView> measures = definitions.measures();
        LocalDate today = Days.today(clock);
        boolean mayEdit = user.has(Role.ADMIN);
        List<Version> versions = new ArrayList<>();
        for (IndicatorDefinition it : history) {
            versions.add(new Version(
                    it.version(),
                    title(version(it, words), locale),
                    !today.isBefore(it.validFrom()) && !today.isAfter(it.validTo()),
                    mayEdit && it == last && it.published(),
                    it.changeNote(),
                    it.isScore()
                            ? List.of()
                            : it.variants().stream()
                                    .map(way -> way(way, measures, words))
                                    .toList(),
                    it.components().stream().map(part -> component(part, words)).toList()));
        }
        return new Page(
                last.code(),
                words.english() ? last.nameEn() : last.nameVi(),
                CardTexts.subtitle(last, words),
                "/indicators/" + last.code(),
                CardTexts.facts(last, last.variants().get(0), null, today, words),
                versions,
                drafts.find(last.code())
                        .map(it -> words.text(
                                "define.draft-by", it.changedBy(), words.vn().moment(it.changedAt())))
                        .orElse(null),
                endings.of(last.code()).map(it -> ended(it, words)).orElse(null),
                endings.proposedDay().toString(),
                mayEdit);
    }

    private static String ended(Endings.Ending it, FigureWords words) {
        return words.text(
                "define.ended",
                words.vn().day(it.from()),
                it.by() == null ? Vn.NONE : it.by(),
                words.vn().moment(it.at()),
                it.reason());
    }

    private static Way way(Variant it, Map<String, MeasureView> measures, FigureWords words) {
        return new Way(
                words.english() ? it.nameEn() : it.nameVi(),
                it.code(),
                CardDetails.numerator(it, measures, words),
                CardDetails.denominator(it, measures, words),
                it.denominator() == null
                        ? it.numerator()
                        : bracketed(it.numerator()) + " ÷ " + bracketed(it.denominator()));
    }

    private static String bracketed(String formula) {
        return formula.contains(" ") ? "(" + formula + ")" : formula;
    }

    private static String title(String text, Locale locale) {
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    private static Choice component(IndicatorDefinition.Component it, FigureWords words) {
        String group = words.english() ? it.groupEn() : it.groupVi();
        String code = it.variant() == null ? it.indicator() : it.indicator() + "/" + it.variant();
        return new Choice(
                group == null ? code : group + " · " + code,
                words.text(
                        it.capped() ? "define.component.about" : "define.component.about-uncapped",
                        words.vn().number(it.weight()),
                        words.vn().number(it.fullAt())));
    }
}
