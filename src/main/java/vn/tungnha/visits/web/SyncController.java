package vn.tungnha.visits.web;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentDevice;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Contest;
import vn.tungnha.visits.DeskCommand;
import vn.tungnha.visits.DeskSendings;
import vn.tungnha.visits.SendingStates;
import vn.tungnha.visits.Sendings;
import vn.tungnha.visits.Telling;
import vn.tungnha.visits.Told;
import vn.tungnha.visits.Verdicts;

/**
 * Takes what a phone kept in its queue. Open to whoever is signed in: somebody who has left the team since must still be
 * able to hand in what was told before.
 */
@RestController
@RequestMapping("/field/sync")
@Allowed
@RequiredArgsConstructor
class SyncController {

    private static final int MOST_ASKED = 500;

    private final Sendings sendings;
    private final DeskSendings desks;
    private final SendingStates states;
    private final Verdicts verdicts;
    private final Catalogue catalogue;
    private final JsonMapper json;
    private final MessageSource messages;

    @PostMapping("/visits")
    ResponseEntity<?> take(@RequestBody SyncPayload sent, CurrentDevice device, CurrentUser user, Locale locale) {
        Words words = new Words(messages, locale);
        CurrentUser teller = user.as(Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.WARD_OFFICER);
        Telling telling = sendings.telling(sent.sent(), sent.stored(), sent.seenAt(), sent.wall(), device, teller);
        Told told = told(sent, telling, teller);
        Contest contest = told.contest();
        if (contest != null) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(conflict(contest, user, words));
        }
        return ResponseEntity.status(told.receipt().created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(SyncAnswer.of(told, !"desk".equals(sent.told()), telling.clockWrong(), words));
    }

    @PostMapping("/status")
    List<SendingStates.State> status(@RequestBody Question question, CurrentUser user) {
        List<@Nullable String> ids = question.ids() == null ? List.of() : question.ids();
        if (ids.size() > MOST_ASKED) {
            throw RuleBroken.at("ids", "visits.error.too-many", MOST_ASKED);
        }
        return states.of(
                ids.stream().map(id -> JsonFields.uuid(id, "ids")).distinct().toList(), user);
    }

    private ProblemDetail conflict(Contest contest, CurrentUser user, Words words) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
        problem.setTitle(words.say("visits.conflict.title"));
        problem.setProperty("code", "CONFLICT");
        problem.setProperty("version", contest.version());
        problem.setProperty("link", "/field/visits/" + contest.visit() + "/conflict");
        problem.setProperty(
                "fields",
                new ClashWords(new ToldWords(verdicts.names(contest, user), catalogue, words), words).lines(contest));
        return problem;
    }

    private Told told(SyncPayload sent, Telling telling, CurrentUser user) {
        try {
            return switch (sent.told()) {
                case "visit" -> visit(sent.visit(json), telling, user);
                case "desk" -> desk(sent.visit(json), telling, user);
                case "newcomer" -> sendings.newcomers(sent.visit(json).newcomers(), telling, user);
                case "correction" -> sendings.correction(sent.correction(json), telling, user);
                default -> desks.withdrawn(sent.about(), sent.reason(json), telling, user);
            };
        } catch (JacksonException unreadable) {
            throw RuleBroken.at("body", "visits.error.unreadable");
        }
    }

    private Told visit(VisitPayload visit, Telling telling, CurrentUser user) {
        return visit.atDesk()
                ? desks.met(visit.command(""), visit.opening(), telling, user)
                : sendings.visit(visit.command(""), telling, user);
    }

    /** Turns without names; without turns somebody opened the desk. */
    private Told desk(VisitPayload desk, Telling telling, CurrentUser user) {
        DeskCommand opening = desk.opening();
        if (desk.counted()) {
            return desks.counted(desk.count(), opening, telling, user);
        }
        if (opening == null) {
            throw RuleBroken.at("desk.name", "paper.error.desk-name");
        }
        return desks.opened(opening, telling, user);
    }

    record Question(@Nullable List<@Nullable String> ids) {}
}
