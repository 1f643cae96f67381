package vn.tungnha.life.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.life.DecisionKind;
import vn.tungnha.life.DecisionPaper;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Vn;

/** What decisions and handovers are called in the reader's language. */
@Component
@RequiredArgsConstructor
class LifeWords {

    private final MessageSource messages;

    String say(Locale locale, String key, @Nullable Object... arguments) {
        return messages.getMessage("life." + key, arguments, locale);
    }

    String kind(DecisionKind kind, Locale locale) {
        return say(locale, "kind." + kind);
    }

    List<Choice> kinds(Locale locale) {
        return Stream.of(DecisionKind.values())
                .map(kind -> new Choice(kind.name(), kind(kind, locale)))
                .toList();
    }

    /** "103/QĐ-UBND ngày 29/11/2023", or that it is a draft. */
    String number(DecisionPaper paper, Locale locale) {
        Vn vn = Vn.in(locale);
        String number = paper.number();
        return number == null
                ? say(locale, "draft-of", vn.day(paper.effective()))
                : say(locale, "signed-as", number, vn.day(paper.dated()));
    }
}
