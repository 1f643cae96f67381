package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.ConcernWords;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.Standing;
import vn.tungnha.indicators.TargetChange;
import vn.tungnha.indicators.Targets;
import vn.tungnha.indicators.web.TargetEntry.Change;
import vn.tungnha.indicators.web.TargetEntry.Form;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;

/** Puts one target and its history into words. */
@Component
@RequiredArgsConstructor
class TargetEntries {

    private final Targets targets;
    private final ConcernWords concerns;
    private final MessageSource messages;

    TargetEntry page(
            TargetBoard.One one,
            Map<String, String> typed,
            @Nullable RuleBroken broken,
            CurrentUser user,
            Locale locale) {
        StandingWords words = StandingWords.of(messages, locale);
        Standing standing = one.standing();
        Period period = one.period();
        boolean gives = targets.mayGive(standing.place(), user);
        String periodText = words.figures().periodTitle(period);
        return new TargetEntry(
                one.back(),
                words.say("title"),
                words.figures().english()
                        ? one.definition().nameEn()
                        : one.definition().nameVi(),
                one.fullName() + " · " + periodText,
                facts(standing, period, words),
                standing.level(),
                words.state(standing),
                standing.concerns().stream()
                        .map(it -> concerns.text(standing, it, locale))
                        .toList(),
                gives ? form(one, typed, broken, words) : null,
                gives ? null : words.say("entry.read-only"),
                targets
                        .history(
                                standing.place(),
                                one.definition().id(),
                                standing.kind().name(),
                                period)
                        .stream()
                        .map(it -> change(it, standing, words))
                        .toList());
    }

    private List<Choice> facts(Standing standing, Period period, StandingWords words) {
        List<Choice> facts = new ArrayList<>();
        String note = words.note(standing, period);
        facts.add(
                new Choice(words.say("column.target"), words.goal(standing) + (note == null ? "" : " (" + note + ")")));
        facts.add(new Choice(words.say("column.amount"), words.amount(standing, standing.amount())));
        if (standing.kind() == Kind.RATE) {
            facts.add(new Choice(words.say("column.parts"), words.parts(standing)));
        }
        facts.add(new Choice(words.say("column.reached"), words.reached(standing)));
        facts.add(new Choice(
                words.say("column.expected"),
                words.amount(standing, standing.progress().expected())));
        facts.add(new Choice(
                words.say("column.forecast"),
                words.amount(standing, standing.progress().forecast())));
        return facts;
    }

    private Form form(
            TargetBoard.One one, Map<String, String> typed, @Nullable RuleBroken broken, StandingWords words) {
        Standing standing = one.standing();
        BigDecimal present = standing.set(one.period());
        int seen =
                present == null ? 0 : Objects.requireNonNull(standing.target()).version();
        return new Form(
                one.kept(),
                typed.containsKey("version") ? CascadePages.version(typed, "version") : seen,
                typed.getOrDefault("amount", Typed.again(present)),
                standing.kind() == Kind.RATE
                        ? "%"
                        : words.figures().english()
                                ? standing.counted().unitEn()
                                : standing.counted().unitVi(),
                typed.getOrDefault("reason", ""),
                present != null,
                broken == null
                        ? null
                        : messages.getMessage(
                                broken.getKey(), broken.getArguments().toArray(), words.locale()),
                broken == null || broken.getField() == null ? null : broken.getField());
    }

    private static Change change(TargetChange it, Standing standing, StandingWords words) {
        List<String> reason = new ArrayList<>();
        if (it.cascaded()) {
            reason.add(words.say("entry.cascaded"));
        }
        if (it.carried()) {
            reason.add(words.say("carried.confirmed"));
        }
        if (it.reason() != null && !it.reason().isBlank()) {
            reason.add(it.reason());
        }
        return new Change(
                words.vn().moment(it.at()),
                Objects.requireNonNullElse(it.by(), words.say("entry.nobody")),
                words.given(standing, it.before()),
                it.amount() == null ? words.say("entry.withdrawn") : words.given(standing, it.amount()),
                String.join(" · ", reason));
    }
}
