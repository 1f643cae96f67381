package vn.tungnha.lists.web;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.lists.BulkChange;
import vn.tungnha.lists.BulkChanges;
import vn.tungnha.lists.DeskLists;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.shared.desk.DeskList;

/** Puts changes of many rows into words. */
@Component
@RequiredArgsConstructor
class BulkPages {

    private final MessageSource messages;

    /** @param obstacle why it stays as it is; null = it can be changed */
    record Line(
            String id, String name, String now, @Nullable String obstacle) {}

    record Preview(
            String list,
            String edit,
            String title,
            String label,
            String input,
            boolean typed,
            List<Choice> choices,
            String value,
            String asked,
            String back,
            String count,
            boolean any,
            List<Line> lines,
            @Nullable String problem) {}

    /** @param undo where to take it back; null = too late, or done */
    record Change(
            String title,
            String made,
            String back,
            @Nullable String undone,
            @Nullable String undo,
            List<Choice> kept) {}

    String preview(
            DeskList<CurrentUser> list,
            DeskEdit<CurrentUser> edit,
            List<BulkChanges.Line> rows,
            String asked,
            String value,
            @Nullable String problem,
            CurrentUser user,
            Locale locale,
            Model model) {
        String only = edit.only();
        List<Line> lines =
                rows.stream().map(row -> line(row, edit, only, locale)).toList();
        long open = lines.stream().filter(line -> line.obstacle() == null).count();
        model.addAttribute(
                "page",
                new Preview(
                        list.code(),
                        edit.code(),
                        title(edit, locale),
                        say(edit.label(), locale),
                        edit.input().name(),
                        only == null,
                        edit.choices(DeskLists.editing(edit, user), locale),
                        value,
                        asked,
                        AskedAddress.page(list.pattern(), AskedAddress.of(asked)),
                        open == lines.size()
                                ? say("lists.bulk.count", locale, Vn.in(locale).number(open))
                                : say(
                                        "lists.bulk.count-of",
                                        locale,
                                        Vn.in(locale).number(open),
                                        Vn.in(locale).number(lines.size())),
                        open > 0,
                        lines,
                        problem));
        return "lists/preview";
    }

    String change(
            BulkChange change,
            DeskEdit<CurrentUser> edit,
            boolean undoable,
            List<BulkChanges.Kept> kept,
            Locale locale,
            Model model) {
        Vn vn = Vn.in(locale);
        model.addAttribute(
                "page",
                new Change(
                        title(edit, locale),
                        say(
                                "lists.change.made",
                                locale,
                                vn.number(change.rows()),
                                edit.words(change.value(), locale),
                                vn.moment(change.madeAt())),
                        change.back(),
                        change.undoneAt() == null
                                ? null
                                : say("lists.change.undone", locale, vn.moment(change.undoneAt())),
                        undoable ? "/lists/changes/" + change.id() + "/undo" : null,
                        kept.stream()
                                .map(row ->
                                        new Choice(row.name().isEmpty() ? Vn.NONE : row.name(), say(row.why(), locale)))
                                .toList()));
        return "lists/change";
    }

    /** Why there is nothing to be previewed. */
    String refused(int chosen, String edit, Locale locale) {
        if (chosen == 0) {
            return say("lists.error.nothing", locale);
        }
        return edit.isBlank()
                ? say("lists.error.no-edit", locale)
                : say("lists.error.many", locale, Vn.in(locale).number(BulkChanges.MOST));
    }

    String done(DeskEdit<CurrentUser> edit, BulkChange change, int chosen, Locale locale) {
        Vn vn = Vn.in(locale);
        String said = say("lists.bulk.done", locale, title(edit, locale), vn.number(change.rows()));
        return change.rows() == chosen
                ? said
                : said + " " + say("lists.bulk.same", locale, vn.number(chosen - change.rows()));
    }

    String words(RuleBroken broken, Locale locale) {
        return messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale);
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String title(DeskEdit<CurrentUser> edit, Locale locale) {
        String key = edit.forMany();
        return say(key == null ? edit.label() : key, locale);
    }

    private Line line(BulkChanges.Line row, DeskEdit<CurrentUser> edit, @Nullable String only, Locale locale) {
        String obstacle = row.held().obstacle();
        String why = obstacle != null
                ? say(obstacle, locale)
                : row.held().value().equals(only) ? say("lists.bulk.already", locale) : null;
        String now = edit.words(row.held().value(), locale);
        return new Line(row.id(), row.held().name(), now.isEmpty() ? Vn.NONE : now, why);
    }
}
