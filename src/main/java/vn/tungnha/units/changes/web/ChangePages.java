package vn.tungnha.units.changes.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
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
import vn.tungnha.units.UnitKinds;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.ChangePlan;
import vn.tungnha.units.changes.ChangePlan.Kind;
import vn.tungnha.units.changes.ChangePlan.Part;
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
    private final Units units;
    private final UnitKinds kinds;
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
                lines(change, preview, locale, vn),
                preview == null ? List.of() : effects(preview, locale, vn),
                preview == null ? null : untouched(preview, locale),
                preview == null ? List.of() : preview.renamed(),
                preview == null || preview.forbidden() == null
                        ? null
                        : say(preview.forbidden().getKey(), locale, FormRules.arguments(preview.forbidden())),
                history(change, locale, vn),
                proposes,
                state == State.PROPOSED && decides && second,
                state == State.PROPOSED && decides && !own,
                open && own,
                state == State.APPLIED && decides,
                state == State.PROPOSED && !(decides && second) ? say("units.change.waits", locale) : null);
    }

    private List<ChangePage.Effect> effects(ChangePreview preview, Locale locale, Vn vn) {
        List<ChangePage.Effect> effects = new ArrayList<>();
        if (preview.children() > 0) {
            effects.add(new ChangePage.Effect(
                    say("units.change.effect.children", locale, vn.number(preview.children())),
                    String.join(", ", preview.childNames()),
                    null));
        }
        preview.effects().stream()
                .filter(effect -> effect.count() > 0)
                .forEach(effect -> effects.add(new ChangePage.Effect(
                        say(effect.key(), locale, vn.number(effect.count())),
                        effect.note() == null ? null : say(effect.note(), locale),
                        effect.link())));
        return effects;
    }

    private @Nullable String untouched(ChangePreview preview, Locale locale) {
        String none = preview.effects().stream()
                .filter(effect -> effect.count() == 0)
                .map(effect -> say(effect.key(), locale, "0"))
                .collect(Collectors.joining(" · "));
        return none.isEmpty() ? null : none;
    }

    private List<ChangePage.Line> lines(UnitChange change, @Nullable ChangePreview preview, Locale locale, Vn vn) {
        ChangePlan plan = change.plan();
        LocalDate eve = plan.effective().minusDays(1);
        List<Choice> from = plan.leaving().stream()
                .map(id -> units.get(id, eve))
                .map(unit -> new Choice("/units/" + unit.code() + "@" + later(unit.validFrom(), eve), unit.fullName()))
                .toList();
        String verb = say("units.change.verb." + plan.kind() + (plan.goesOn() ? ".on" : ""), locale);
        if (plan.parts().isEmpty()) {
            return List.of(new ChangePage.Line(from, verb, null, null, null));
        }
        List<ChangePage.Line> lines = new ArrayList<>();
        List<Integer> households = preview == null ? List.of() : preview.weights();
        int all = households.stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < plan.parts().size(); i++) {
            Part part = plan.parts().get(i);
            UnitView into = part.into() == null ? null : units.get(part.into(), plan.effective());
            lines.add(new ChangePage.Line(
                    from,
                    into != null && plan.kind() == Kind.SPLIT ? say("units.change.verb.SPLIT.into", locale) : verb,
                    into == null ? name(part, plan) : into.fullName(),
                    into == null ? null : "/units/" + into.code(),
                    note(part, plan, i < households.size() ? households.get(i) : -1, all, locale, vn)));
        }
        return lines;
    }

    private @Nullable String note(Part part, ChangePlan plan, int households, int all, Locale locale, Vn vn) {
        List<String> notes = new ArrayList<>();
        if (!part.children().isEmpty()) {
            notes.add(units.all(part.children(), plan.effective()).values().stream()
                    .map(UnitView::name)
                    .sorted()
                    .collect(Collectors.joining(", ")));
        }
        if (!part.alleys().isEmpty()) {
            notes.add(part.alleys().stream().sorted().collect(Collectors.joining(", ")));
        }
        if (households >= 0) {
            notes.add(say("units.change.households", locale, vn.number(households)));
        }
        BigDecimal weight = part.weight();
        if (plan.kind() == Kind.SPLIT && plan.ends()) {
            double share = weight != null
                    ? weight.doubleValue()
                    : all > 0 ? (double) households / all : 1.0 / plan.parts().size();
            notes.add(say("units.change.weight", locale, vn.number(share, 2)));
        }
        return notes.isEmpty() ? null : String.join(" · ", notes);
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

    private List<ChangePage.Event> history(UnitChange change, Locale locale, Vn vn) {
        List<ChangePage.Event> events = new ArrayList<>();
        events.add(event("drafted", change.draftedAt(), change.drafter(), null, locale, vn));
        add(events, "proposed", change.proposedAt(), change.proposer(), null, locale, vn);
        boolean rejected = change.state() == State.REJECTED;
        add(
                events,
                rejected ? "rejected" : "applied",
                change.decidedAt(),
                change.decider(),
                rejected ? change.reason() : null,
                locale,
                vn);
        add(events, "undone", change.undoneAt(), change.undoer(), change.reason(), locale, vn);
        return events;
    }

    private void add(
            List<ChangePage.Event> events,
            String what,
            @Nullable Instant when,
            @Nullable String who,
            @Nullable String reason,
            Locale locale,
            Vn vn) {
        if (when != null && who != null) {
            events.add(event(what, when, who, reason, locale, vn));
        }
    }

    private ChangePage.Event event(
            String what, Instant when, String who, @Nullable String reason, Locale locale, Vn vn) {
        return new ChangePage.Event(vn.moment(when), say("units.change.event." + what, locale, who), reason);
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

    private String name(Part part, ChangePlan plan) {
        ChangePlan.Founded founded = Objects.requireNonNull(part.founded());
        String kind = kinds.of(plan.level()).stream()
                .filter(it -> it.code().equals(founded.kind()))
                .map(it -> it.name())
                .findFirst()
                .orElse("");
        String own = founded.name() != null ? founded.name() : String.valueOf(founded.number());
        return own.startsWith(kind) ? own : kind + " " + own;
    }

    private static String level(State state) {
        return Objects.requireNonNull(LEVELS.get(state));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
