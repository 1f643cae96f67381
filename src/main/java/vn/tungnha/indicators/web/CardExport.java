package vn.tungnha.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.Amounts;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;

/** The rows behind a figure to take away, with the formula and the tree they were reckoned by on top. */
@Component
@RequiredArgsConstructor
class CardExport {

    private static final List<String> COLUMNS = List.of(
            "level",
            "code",
            "unit",
            "period",
            "numerator",
            "denominator",
            "value",
            "target",
            "coverage",
            "source",
            "captured",
            "target-source");

    private final Definitions definitions;
    private final MessageSource messages;
    private final Clock clock;

    /** @param series the periods of the card's chart */
    void write(CardRead read, List<IndicatorValue> series, String format, Locale locale, HttpServletResponse response)
            throws IOException {
        if (read.unit() == null) {
            throw new NotFound("unit", "");
        }
        FigureWords words = new FigureWords(messages, locale);
        String file = "%s-%s-%s"
                .formatted(
                        read.definition().code(),
                        read.unit().code(),
                        read.period().code().replace('/', '_'));
        try (TableWriter out = TableAnswer.open(file, format, response)) {
            for (List<String> line : head(read, words)) {
                out.row(line);
            }
            out.row(List.of());
            out.heading(COLUMNS.stream().map(it -> words.text("table." + it)).toList());
            row(out, words.text("table.whole"), read.unit().code(), read.unit().fullName(), read.value(), words);
            for (CardRows.Group group : read.groups()) {
                for (CardRows.Line line : group.lines()) {
                    row(out, words.text("table." + group.kind()), line.code(), line.name(), line.value(), words);
                }
            }
            for (IndicatorValue value : series) {
                row(
                        out,
                        words.text("table.history"),
                        read.unit().code(),
                        read.unit().fullName(),
                        value,
                        words);
            }
        }
    }

    private List<List<String>> head(CardRead read, FigureWords words) {
        var measures = definitions.measures();
        String below = CardDetails.denominator(read.variant(), measures, words);
        List<List<String>> head = new ArrayList<>();
        head.add(List.of(
                words.english() ? read.definition().nameEn() : read.definition().nameVi(),
                read.definition().code()));
        head.add(List.of(words.text("table.numerator"), CardDetails.numerator(read.variant(), measures, words)));
        if (below != null) {
            head.add(List.of(words.text("table.denominator"), below));
        }
        head.add(List.of(
                words.text("card.fact.variant"),
                words.english() ? read.variant().nameEn() : read.variant().nameVi()));
        head.add(List.of(
                words.text("table.version"), String.valueOf(read.definition().version())));
        var pinned = read.structure().pinned();
        head.add(List.of(
                words.text("filter.structure"),
                pinned == null
                        ? words.text(read.structure().locked() ? "structure.locked" : "structure.then")
                        : words.text("structure.day", words.vn().day(pinned))));
        head.add(List.of(words.text("table.time"), words.vn().moment(clock.instant())));
        return head;
    }

    private static void row(
            TableWriter out, String level, String code, String name, @Nullable IndicatorValue value, FigureWords words)
            throws IOException {
        if (value == null) {
            return;
        }
        var coverage = value.coverage();
        out.row(Arrays.asList(
                level,
                code,
                name,
                value.period().code(),
                value.numerator(),
                value.denominator(),
                Amounts.rounded(value),
                value.target(),
                coverage == null ? null : coverage.units() + "/" + coverage.of(),
                words.source(value),
                value.asOf(),
                value.targetCarried() ? words.text("target.derived") : null));
    }
}
