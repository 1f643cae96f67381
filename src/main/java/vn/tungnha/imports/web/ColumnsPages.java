package vn.tungnha.imports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.apache.poi.ss.util.CellReference;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.imports.Corrected.Wrong;
import vn.tungnha.imports.ImportColumns;
import vn.tungnha.imports.ImportJob;
import vn.tungnha.imports.Imports;
import vn.tungnha.imports.sheet.Beginning;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.imports.sheet.Layout.ColumnLayout;
import vn.tungnha.imports.sheet.Layout.SheetLayout;
import vn.tungnha.imports.sheet.Lettering;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.table.Column;

/** Finished texts of the page of columns. */
@Component
@RequiredArgsConstructor
class ColumnsPages {

    private static final int MOST_NAMED = 4;
    private static final String BIRTH = "birthYear";

    private final Imports imports;
    private final ImportColumns columns;
    private final ImportPages pages;
    private final MessageSource messages;

    ColumnsPage page(ImportJob job, Layout layout, List<Wrong> wrong, Locale locale) {
        List<Column> known = imports.kind(job.kind()).columns();
        List<Beginning> beginnings = columns.beginnings(job);
        List<List<Integer>> groups = ImportColumns.groups(layout);
        List<ColumnsPage.Group> shown = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            shown.add(group(group, groups.get(group), layout, known, beginnings, wrong, locale));
        }
        return new ColumnsPage(
                job.id().toString(),
                say("imports.form.title", locale, say("imports.kind." + job.kind(), locale)),
                pages.steps(locale),
                job.fileName(),
                job.failure(),
                wrong.stream()
                        .map(one -> words(one, layout, known, locale))
                        .distinct()
                        .toList(),
                shown);
    }

    private ColumnsPage.Group group(
            int group,
            List<Integer> members,
            Layout layout,
            List<Column> known,
            List<Beginning> beginnings,
            List<Wrong> wrong,
            Locale locale) {
        SheetLayout first = layout.sheets().get(members.get(0));
        List<String> names =
                members.stream().map(at -> name(layout, at, locale)).toList();
        String title = names.size() > MOST_NAMED
                ? say(
                        "imports.columns.sheets",
                        locale,
                        String.join(", ", names.subList(0, MOST_NAMED)),
                        names.size() - MOST_NAMED)
                : String.join(", ", names);
        return new ColumnsPage.Group(
                title,
                first.remembered() == null
                        ? null
                        : say(
                                "imports.columns.remembered",
                                locale,
                                Vn.in(locale).day(first.remembered())),
                first.fingerprint(),
                members.stream()
                        .map(at -> sheet(at, layout, known, wrong, locale))
                        .toList(),
                first.columns().stream()
                        .map(column -> head(group, column, members, known, first, wrong, locale))
                        .toList(),
                members.get(0) < beginnings.size()
                        ? beginnings.get(members.get(0)).lines()
                        : List.of());
    }

    private ColumnsPage.Sheet sheet(int at, Layout layout, List<Column> known, List<Wrong> wrong, Locale locale) {
        SheetLayout sheet = layout.sheets().get(at);
        Set<String> inColumns = sheet.columns().stream()
                .map(ColumnLayout::code)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new ColumnsPage.Sheet(
                name(layout, at, locale),
                ColumnsForm.taken(at),
                sheet.taken(),
                ColumnsForm.row(at),
                sheet.headingRow(),
                ColumnsForm.rows(at),
                Math.max(1, sheet.headingRows()),
                known.stream()
                        .filter(column -> column.required() && !inColumns.contains(column.code()))
                        .map(column -> new ColumnsPage.Fixed(
                                ColumnsForm.fixed(at, column.code()),
                                say("imports.columns.fixed", locale, column.name(locale)),
                                sheet.fixed().getOrDefault(column.code(), "")))
                        .toList(),
                wrong.stream()
                        .filter(one -> one.sheet() == at && one.column() == null)
                        .map(one -> words(one, known, locale))
                        .toList());
    }

    private ColumnsPage.Head head(
            int group,
            ColumnLayout column,
            List<Integer> members,
            List<Column> known,
            SheetLayout sheet,
            List<Wrong> wrong,
            Locale locale) {
        return new ColumnsPage.Head(
                CellReference.convertNumToColString(column.index()),
                column.heading().isEmpty() ? say("imports.columns.nameless", locale) : column.heading(),
                column.examples(),
                ColumnsForm.meaning(group, column.index()),
                ColumnsForm.value(column),
                choices(known, locale),
                why(column, sheet, known, locale),
                wrong.stream()
                        .filter(one -> members.contains(one.sheet()) && Objects.equals(one.column(), column.index()))
                        .map(one -> words(one, known, locale))
                        .distinct()
                        .toList());
    }

    private List<Choice> choices(List<Column> known, Locale locale) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", say("imports.columns.skip", locale)));
        for (Column column : known) {
            choices.add(new Choice(
                    column.code(),
                    column.name(locale) + (column.required() ? " (" + say("imports.required", locale) + ")" : "")));
            if (column.code().equals(ColumnLayout.TICKED) || column.code().equals(BIRTH)) {
                Layout.TICKS.forEach(tick -> choices.add(new Choice(
                        column.code() + ":" + tick, say("imports.columns.tick", locale, column.name(locale), tick))));
            }
        }
        return choices;
    }

    private String why(ColumnLayout column, SheetLayout sheet, List<Column> known, Locale locale) {
        String name = known.stream()
                .filter(one -> one.code().equals(column.code()))
                .map(one -> one.name(locale))
                .findFirst()
                .orElse("");
        List<String> reasons = new ArrayList<>();
        reasons.add(say(
                "imports.why." + column.why(),
                locale,
                name,
                sheet.remembered() == null ? "" : Vn.in(locale).day(sheet.remembered())));
        if (column.code() != null && column.lettering() != Lettering.UNICODE) {
            reasons.add(say("imports.why.lettering." + column.lettering(), locale));
        }
        if (column.code() != null && column.monthFirst()) {
            reasons.add(say("imports.why.month-first", locale));
        }
        return String.join(" ", reasons);
    }

    private String words(Wrong wrong, Layout layout, List<Column> known, Locale locale) {
        String text = words(wrong, known, locale);
        return layout.sheets().size() > 1 && wrong.code() != null
                ? name(layout, wrong.sheet(), locale) + ": " + text
                : text;
    }

    private String words(Wrong wrong, List<Column> known, Locale locale) {
        String name = known.stream()
                .filter(column -> column.code().equals(wrong.code()))
                .map(column -> column.name(locale))
                .findFirst()
                .orElse("");
        return say(wrong.key(), locale, name);
    }

    private String name(Layout layout, int at, Locale locale) {
        String name = layout.sheets().get(at).name();
        return name.isEmpty() ? say("imports.columns.whole-file", locale) : name;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
