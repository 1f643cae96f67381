package vn.tungnha.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of the log: the current version of every visit, and each version as it was said. */
final class VisitLog {

    private static final String CORRECTION = "Bổ sung ghi chú";
    private static final String WITHDRAWAL = "Ghi nhầm hộ";

    static final String[] TABLES = {
        "visit", "visit_version", "visit_member", "visit_topic", "visit_guided", "activation"
    };

    private final CopyWriter visits = new CopyWriter(
            "visit",
            "id, version, status, household_id, team_id, visited_at, visited_on, outcome, guided_unnamed, follow_up_at, "
                    + "notice, note, recorded_by, received_at, body_hash");
    private final CopyWriter versions = new CopyWriter(
            "visit_version", "visit_id, version, kind, request_id, body, reason, changed_by, changed_at");
    private final CopyWriter members = new CopyWriter("visit_member", "visit_id, member_id");
    private final CopyWriter topics = new CopyWriter("visit_topic", "visit_id, topic");
    private final CopyWriter guided = new CopyWriter("visit_guided", "visit_id, resident_id");
    private final CopyWriter activations =
            new CopyWriter("activation", "visit_id, resident_id, account_type, result, failure_reason");
    private final MessageDigest digest = sha256();

    List<CopyWriter> tables() {
        return List.of(visits, versions, members, topics, guided, activations);
    }

    void recorded(LoggedVisit visit) {
        write(visit, "RECORDED", 1, visit.getNote());
    }

    /** Said first without its note, which was added the same evening. */
    void corrected(LoggedVisit visit, UUID request) {
        write(visit, "CORRECTED", 2, null);
        version(
                visit,
                2,
                "CORRECTED",
                request,
                visit.getNote(),
                CORRECTION,
                visit.getVisitedAt().plusHours(2));
    }

    void withdrawn(LoggedVisit visit) {
        write(visit, "WITHDRAWN", 2, visit.getNote());
        version(
                visit,
                2,
                "WITHDRAWN",
                null,
                visit.getNote(),
                WITHDRAWAL,
                visit.getVisitedAt().plusHours(1));
    }

    private void write(LoggedVisit visit, String status, int version, @Nullable String firstNote) {
        OffsetDateTime received = visit.getVisitedAt().plusMinutes(2);
        visits.row(
                visit.getId(),
                version,
                status,
                visit.getHome().id(),
                visit.getTeam().id(),
                visit.getVisitedAt(),
                visit.getVisitedAt().toLocalDate(),
                visit.getOutcome(),
                visit.getGuidedUnnamed(),
                visit.getFollowUpAt(),
                visit.getNotice(),
                visit.getNote(),
                author(visit),
                received,
                digest.digest(visit.json(firstNote).getBytes(StandardCharsets.UTF_8)));
        version(visit, 1, "RECORDED", null, firstNote, null, received);
        visit.getMembers().forEach(member -> members.row(visit.getId(), member));
        visit.getTopics().forEach(topic -> topics.row(visit.getId(), topic));
        visit.getGuided().forEach(person -> guided.row(visit.getId(), person));
        visit.getAsked()
                .forEach(asked -> activations.row(
                        visit.getId(), asked.residentId(), asked.accountType(), asked.result(), asked.failureReason()));
    }

    private void version(
            LoggedVisit visit,
            int version,
            String kind,
            @Nullable UUID request,
            @Nullable String note,
            @Nullable String reason,
            OffsetDateTime at) {
        versions.row(visit.getId(), version, kind, request, visit.json(note), reason, author(visit), at);
    }

    private static @Nullable UUID author(LoggedVisit visit) {
        return visit.getTeam().showcase() ? DemoAccounts.LEADER : null;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
