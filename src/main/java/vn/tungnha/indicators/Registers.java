package vn.tungnha.indicators;

import java.util.Set;

/**
 * Figures that follow from the registers themselves: villages, villages that some team looks after, the monthly reports
 * of teams, and stalls. They are read in the place of the counters, as rows of the same shape, so that the trees of then and now mean
 * the same; nothing is kept that could go out of step.
 */
final class Registers {

    static final Set<String> BASES =
            Set.of("VILLAGES", "VILLAGES_WITH_TEAM", "REPORTS_DUE", "REPORTS_ON_TIME", "STALLS", "STALLS_CASHLESS");

    /**
     * A report is due from the first month for which any team of the province handed one in, where its team is at home on
     * the last day, once the days to hand it in are over. It is on time by the first time it was handed in since it was
     * last taken back.
     */
    private static final String REPORTS = """
            select d.village_id as unit_id, d.team_id, m.id as measure_id, 'DAY' as grain, d.last_day as day,
                   case when m.basis = 'REPORTS_DUE' or exists (
                       select from team_report r
                       where r.team_id = d.team_id and r.last_day = d.last_day and r.period = d.period and r.status <> 'DRAFT'
                         and (coalesce((select min(s.taken_at) from team_report_step s
                                        where s.report_id = r.id and s.status = 'SUBMITTED'
                                          and s.id > coalesce((select max(b.id) from team_report_step b
                                                               where b.report_id = r.id and b.status = 'DRAFT'), 0)),
                                       r.submitted_at) at time zone 'Asia/Ho_Chi_Minh')::date <= d.last_day + d.team_days)
                       then 1 else 0 end::bigint as amount
            from (select a.village_id, t.id as team_id, k.period, k.team_days, k.last_day
                  from team_area a
                  join team t on t.id = a.team_id
                  join unit_closure c on c.descendant_id = a.village_id
                  join unit p on p.id = c.ancestor_id and p.level = 'PROVINCE'
                  join (select q.id, min(first.last_day) as since from team_report first
                        join team_area x on x.team_id = first.team_id and x.home
                        join unit_closure y on y.descendant_id = x.village_id
                            and first.last_day between y.valid_from and y.valid_to
                        join unit q on q.id = y.ancestor_id and q.level = 'PROVINCE'
                        where first.submitted_at is not null group by q.id) o on o.id = p.id
                  cross join lateral generate_series(
                      date_trunc('month', greatest(o.since, t.established_on, a.valid_from)::timestamp),
                      date_trunc('month', cast(:today as date)::timestamp), interval '1 month') s (month)
                  left join reporting_calendar rc on rc.province_id = p.id
                      and (s.month + interval '1 month')::date - 1 between rc.valid_from and rc.valid_to
                  cross join lateral (
                      select to_char(s.month, 'YYYY-MM') as period, coalesce(rc.team_days, 3) as team_days,
                             case rc.cut_off when 'MID_MONTH' then s.month::date + 13
                                             else (s.month + interval '1 month')::date - 1 end as last_day) k
                  where a.home and %s
                    and k.last_day between greatest(t.established_on, a.valid_from) and least(t.ended_on, a.valid_to)
                    and k.last_day between c.valid_from and c.valid_to
                    and k.last_day >= o.since and k.last_day + k.team_days < :today) d
            join measure m on m.basis in ('REPORTS_DUE', 'REPORTS_ON_TIME') and m.id = any(:flows)
            """;

    /** What one unit had of it on one day and no longer on another; 0 where nobody looks after a village. */
    private static final String VILLAGES = """
            select v.unit_id, null::bigint as team_id, m.id as measure_id, 'DAY' as grain,
                   case e.amount when 1 then v.from_day when 0 then v.from_day else v.to_day + 1 end as day, e.amount
            from (select u.id as unit_id, 'VILLAGES' as basis, u.valid_from as from_day, u.valid_to as to_day
                  from unit u where u.level = 'VILLAGE' and u.id in (select unit_id from roof)
                  union all
                  select u.id, 'NO_TEAM', u.valid_from, u.valid_to
                  from unit u where u.level = 'VILLAGE' and u.id in (select unit_id from roof)
                  union all
                  select id, 'VILLAGES_WITH_TEAM', lower(days), upper(days) - 1
                  from (select u.id, unnest(range_agg(daterange(greatest(t.established_on, a.valid_from, u.valid_from),
                                                                least(t.ended_on, a.valid_to, u.valid_to), '[]'))) as days
                        from unit u
                        join team_area a on a.village_id = u.id
                        join team t on t.id = a.team_id
                        where u.level = 'VILLAGE' and u.id in (select unit_id from roof)
                          and greatest(t.established_on, a.valid_from, u.valid_from)
                              <= least(t.ended_on, a.valid_to, u.valid_to)
                        group by u.id) served) v
            join (values ('VILLAGES', 1::bigint), ('VILLAGES', -1), ('VILLAGES_WITH_TEAM', 1), ('VILLAGES_WITH_TEAM', -1),
                         ('NO_TEAM', 0)) e (basis, amount) on e.basis = v.basis
            join measure m on m.id = any(:stocks)
                and m.basis = case v.basis when 'NO_TEAM' then 'VILLAGES_WITH_TEAM' else v.basis end
            where e.amount >= 0 or v.to_day < '9999-12-31'
            """;

    /**
     * A stall counts where its market lay, while both were open; of what it has, once however many providers. 0 where there
     * are stalls and none has it.
     */
    private static final String STALLS = """
            select v.unit_id, null::bigint as team_id, m.id as measure_id, 'DAY' as grain,
                   case e.amount when -1 then v.to_day + 1 else v.from_day end as day, e.amount
            from (select p.village_id as unit_id, s.id as stall_id, m.id as measure_id, m.basis,
                         greatest(s.opened_on, k.opened_on, p.valid_from) as from_day,
                         least(s.closed_on, k.closed_on, p.valid_to) as to_day
                  from market_place p
                  join market k on k.id = p.market_id
                  join stall s on s.market_id = k.id
                  join measure m on m.basis in ('STALLS', 'STALLS_CASHLESS') and m.id = any(:stocks)
                  where p.village_id in (select unit_id from roof)) t
            cross join lateral (
                select t.unit_id, true as has, t.from_day, t.to_day where t.basis = 'STALLS'
                union all
                select t.unit_id, false, t.from_day, t.to_day where t.basis = 'STALLS_CASHLESS'
                union all
                select t.unit_id, true, lower(d.days), upper(d.days) - 1
                from (select unnest(range_agg(daterange(greatest(w.valid_from, t.from_day), least(w.valid_to, t.to_day), '[]'))) as days
                      from stall_way w
                      join pay_way y on y.code = w.way
                      join measure n on n.id = t.measure_id and coalesce(n.pay_way = w.way, y.cashless)
                      where t.basis = 'STALLS_CASHLESS' and w.stall_id = t.stall_id
                        and greatest(w.valid_from, t.from_day) <= least(w.valid_to, t.to_day)) d) v
            join (values (true, 1::bigint), (true, -1), (false, 0)) e (has, amount) on e.has = v.has
            join measure m on m.id = t.measure_id
            where t.from_day <= t.to_day and (e.amount >= 0 or v.to_day < '9999-12-31')
            """;

    /** After a roof of units. */
    static final String OF_ROOF = ", registered as materialized ("
            + REPORTS.formatted("a.village_id in (select unit_id from roof)") + " union all " + VILLAGES + " union all "
            + STALLS + ")\n";

    /** Of the teams asked for. */
    static final String OF_TEAMS =
            ", registered as materialized (" + REPORTS.formatted("t.id in (select place from w)") + ")\n";

    private Registers() {}

    /** The same statement over these rows in the place of the counters. */
    static String reading(String statement) {
        return statement.replace("team_figure_daily", "registered").replace("figure_daily", "registered");
    }
}
