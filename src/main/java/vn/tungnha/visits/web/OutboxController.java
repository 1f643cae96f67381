package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
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
import vn.tungnha.shared.Choice;
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

    /** Keys under {@code visits.queue}. */
    private static final List<String> WORDS = List.of(
            "title",
            "stored",
            "waiting",
            "waiting.one",
            "to-send",
            "to-send.one",
            "to-look",
            "to-look.one",
            "offline",
            "busy",
            "soon",
            "login",
            "login.do",
            "sending",
            "sending.text",
            "day",
            "why.line",
            "why.busy",
            "why.login",
            "why.soon",
            "why.sending",
            "accounts",
            "accounts.one",
            "correction",
            "withdrawal",
            "turns",
            "turns.one",
            "desk",
            "others",
            "others.nameless",
            "look",
            "held",
            "held.text",
            "see",
            "mend",
            "edit",
            "drop",
            "dropped",
            "dropped.sent",
            "dropped-list",
            "restore",
            "stuck",
            "newcomer",
            "undo",
            "keep-both",
            "withdraw-mine",
            "double-reason",
            "other-visit",
            "copy",
            "copied",
            "share",
            "nothing-said",
            "choose",
            "choice",
            "dismissed",
            "refused",
            "tried",
            "sent",
            "sent.one",
            "sent.mixed",
            "received",
            "received-at",
            "taken-back",
            "text.head");

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
        model.addAttribute("account", user.accountId());
        addWords(model, catalogue, locale);
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

    /** What the script of the page needs to speak; its shell on the phone needs no more than this. */
    static void addWords(Model model, Catalogue catalogue, Locale locale) {
        model.addAttribute("words", WORDS);
        model.addAttribute(
                "labels",
                Stream.concat(
                                catalogue.outcomes().stream()
                                        .map(one -> new Choice(one.code().name(), one.name(locale))),
                                catalogue.accountTypes().stream()
                                        .map(type -> new Choice(type.code(), type.shortName(locale))))
                        .toList());
    }
}
