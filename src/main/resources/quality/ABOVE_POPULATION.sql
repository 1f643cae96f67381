-- More people in the register than the statistics count, in per cent of them.
with registered as (
    select c.ancestor_id as commune_id,
           count(r.id) + coalesce((select sum(k.children) from household k join unit_closure x on x.descendant_id = k.village_id
                                    where x.ancestor_id = c.ancestor_id and :today between x.valid_from and x.valid_to
                                      and k.status = 'ACTIVE' and k.kind = 'HOUSEHOLD'), 0) as people
    from unit_closure c join household h on h.village_id = c.descendant_id and h.status = 'ACTIVE' and h.kind = 'HOUSEHOLD'
    join resident r on r.household_id = h.id and r.status = 'PRESENT'
    where c.ancestor_id = any(:communes) and :today between c.valid_from and c.valid_to
    group by c.ancestor_id
), known as (
    select distinct on (v.unit_id) v.unit_id, v.amount, v.period
    from reported_value v join measure m on m.id = v.measure_id and m.code = 'POPULATION'
    where v.unit_id = any(:communes) and v.replaced_at is null and v.amount is not null
    order by v.unit_id, v.last_day desc
)
select r.commune_id, 'population' as subject, k.period as name_vi, k.period as name_en, r.people::numeric as amount,
       k.amount as other, null::date as day, null::text as detail_vi, null::text as detail_en,
       '/households?unit={unit}' as url, k.amount::text as mark
from registered r join known k on k.unit_id = r.commune_id
where r.people * 100 > k.amount * :threshold
