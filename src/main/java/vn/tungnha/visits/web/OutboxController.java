package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Inbox;
import vn.tungnha.visits.Rounds;
import vn.tungnha.visits.VisitLog;
import vn.tungnha.visits.VisitQuery;
import vn.tungnha.visits.VisitRow;

/** What this account sent today, with the receipt of what was just saved. */
@Controller
@RequiredArgsConstructor
class OutboxController {

    private static final int LINES = 100;

    private final FieldTeams teams;
    private final Rounds rounds;
    private final VisitLog log;
    private final Inbox inbox;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping("/field/outbox")
    @Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
    String outbox(
            @RequestParam(required = false) @Nullable UUID sent,
            CurrentUser user,
            HttpSession session,
            Locale locale,
            Model model) {
        long team = teams.choose(null, user, session).team().id();
        LocalDate today = Days.today(clock);
        List<VisitRow> rows = log.list(VisitQuery.by(user.accountId(), today), user, new Paging(0, LINES))
                .items();
        Words words = new Words(messages, locale);
        model.addAttribute(
                "held",
                inbox.own(user).stream()
                        .map(row -> HeldLine.ofTeller(row, words))
                        .toList());
        model.addAttribute(
                "page",
                SentPage.of(
                        sent == null ? null : log.get(sent, user),
                        rows,
                        rounds.today(team, user),
                        catalogue.outcomes(),
                        words));
        return "visits/field/outbox";
    }
}
