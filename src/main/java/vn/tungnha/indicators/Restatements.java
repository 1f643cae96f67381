package vn.tungnha.indicators;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;

/** The ledger of definitions that were changed for the past: open periods are reckoned anew, locked ones keep theirs. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Restatements {

    private static final int SHOWN = 20;

    /** The indicator itself, and scores that have it as a part on one of these days. */
    private static final String AFFECTED = """
            select cast(:cause as int) as id
            union
            select v.indicator_id from indicator_component c join indicator_version v on v.id = c.indicator_version_id
            where c.indicator_id = :cause and v.valid_to >= :from
            """;

    private static final String INSERT = """
            insert into indicator_restatement (indicator_id, cause_id, action, from_day, locked, reason, restated_by, restated_at)
            select a.id, :cause, :action, :from,
                   (select count(distinct (l.unit_id, l.first_day, l.last_day)) from period_lock l
                    join locked_figure f on f.lock_id = l.id and f.indicator_id = a.id where l.last_day >= :from),
                   :reason, :by, :at
            from (%s) a returning indicator_id
            """.formatted(AFFECTED);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What was told of an indicator, the latest first. */
    public List<Restatement> of(String code) {
        return jdbc.sql("""
                        select c.code as cause, r.action, r.from_day, r.locked, r.reason, a.display_name, r.restated_at
                        from indicator_restatement r join indicator i on i.id = r.indicator_id
                        join indicator c on c.id = r.cause_id left join account a on a.id = r.restated_by
                        where i.code = :code order by r.id desc limit :shown
                        """)
                .param("code", code)
                .param("shown", SHOWN)
                .query((row, at) -> new Restatement(
                        row.getString("cause"),
                        row.getString("action"),
                        row.getObject("from_day", LocalDate.class),
                        row.getInt("locked"),
                        row.getString("reason"),
                        row.getString("display_name"),
                        Objects.requireNonNull(row.getTimestamp("restated_at"), "restated_at")
                                .toInstant()))
                .list();
    }

    /** Nothing to tell of a definition that only begins today or later. */
    @Transactional
    void enter(IndicatorDefinition cause, String action, LocalDate from, String reason, CurrentUser user) {
        if (!from.isBefore(Days.today(clock))) {
            return;
        }
        Set<Integer> affected = new HashSet<>(jdbc.sql(INSERT)
                .param("cause", cause.id())
                .param("action", action)
                .param("from", from, Types.DATE)
                .param("reason", reason)
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .list());
        events.publishEvent(new DefinitionRestated(
                affected, from, "indicator." + action.toLowerCase(Locale.ROOT), cause.code(), reason));
    }
}
