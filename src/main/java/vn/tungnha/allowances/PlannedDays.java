package vn.tungnha.allowances;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.closing.LateEntries;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** The days a ward's plan names: all that its teams do on them is planned, whatever kind of work it is. */
@Service
@RequiredArgsConstructor
@Transactional
public class PlannedDays {

    private static final String SELECT = "select id, unit_id as unit, day, title, document from planned_day ";

    private final JdbcClient jdbc;
    private final ScopeGuard guard;
    private final LateEntries ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional(readOnly = true)
    public List<PlannedDay> of(long ward, LocalDate from, LocalDate to, CurrentUser user) {
        guard.require(user.scope(), Data.PEOPLE, ward);
        return jdbc.sql(SELECT
                        + "where unit_id = :ward and day between :from and :to and ended_at is null order by day")
                .param("ward", ward)
                .param("from", from)
                .param("to", to)
                .query(PlannedDay.class)
                .list();
    }

    /** @throws RuleBroken without a title, or when the day is in the plan already */
    public void add(long ward, LocalDate day, String title, @Nullable String document, CurrentUser user) {
        guard.require(user.scope(), Data.PEOPLE, ward);
        if (title.isBlank()) {
            throw RuleBroken.at("title", "allowances.error.title");
        }
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("""
                            insert into planned_day (id, unit_id, day, title, document, made_by, made_at)
                            values (:id, :ward, :day, :title, :document, :by, :at)
                            """)
                    .param("id", id)
                    .param("ward", ward)
                    .param("day", day)
                    .param("title", title.strip())
                    .param("document", document == null || document.isBlank() ? null : document.strip(), Types.VARCHAR)
                    .param("by", user.accountId())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException there) {
            throw RuleBroken.at("day", "allowances.error.planned-already");
        }
        tell("planned-day.added", new PlannedDay(id, ward, day, title.strip(), document), null);
    }

    /** @throws RuleBroken without a reason */
    public void remove(UUID id, String reason, CurrentUser user) {
        PlannedDay planned = get(id);
        guard.require(user.scope(), Data.PEOPLE, planned.unit());
        if (reason.isBlank()) {
            throw RuleBroken.at("reason", "allowances.error.reason");
        }
        jdbc.sql("update planned_day set ended_at = :at, ended_by = :by, end_reason = :reason where id = :id")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", user.accountId())
                .param("reason", reason.strip())
                .param("id", id)
                .update();
        tell("planned-day.removed", planned, reason.strip());
    }

    @Transactional(readOnly = true)
    public PlannedDay get(UUID id) {
        return jdbc.sql(SELECT + "where id = :id and ended_at is null")
                .param("id", id)
                .query(PlannedDay.class)
                .optional()
                .orElseThrow(() -> new NotFound("planned-day", id));
    }

    private void tell(String action, PlannedDay day, @Nullable String reason) {
        Map<String, Object> said = Map.of("day", day.day().toString(), "title", day.title());
        events.publishEvent(new Audited(
                action,
                "unit",
                String.valueOf(day.unit()),
                day.unit(),
                reason == null ? null : said,
                reason == null ? said : null,
                reason));
        ledger.enter(day.unit(), day.day(), action, "unit", String.valueOf(day.unit()), reason);
    }
}
