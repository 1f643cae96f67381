-- Nothing at all where there was something before: often a gap that was typed as 0.
select r.unit_id as commune_id, 'reported:' || m.code || ':' || r.period as subject,
       m.name_vi, m.name_en, r.amount, p.amount as other, null::date as day, r.period as detail_vi, r.period as detail_en,
       '/indicators/reported?unit={unit}&period=' || r.period as url, p.amount::text as mark
from reported_value r
join measure m on m.id = r.measure_id
join reported_value p on p.unit_id = r.unit_id and p.measure_id = r.measure_id and p.replaced_at is null
     and p.last_day = r.first_day - 1 and length(p.period) = length(r.period)
     and (p.period like '%Q%') = (r.period like '%Q%')
where r.unit_id = any(:communes) and r.replaced_at is null and r.amount = 0 and p.amount >= :threshold
  and r.last_day > cast(:today as date) - 400
