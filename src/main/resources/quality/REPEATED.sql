-- The very same flow in so many months running.
with months as (
    select r.unit_id, r.measure_id, r.first_day, r.period, r.amount,
           r.first_day - (row_number() over (partition by r.unit_id, r.measure_id, r.amount order by r.first_day)
                          * interval '1 month') as run
    from reported_value r join measure m on m.id = r.measure_id
    where r.unit_id = any(:communes) and r.replaced_at is null and r.amount > 0 and m.source = 'REPORTED'
      and m.adds_over_time = 'FLOW' and r.period = to_char(r.first_day, 'YYYY-MM')
      and r.last_day > cast(:today as date) - 400
), runs as (
    select unit_id, measure_id, amount, count(*) as months, min(period) as since, max(period) as until
    from months group by unit_id, measure_id, amount, run having count(*) >= :threshold
)
select r.unit_id as commune_id, 'repeated:' || m.code || ':' || r.since as subject,
       m.name_vi, m.name_en, r.amount, r.months::numeric as other, null::date as day,
       r.since || ' – ' || r.until as detail_vi, r.since || ' – ' || r.until as detail_en,
       '/indicators/reported?unit={unit}&period=' || r.until as url, r.amount || ' x' || r.months as mark
from runs r join measure m on m.id = r.measure_id
