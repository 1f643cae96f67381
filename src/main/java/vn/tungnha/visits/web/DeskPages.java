package vn.tungnha.visits.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.DeskLog;
import vn.tungnha.visits.DeskView;

/** The page of one desk, as it is opened and as it comes back with what is wrong. */
@Component
@RequiredArgsConstructor
class DeskPages {

    private final DeskLog log;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    String show(
            UUID id,
            boolean counting,
            UUID countId,
            Map<String, String> typed,
            String q,
            @Nullable String error,
            CurrentUser user,
            Locale locale,
            Model model) {
        Instant at = clock.instant();
        DeskView desk = log.get(id, user);
        List<DeskView.Found> found = q.isBlank() ? List.of() : log.find(desk.teamId(), q, user);
        model.addAttribute("account", user.accountId());
        model.addAttribute("now", now());
        model.addAttribute(
                "page",
                DeskPage.of(
                        desk, at, counting, countId, typed, q, found, error, catalogue, new Words(messages, locale)));
        return "visits/paper/desk";
    }

    String now() {
        return VisitFormPage.LOCAL.format(LocalDateTime.ofInstant(clock.instant(), Days.ZONE));
    }

    static Instant moment(String text) {
        try {
            return LocalDateTime.parse(text).atZone(Days.ZONE).toInstant();
        } catch (DateTimeException unreadable) {
            throw RuleBroken.at("startedAt", "visits.error.moment");
        }
    }
}
