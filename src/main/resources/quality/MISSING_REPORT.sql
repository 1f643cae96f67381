-- What a commune reported in one of the three months before, but not for the last month that is due.
with due as (
    select (date_trunc('month', cast(:today as date) - cast(:threshold as int)) - interval '1 month')::date as first_day
), expected as (
    select r.unit_id, r.measure_id from reported_value r join measure m on m.id = r.measure_id, due
    where r.unit_id = any(:communes) and r.replaced_at is null and r.amount is not null and m.source = 'REPORTED'
      and r.first_day >= due.first_day - interval '3 months' and r.last_day < due.first_day
      and r.period = to_char(r.first_day, 'YYYY-MM')
    group by r.unit_id, r.measure_id
), missing as (
    select e.unit_id, m.name_vi, m.name_en, m.position from expected e join measure m on m.id = e.measure_id, due
    where not exists (select from reported_value r
                      where r.unit_id = e.unit_id and r.measure_id = e.measure_id and r.replaced_at is null
                        and r.amount is not null and r.first_day <= due.first_day and r.last_day >= due.first_day)
)
select m.unit_id as commune_id, 'month:' || to_char(due.first_day, 'YYYY-MM') as subject,
       to_char(due.first_day, 'MM/YYYY') as name_vi, to_char(due.first_day, 'MM/YYYY') as name_en,
       count(*)::numeric as amount, null::numeric as other, null::date as day,
       string_agg(m.name_vi, '; ' order by m.position) as detail_vi, string_agg(m.name_en, '; ' order by m.position) as detail_en,
       '/indicators/reported?unit={unit}&period=' || to_char(due.first_day, 'YYYY-MM') as url,
       string_agg(m.name_vi, '; ' order by m.position) as mark
from missing m, due group by m.unit_id, due.first_day
