-- One name and year of birth at so many households of a village.
select c.ancestor_id as commune_id, 'person:' || h.village_id || ':' || r.birth_year || ':' || lower(r.name) as subject,
       min(r.name) as name_vi, min(r.name) as name_en, r.birth_year::numeric as amount,
       count(distinct r.household_id)::numeric as other, null::date as day,
       string_agg(distinct btrim(h.number || ' ' || h.alley), '; ') as detail_vi,
       string_agg(distinct btrim(h.number || ' ' || h.alley), '; ') as detail_en,
       '/duplicates/residents/' || (array_agg(r.id order by h.id, r.id))[1] || '/' || (array_agg(r.id order by h.id desc, r.id))[1] as url, string_agg(distinct h.id::text, ' ') as mark,
       array['v' || h.village_id] as owners, array['/duplicates/residents/' || (array_agg(r.id order by h.id, r.id))[1] || '/' || (array_agg(r.id order by h.id desc, r.id))[1]] as urls, array[min(r.name)] as names
from resident r
join household h on h.id = r.household_id and h.status = 'ACTIVE' and h.kind = 'HOUSEHOLD'
join unit_closure c on c.descendant_id = h.village_id and :today between c.valid_from and c.valid_to
where c.ancestor_id = any(:communes) and r.status = 'PRESENT' and r.name is not null and r.birth_year is not null
group by c.ancestor_id, h.village_id, r.birth_year, lower(r.name)
having count(distinct r.household_id) >= :threshold
