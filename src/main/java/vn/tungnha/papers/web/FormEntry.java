package vn.tungnha.papers.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.tungnha.papers.FormHead;
import vn.tungnha.papers.FormSection;
import vn.tungnha.papers.LineText;
import vn.tungnha.papers.PaperForm;
import vn.tungnha.papers.SectionKind;
import vn.tungnha.shared.RuleBroken;

/**
 * A form as it was typed.
 *
 * @param from first day of periods it is for, as the browser sends it
 * @param sections with two blank ones to add to
 */
record FormEntry(int version, String from, String reason, FormHead head, List<Section> sections) {

    private static final int SPARE = 2;

    /** One section; without a kind it is left out. */
    record Section(String position, String kind, String heading, String body, boolean own, String lines) {}

    static FormEntry of(PaperForm form, LocalDate today) {
        List<Section> sections = new ArrayList<>();
        for (FormSection section : form.sections()) {
            sections.add(new Section(
                    String.valueOf(sections.size() + 1),
                    section.kind().name(),
                    section.heading(),
                    section.body(),
                    section.own(),
                    LineText.write(section.lines())));
        }
        return new FormEntry(form.version(), today.withDayOfMonth(1).toString(), "", form.head(), spared(sections));
    }

    static FormEntry typed(MultiValueMap<String, String> params) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; params.containsKey("kind" + i); i++) {
            sections.add(new Section(
                    text(params, "position" + i),
                    text(params, "kind" + i),
                    text(params, "heading" + i),
                    text(params, "body" + i),
                    params.containsKey("own" + i),
                    text(params, "lines" + i)));
        }
        String version = text(params, "version");
        return new FormEntry(
                version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0,
                text(params, "from"),
                text(params, "reason"),
                new FormHead(
                        text(params, "parentBody"),
                        text(params, "issuer"),
                        text(params, "symbol"),
                        text(params, "title"),
                        text(params, "subject"),
                        text(params, "addressee"),
                        text(params, "recipients"),
                        text(params, "signers")),
                sections);
    }

    LocalDate validFrom() {
        if (!from.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw RuleBroken.at("from", "papers.error.from");
        }
        try {
            return LocalDate.parse(from);
        } catch (java.time.DateTimeException e) {
            throw RuleBroken.at("from", "papers.error.from");
        }
    }

    /** In the order of their numbers; those without a kind are left out. */
    List<FormSection> toSections() {
        return sections.stream()
                .filter(it -> !it.kind().isEmpty())
                .sorted(Comparator.comparingInt(FormEntry::place))
                .map(this::section)
                .toList();
    }

    private FormSection section(Section typed) {
        SectionKind kind = SectionKind.valueOf(typed.kind());
        return new FormSection(
                kind,
                typed.heading(),
                kind == SectionKind.TEXT ? typed.body() : "",
                typed.own(),
                kind.hasLines() ? LineText.read(typed.lines(), "lines" + sections.indexOf(typed)) : List.of());
    }

    private static int place(Section section) {
        return section.position().matches("\\d{1,4}") ? Integer.parseInt(section.position()) : Integer.MAX_VALUE;
    }

    private static List<Section> spared(List<Section> sections) {
        for (int i = 0; i < SPARE; i++) {
            sections.add(new Section(String.valueOf(sections.size() + 1), "", "", "", false, ""));
        }
        return sections;
    }

    private static String text(MultiValueMap<String, String> params, String name) {
        @Nullable String typed = params.getFirst(name);
        return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
    }
}
