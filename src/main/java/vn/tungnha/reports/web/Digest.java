package vn.tungnha.reports.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A week of one place as it is shown, pasted and shared.
 *
 * @param week "16–22/11/2026"
 * @param parts who worked and from whom nothing came, in whole sentences
 * @param todo what is still to be done, in the words of the inbox
 */
record Digest(
        String place,
        String title,
        String week,
        List<Line> lines,
        List<String> parts,
        List<String> todo,
        String todoTitle,
        String from) {

    /** A figure; the change against the week before, as it is written beside it. */
    record Line(
            String icon,
            String figure,
            String text,
            @Nullable String detail,
            @Nullable String change) {

        String said() {
            String said = figure + " " + text;
            String more = Stream.of(detail, change)
                    .filter(part -> part != null && !part.isBlank())
                    .collect(Collectors.joining("; "));
            return more.isEmpty() ? said : said + " (" + more + ")";
        }
    }

    /** Plain lines, as messengers keep them. */
    String asText() {
        Stream<String> head = Stream.of(title.toUpperCase(Locale.ROOT), place);
        Stream<String> figures = lines.stream().map(line -> "• " + line.said());
        Stream<String> sentences = parts.stream().map(part -> "• " + part);
        Stream<String> open = todo.isEmpty()
                ? Stream.empty()
                : Stream.concat(Stream.of(todoTitle + ":"), todo.stream().map(one -> "– " + one));
        return Stream.of(head, figures, sentences, open, Stream.of(from))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }
}
