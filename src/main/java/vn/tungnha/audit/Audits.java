package vn.tungnha.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** Reads the trail: all of it for an administrator, that of one's own places for others. */
@Service
@RequiredArgsConstructor
public class Audits {

    /** What may be read wherever figures may; everything else may hold names of residents. */
    private static final Set<String> IMPERSONAL = Set.of(
            "unit",
            "unit-change",
            "team",
            "member",
            "target",
            "indicator",
            "measure",
            "reported-value",
            "stated-figure",
            "team-report",
            "period",
            "reporting-calendar");

    private static final String ENTRY = """
            select e.*, (select v.full_name from unit_version v where v.unit_id = e.unit_id
                          order by v.valid_to desc limit 1) as unit_name,
                   (select a.display_name from account a where a.id = e.account_id) as actor_name
            """;

    private static final String OF_HOUSEHOLD = """
              from audit_entry e
             where e.subject = 'household' and e.subject_id = :id
                or e.subject = 'resident' and (e.before ->> 'household' = :id or e.after ->> 'household' = :id)
            """;

    private static final String FOUND = """
              from audit_entry e
             where (:everything
                    or exists (select from unit_lineage l join unit_closure c on c.descendant_id = l.to_id
                                where l.from_id = e.unit_id and :today between l.valid_from and l.valid_to
                                  and :today between c.valid_from and c.valid_to
                                  and (c.ancestor_id = any(:people)
                                       or c.ancestor_id = any(:figures) and e.subject in (:impersonal))))
               and (:subject = '' or e.subject = :subject or e.subject_id = :subject)
               and (:actor = '' or e.actor = lower(:actor))
               and (cast(:from as timestamptz) is null or e.happened_at >= :from and e.happened_at < :to)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Differences differences;

    public PageOf<AuditEntry> find(AuditQuery query, CurrentUser user, Paging paging) {
        long total =
                bind("select count(*)" + FOUND, query, user).query(Long.class).single();
        List<AuditEntry> entries = bind(
                        """
                        """ + ENTRY + FOUND + " order by e.happened_at desc, e.id desc limit :size offset :offset",
                        query,
                        user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, index) -> entry(row))
                .list();
        return PageOf.of(entries, paging, total);
    }

    /** What became of a household and of those who lived there, the latest first; whoever asks has been let in already. */
    public PageOf<AuditEntry> ofHousehold(UUID household, Paging paging) {
        long total = jdbc.sql("select count(*)" + OF_HOUSEHOLD)
                .param("id", household.toString())
                .query(Long.class)
                .single();
        List<AuditEntry> entries = jdbc.sql(
                        ENTRY + OF_HOUSEHOLD + " order by happened_at desc, id desc limit :size offset :offset")
                .param("id", household.toString())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, index) -> entry(row))
                .list();
        return PageOf.of(entries, paging, total);
    }

    private JdbcClient.StatementSpec bind(String sql, AuditQuery query, CurrentUser user) {
        LocalDate day = query.day();
        return jdbc.sql(sql)
                .param("everything", user.scope().everything())
                .param("people", user.scope().people().toArray(Long[]::new))
                .param("figures", user.scope().figures().toArray(Long[]::new))
                .param("impersonal", IMPERSONAL)
                .param("today", Days.today(clock))
                .param("subject", query.subject().strip())
                .param("actor", query.actor().strip())
                .param("from", day == null ? null : start(day))
                .param("to", day == null ? null : start(day.plusDays(1)));
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("subject_id"),
                row.getString("unit_name"),
                row.getString("reason"),
                row.getString("origin"),
                differences.between(row.getString("before"), row.getString("after")));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Days.ZONE).toOffsetDateTime();
    }
}
