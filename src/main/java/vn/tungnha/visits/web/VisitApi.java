package vn.tungnha.visits.web;

import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.Correction;
import vn.tungnha.visits.Desks;
import vn.tungnha.visits.Receipt;
import vn.tungnha.visits.VisitCommand;
import vn.tungnha.visits.Visits;

/** Visits as phones and other programs send them. */
@RestController
@RequestMapping("/api/v1/visits")
@Opens(TokenScope.VISITS)
@RequiredArgsConstructor
class VisitApi {

    private final Visits visits;
    private final Desks desks;

    @PostMapping
    @Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.WARD_OFFICER})
    ResponseEntity<ReceiptView> record(@RequestBody VisitPayload visit, CurrentUser user) {
        Receipt receipt = visit.counted()
                ? desks.count(visit.count(), visit.opening(), user)
                : visit.atDesk()
                        ? desks.meet(visit.command(""), visit.opening(), user)
                        : visits.record(visit.command(""), user);
        return ResponseEntity.status(receipt.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ReceiptView.of(receipt));
    }

    @PostMapping("/{id}/correction")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.WARD_OFFICER},
            place = "visit:id",
            data = Data.PEOPLE)
    ReceiptView correct(@PathVariable UUID id, @RequestBody CorrectionPayload correction, CurrentUser user) {
        return ReceiptView.of(visits.correct(id, correction.correction(id), user));
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.WARD_OFFICER},
            place = "visit:id",
            data = Data.PEOPLE)
    ReceiptView withdraw(@PathVariable UUID id, @RequestBody WithdrawalPayload withdrawal, CurrentUser user) {
        return ReceiptView.of(visits.withdraw(id, withdrawal.reason(), user));
    }

    record ReceiptView(UUID id, Instant receivedAt, String status, int version) {

        static ReceiptView of(Receipt receipt) {
            return new ReceiptView(receipt.id(), receipt.receivedAt(), receipt.status(), receipt.version());
        }
    }

    record WithdrawalPayload(@Nullable String reason) {}

    record CorrectionPayload(
            @Nullable String id,
            @Nullable Integer basedOn,
            @Nullable String reason,
            @Nullable VisitPayload visit) {

        Correction correction(UUID of) {
            UUID request = JsonFields.uuid(id, "id");
            if (basedOn == null) {
                throw RuleBroken.at("basedOn", "visits.error.missing");
            }
            if (visit == null) {
                throw RuleBroken.at("visit", "visits.error.missing");
            }
            VisitCommand told = visit.command("visit.");
            if (!told.id().equals(of)) {
                throw RuleBroken.at("visit.id", "visits.error.other-visit");
            }
            return new Correction(request, basedOn, reason, told);
        }
    }
}
