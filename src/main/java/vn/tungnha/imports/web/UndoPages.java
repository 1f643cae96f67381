package vn.tungnha.imports.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.imports.ImportJob;
import vn.tungnha.imports.ImportUndo;
import vn.tungnha.imports.ImportUndo.Outlook;
import vn.tungnha.imports.ImportUndo.Stays;
import vn.tungnha.imports.Outlooks;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Finished texts of the page that asks whether an import is to be taken back. */
@Component
@RequiredArgsConstructor
class UndoPages {

    private static final Outlook NOTHING_YET = new Outlook(Map.of(), Map.of(), List.of());

    private final MessageSource messages;

    UndoPage page(ImportJob job, Outlooks.Known known, String reason, List<RuleBroken> errors, Locale locale) {
        Vn vn = Vn.in(locale);
        Outlook outlook = Objects.requireNonNullElse(known.outlook(), NOTHING_YET);
        return new UndoPage(
                job.id().toString(),
                say("imports.form.title", locale, say("imports.kind." + job.kind(), locale)),
                job.fileName(),
                say(
                        "imports.undo.facts",
                        locale,
                        vn.moment(job.finishedAt()),
                        job.accountName(),
                        vn.day(
                                job.finishedAt() == null
                                        ? null
                                        : job.finishedAt().plus(Duration.ofDays(ImportUndo.DAYS)))),
                known.outlook() == null ? say("imports.undo.counting", locale, vn.number(known.seen())) : null,
                outlook.going().entrySet().stream()
                        .map(each -> say("imports.made." + each.getKey(), locale, vn.number(each.getValue())))
                        .toList(),
                outlook.staying().entrySet().stream()
                        .map(each -> new UndoPage.Reason(vn.number(each.getValue()), each.getKey()))
                        .toList(),
                outlook.named(),
                outlook.stays() > outlook.named().size()
                        ? say(
                                "imports.undo.more",
                                locale,
                                vn.number(outlook.stays() - outlook.named().size()))
                        : "",
                reason,
                errors.stream()
                        .map(error ->
                                say(error.getKey(), locale, error.getArguments().toArray()))
                        .toList(),
                outlook.goes() > 0);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /**
     * The page.
     *
     * @param counting how far it is, while it is being reckoned what would go and stay
     * @param going what would go, each with its number
     * @param more how many more stay than are named, in words
     */
    record UndoPage(
            String id,
            String title,
            String fileName,
            String facts,
            @Nullable String counting,
            List<String> going,
            List<Reason> staying,
            List<Stays> named,
            String more,
            String reason,
            List<String> errors,
            boolean may) {

        record Reason(String count, String text) {}
    }
}
