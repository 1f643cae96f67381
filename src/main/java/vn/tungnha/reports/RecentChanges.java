package vn.tungnha.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.Days;

/** What is new in a place since a day: work from the live counters, everything else from the trail. */
@Service
@RequiredArgsConstructor
public class RecentChanges {

    private static final int LONGEST = 31;

    /** The day a reader came before today; known only to the one statement that also remembers today. */
    private static final String COME = """
            with known as (select seen_on, before_on from board_reader where account_id = :account),
            kept as (
                insert into board_reader (account_id, seen_on) values (:account, :today)
                on conflict (account_id) do update set before_on = board_reader.seen_on, seen_on = excluded.seen_on
                where board_reader.seen_on < excluded.seen_on)
            select coalesce(case when seen_on < :today then seen_on else before_on end, cast(:today as date) - 1) from known
            """;

    /**
     * Households are those reached for the first time ever. Where several measures count one account type, the widest is
     * taken, so that nobody is counted twice.
     */
    private static final String WORK = """
            with told as (
                select m.code, case when m.basis = 'ACTIVATIONS' then m.account_type end as account, sum(f.amount * l.weight) as amount
                from unit_closure c
                join unit_lineage l on l.to_id = c.descendant_id and :today between l.valid_from and l.valid_to
                join figure_daily f on f.unit_id = l.from_id and f.day between :since and :today
                join measure m on m.id = f.measure_id and (
                    m.code in ('VISITS', 'VISITS_MET') and f.grain = 'DAY'
                    or m.code = 'HOUSEHOLDS_REACHED' and f.grain = 'ALL'
                    or m.basis = 'ACTIVATIONS' and m.account_type is not null and f.grain = 'DAY')
                where c.ancestor_id = :unit and :today between c.valid_from and c.valid_to
                group by m.id)
            select coalesce(account, code) as code, account is not null as activated, max(amount) as amount
            from told group by coalesce(account, code), account is not null having max(amount) <> 0 order by amount desc, code
            """;

    private static final String TOLD = """
            select case when e.action = 'report.submitted' then 'REPORTS'
                        when e.subject = 'reported-value' then 'VALUES'
                        when e.subject = 'target' then 'TARGETS'
                        when e.subject in ('unit', 'unit-change') then 'UNITS'
                        when e.subject in ('team', 'member') then 'TEAMS'
                        when e.subject = 'period' then 'LOCKS' end as sort,
                   count(distinct e.subject_id) as amount
            from audit_entry e
            where e.happened_at >= :since
              and (e.action = 'report.submitted'
                   or e.subject in ('reported-value', 'target', 'unit', 'unit-change', 'team', 'member', 'period'))
              and e.unit_id in (
                select l.from_id from unit_closure c
                join unit_lineage l on l.to_id = c.descendant_id and :today between l.valid_from and l.valid_to
                where c.ancestor_id = :unit and :today between c.valid_from and c.valid_to)
            group by 1
            """;

    private final JdbcClient jdbc;

    /** What the trail tells of. */
    public enum Sort {
        REPORTS,
        VALUES,
        TARGETS,
        TEAMS,
        UNITS,
        LOCKS
    }

    /** New holders of one account type. */
    public record Activated(String account, BigDecimal amount) {}

    /** @param first day from which on everything counts, today included */
    public record Changes(
            LocalDate first,
            BigDecimal visits,
            BigDecimal met,
            BigDecimal households,
            List<Activated> activated,
            Map<Sort, Integer> told) {}

    /** The reader's last day before today, at most a month ago; yesterday for whoever comes for the first time. */
    public LocalDate lastDay(UUID account, LocalDate today) {
        LocalDate seen = jdbc.sql(COME)
                .param("account", account)
                .param("today", today)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
        if (seen == null) {
            return today.minusDays(1);
        }
        return seen.isBefore(today.minusDays(LONGEST)) ? today.minusDays(LONGEST) : seen;
    }

    /** On today's tree; a future contact is not new yet. */
    public Changes since(long unit, LocalDate first, LocalDate today) {
        Work work = work(unit, first, today);
        Map<Sort, Integer> told = new EnumMap<>(Sort.class);
        OffsetDateTime since = first.atStartOfDay(Days.ZONE).toOffsetDateTime();
        jdbc.sql(TOLD)
                .param("unit", unit)
                .param("since", since)
                .param("today", today)
                .query(row -> {
                    told.put(Sort.valueOf(row.getString("sort")), row.getInt("amount"));
                });
        return new Changes(first, work.visits(), work.met(), work.households(), work.activated(), told);
    }

    Work work(long unit, LocalDate first, LocalDate today) {
        return Work.read(
                jdbc.sql(WORK).param("unit", unit).param("since", first).param("today", today));
    }
}
