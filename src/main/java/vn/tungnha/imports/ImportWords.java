package vn.tungnha.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.Staying;

/** Findings and refusals in the reader's language. */
@Component
@RequiredArgsConstructor
class ImportWords {

    private final MessageSource messages;

    Issue issue(int row, Finding finding, List<Column> columns, Locale locale) {
        return new Issue(
                row,
                finding.level(),
                finding.column(),
                columnName(finding.column(), columns, locale),
                say(finding.key(), finding.arguments(), locale));
    }

    Issue issue(int row, RuleBroken broken, List<Column> columns, Locale locale) {
        String field = broken.getField() == null ? "" : broken.getField();
        String column = columns.stream().anyMatch(it -> it.code().equals(field)) ? field : "";
        return new Issue(row, Finding.Level.ERROR, column, columnName(column, columns, locale), say(broken, locale));
    }

    String say(RuleBroken broken, Locale locale) {
        return say(broken.getKey(), broken.getArguments(), locale);
    }

    String say(Staying staying, Locale locale) {
        String text = messages.getMessage(staying.key(), staying.arguments().toArray(), null, locale);
        return text == null ? say("imports.undo.used", List.of(), locale) : text;
    }

    /** 312 hộ, 900 người. */
    String counts(Map<String, Integer> bySubject, Locale locale) {
        return bySubject.entrySet().stream()
                .map(each -> say(
                        "imports.made." + each.getKey(), List.of(Vn.in(locale).number(each.getValue())), locale))
                .collect(Collectors.joining(", "));
    }

    private String say(String key, List<Object> arguments, Locale locale) {
        Object[] readable = arguments.stream()
                .map(argument ->
                        argument instanceof LocalDate day ? Vn.in(locale).day(day) : argument)
                .toArray();
        String text = messages.getMessage(key, readable, key, locale);
        return text == null ? key : text;
    }

    private static String columnName(String code, List<Column> columns, Locale locale) {
        return columns.stream()
                .filter(column -> column.code().equals(code))
                .map(column -> column.name(locale))
                .findFirst()
                .orElse(code);
    }
}
