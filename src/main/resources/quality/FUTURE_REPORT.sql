-- A report of a period that has not begun, or said to have been read off on a day still to come.
select r.unit_id as commune_id, 'reported:' || m.code || ':' || r.period as subject,
       m.name_vi, m.name_en, r.amount, null::numeric as other, greatest(r.captured_on, r.first_day) as day,
       r.period as detail_vi, r.period as detail_en,
       '/indicators/reported?unit={unit}&period=' || r.period as url, r.captured_on || ' ' || r.amount as mark
from reported_value r join measure m on m.id = r.measure_id
where r.unit_id = any(:communes) and r.replaced_at is null and r.amount is not null and m.source = 'REPORTED'
  and (r.captured_on > cast(:today as date) + cast(:threshold as int)
       or r.first_day > cast(:today as date) + cast(:threshold as int))
