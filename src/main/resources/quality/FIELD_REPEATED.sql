-- The very same count of visits or activations in so many months (by the days the province reports by) running: often one month's book typed in again.
with named as (
    select x.commune_id, s.month::date as month,
           case k.cut_off when 'MID_MONTH' then (s.month - interval '1 month')::date + 14 else s.month::date end as first_day,
           case k.cut_off when 'MID_MONTH' then s.month::date + 13 else (s.month + interval '1 month')::date - 1 end as last_day
    from unnest(:communes) x (commune_id)
    cross join generate_series(date_trunc('month', cast(:today as date)::timestamp) - interval '13 months',
                               date_trunc('month', cast(:today as date)::timestamp), interval '1 month') s (month)
    left join lateral (
        select rc.cut_off from unit_closure c
        join unit p on p.id = c.ancestor_id and p.level = 'PROVINCE'
        join reporting_calendar rc on rc.province_id = p.id
            and (s.month + interval '1 month')::date - 1 between rc.valid_from and rc.valid_to
        where c.descendant_id = x.commune_id and (s.month + interval '1 month')::date - 1 between c.valid_from and c.valid_to
        limit 1) k on true
), months as (
    select n.commune_id, f.measure_id, n.month, n.first_day, sum(f.amount) as amount
    from named n
    join unit_closure c on c.ancestor_id = n.commune_id
    join figure_daily f on f.unit_id = c.descendant_id and f.grain = 'DAY' and f.day between n.first_day and n.last_day
        and f.day between c.valid_from and c.valid_to
    join measure m on m.id = f.measure_id and m.source = 'FIELD' and m.adds_over_time = 'FLOW' and m.basis in ('VISITS', 'ACTIVATIONS')
         and m.topic is null and m.outcome is null and m.failure_reason is null and m.household_kind is null
    where n.last_day < :today
    group by n.commune_id, f.measure_id, n.month, n.first_day
), runs as (
    select commune_id, measure_id, amount, count(*) as months, min(month) as since, max(month) as until
    from (select *, month - (row_number() over (partition by commune_id, measure_id, amount order by month)
                                 * interval '1 month') as run
          from months where amount >= 10) numbered
    group by commune_id, measure_id, amount, run having count(*) >= :threshold
)
select r.commune_id, 'field-repeated:' || m.code || ':' || to_char(r.since, 'YYYY-MM') as subject,
       m.name_vi, m.name_en, r.amount::numeric as amount, r.months::numeric as other, null::date as day,
       to_char(r.since, 'YYYY-MM') || ' – ' || to_char(r.until, 'YYYY-MM') as detail_vi,
       to_char(r.since, 'YYYY-MM') || ' – ' || to_char(r.until, 'YYYY-MM') as detail_en,
       coalesce('/indicators/' || i.code || '?unit={unit}&period=', '/dashboard/{unit}?period=') || to_char(r.until, 'YYYY-MM') as url,
       r.amount || ' x' || r.months as mark
from runs r join measure m on m.id = r.measure_id
left join indicator i on i.code = m.code
