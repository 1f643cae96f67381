package vn.tungnha.units.changes.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.ChangePreview;
import vn.tungnha.units.changes.UnitChange;
import vn.tungnha.units.changes.UnitChange.State;
import vn.tungnha.units.changes.UnitReforms;

/** Puts the pages of proposals into words. */
@Component
@RequiredArgsConstructor
class ChangePages {

    private static final Map<State, String> LEVELS = Map.of(
            State.DRAFT, "none",
            State.PROPOSED, "near",
            State.REJECTED, "bad",
            State.APPLIED, "good",
            State.UNDONE, "info");

    private final UnitReforms reforms;
    private final ChangeChoices choices;
    private final ChangeLines lines;
    private final ChangeEffects effects;
    private final ChangeHistory history;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    List<Segment> states(@Nullable State here, Locale locale) {
        List<Segment> states = new ArrayList<>();
        states.add(new Segment(say("units.change.state.all", locale), "/units/changes", here == null));
        for (State state : State.values()) {
            states.add(new Segment(
                    say("units.change.state." + state, locale), "/units/changes?state=" + state, state == here));
        }
        return states;
    }

    List<ChangePage.Row> rows(List<UnitChange> changes, Locale locale) {
        Vn vn = Vn.in(locale);
        return changes.stream()
                .map(change -> new ChangePage.Row(
                        "/units/changes/" + change.id(),
                        title(change, locale),
                        vn.day(change.plan().effective()),
                        change.drafter(),
                        say("units.change.state." + change.state(), locale),
                        level(change.state())))
                .toList();
    }

    ChangePage page(UnitChange change, CurrentUser user, Locale locale) {
        Vn vn = Vn.in(locale);
        State state = change.state();
        boolean open = state == State.DRAFT || state == State.PROPOSED;
        ChangePreview preview = open ? reforms.preview(change) : null;
        boolean own = user.accountId().equals(change.draftedBy());
        boolean decides = reforms.mayDecide(change, user);
        boolean second = !user.accountId().equals(change.proposedBy());
        boolean proposes = state == State.DRAFT
                && UnitReforms.mayPropose(change.plan().kind(), change.plan().level(), user);
        return new ChangePage(
                change.id(),
                change.version(),
                title(change, locale),
                say("units.change.state." + state, locale),
                level(state),
                open,
                state == State.DRAFT ? 2 : 3,
                choices.steps(locale),
                facts(change, locale, vn),
                lines.of(change.plan(), preview, locale),
                preview == null
                        ? state == State.APPLIED ? effects.of(reforms.left(change), user, locale) : List.of()
                        : effects.of(preview, user, locale),
                preview == null ? null : effects.untouched(preview, locale),
                preview == null ? List.of() : preview.renamed(),
                preview == null || preview.forbidden() == null
                        ? null
                        : say(preview.forbidden().getKey(), locale, FormRules.arguments(preview.forbidden())),
                history.of(change, locale),
                proposes,
                state == State.PROPOSED && decides && second,
                state == State.PROPOSED && decides && !own,
                open && own,
                state == State.APPLIED && decides,
                state == State.PROPOSED && !(decides && second) ? say("units.change.waits", locale) : null);
    }

    private List<Choice> facts(UnitChange change, Locale locale, Vn vn) {
        List<Choice> facts = new ArrayList<>();
        LocalDate day = change.plan().effective();
        LocalDate today = Days.today(clock);
        String when = change.state() == State.APPLIED && day.isAfter(today)
                ? say("units.change.fact.by-itself", locale, vn.day(day))
                : vn.day(day);
        facts.add(new Choice(say("units.change.effective", locale), when));
        facts.add(
                new Choice(say("units.change.decree", locale), change.decree().isEmpty() ? Vn.NONE : change.decree()));
        if (!change.note().isEmpty()) {
            facts.add(new Choice(say("units.change.note", locale), change.note()));
        }
        return facts;
    }

    private String title(UnitChange change, Locale locale) {
        LocalDate eve = change.plan().effective().minusDays(1);
        String names = change.plan().sources().stream()
                .limit(3)
                .map(id -> units.get(id, eve).fullName())
                .collect(Collectors.joining(", "));
        int more = change.plan().sources().size() - 3;
        return say("units.change.title." + change.plan().kind(), locale, more > 0 ? names + "…" : names);
    }

    private static String level(State state) {
        return Objects.requireNonNull(LEVELS.get(state));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
