package vn.tungnha.visits.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Receipt;
import vn.tungnha.visits.Sendings;
import vn.tungnha.visits.Told;

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
    private final JsonMapper json;
    private final MessageSource messages;

    @PostMapping("/visits")
    ResponseEntity<Answer> take(
            @RequestBody SyncPayload sent,
            @RequestHeader(name = "X-Device", required = false) @Nullable String device,
            CurrentUser user,
            Locale locale) {
        Told told = told(sent, device, user);
        Receipt receipt = told.receipt();
        Words words = new Words(messages, locale);
        return ResponseEntity.status(receipt.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Answer(
                        VisitApi.ReceiptView.of(receipt),
                        told.held(),
                        told.place() == null ? words.say("visits.sent.ward") : told.place(),
                        List.of(),
                        List.of()));
    }

    @PostMapping("/status")
    List<Sendings.State> status(@RequestBody Question question, CurrentUser user) {
        List<@Nullable String> ids = question.ids() == null ? List.of() : question.ids();
        if (ids.size() > MOST_ASKED) {
            throw RuleBroken.at("ids", "visits.error.too-many", MOST_ASKED);
        }
        return sendings.states(
                ids.stream().map(id -> VisitPayload.uuid(id, "ids")).distinct().toList(), user);
    }

    private Told told(SyncPayload sent, @Nullable String device, CurrentUser user) {
        try {
            var telling = sendings.telling(sent.sent(), sent.seenAt(), uuid(device));
            return switch (sent.told()) {
                case "visit" -> sendings.visit(sent.visit(json), telling, user);
                case "correction" -> sendings.correction(sent.correction(json), telling, user);
                default -> sendings.withdrawal(sent.about(), sent.reason(json), telling, user);
            };
        } catch (JacksonException unreadable) {
            throw RuleBroken.at("body", "visits.error.unreadable");
        }
    }

    /** A phone that cannot say who it is may still send. */
    private static @Nullable UUID uuid(@Nullable String device) {
        try {
            return device == null ? null : UUID.fromString(device);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /**
     * @param held nothing is counted yet, the ward decides
     * @param merged fields taken over from somebody else's version
     */
    record Answer(VisitApi.ReceiptView receipt, boolean held, String place, List<Note> notes, List<String> merged) {}

    /** What the teller should know, in plain words. */
    record Note(String code, String title, @Nullable String link) {}

    record Question(@Nullable List<@Nullable String> ids) {}
}
