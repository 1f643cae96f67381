-- What teams counted in the last month (by the days the province reports by), more than this many per cent up or down on the month before; small numbers jump anyway.
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
)
select n.commune_id, 'field:' || m.code || ':' || to_char(n.month, 'YYYY-MM') as subject,
       m.name_vi, m.name_en, n.amount::numeric as amount, p.amount::numeric as other, null::date as day,
       to_char(n.month, 'YYYY-MM') as detail_vi, to_char(n.month, 'YYYY-MM') as detail_en,
       coalesce('/indicators/' || i.code || '?unit={unit}&period=', '/dashboard/{unit}?period=') || to_char(n.month, 'YYYY-MM') as url,
       n.amount || '/' || p.amount as mark
from months n
join months p on p.commune_id = n.commune_id and p.measure_id = n.measure_id and p.month = n.month - interval '1 month'
join unit u on u.id = n.commune_id and u.valid_from <= p.first_day
join measure m on m.id = n.measure_id
left join indicator i on i.code = m.code
where n.month = (select max(o.month) from named o where o.commune_id = n.commune_id and o.last_day < :today)
  and greatest(n.amount, p.amount) >= 50 and abs(n.amount - p.amount) * 100 > p.amount * :threshold
