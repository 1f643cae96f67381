package vn.tungnha.visits;

import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Audited;

/** Tells the others, and the audit trail, what happened to a visit. */
@Component
@RequiredArgsConstructor
class VisitNews {

    private final ApplicationEventPublisher events;
    private final VisitVersions versions;
    private final JdbcClient jdbc;

    void recorded(Visit visit, VisitBody body) {
        events.publishEvent(
                new VisitRecorded(visit.getId(), visit.getHouseholdId(), visit.getTeamId(), visit.getVersion()));
        audit("visit.recorded", visit, null, said(visit, body), null);
    }

    void corrected(Visit visit, VisitBody body, @Nullable String reason) {
        events.publishEvent(
                new VisitCorrected(visit.getId(), visit.getHouseholdId(), visit.getTeamId(), visit.getVersion()));
        VisitBody before = versions.of(visit.getId(), visit.getVersion() - 1);
        audit("visit.corrected", visit, before.tree(), said(visit, body), reason);
    }

    void withdrawn(Visit visit, VisitBody last, String reason) {
        events.publishEvent(
                new VisitWithdrawn(visit.getId(), visit.getHouseholdId(), visit.getTeamId(), visit.getVersion()));
        audit("visit.withdrawn", visit, last.tree(), null, reason);
    }

    void settled(Visit visit) {
        String attention = visit.getAttention();
        audit("visit.settled", visit, attention == null ? Map.of() : Map.of("attention", attention), Map.of(), null);
    }

    void reopened(Visit visit) {
        String attention = visit.getAttention();
        audit("visit.reopened", visit, Map.of(), attention == null ? Map.of() : Map.of("attention", attention), null);
    }

    private static Map<String, Object> said(Visit visit, VisitBody body) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("version", visit.getVersion());
        said.put("visit", body.tree());
        return said;
    }

    private void audit(
            String action, Visit visit, @Nullable Object before, @Nullable Object after, @Nullable String reason) {
        Long village = jdbc.sql("""
                        select village_id from household_placement
                        where household_id = :household and :day between valid_from and valid_to
                        """)
                .param("household", visit.getHouseholdId())
                .param("day", visit.getVisitedOn())
                .query(Long.class)
                .optional()
                .orElse(null);
        events.publishEvent(new Audited(action, "visit", visit.getId().toString(), village, before, after, reason));
    }
}
