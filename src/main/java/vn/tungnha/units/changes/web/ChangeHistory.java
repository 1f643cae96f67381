package vn.tungnha.units.changes.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.changes.UnitChange;
import vn.tungnha.units.changes.UnitChange.State;

/** Says who did what with a proposal, and when. */
@Component
@RequiredArgsConstructor
class ChangeHistory {

    private final MessageSource messages;

    List<ChangePage.Event> of(UnitChange change, Locale locale) {
        Vn vn = Vn.in(locale);
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

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
