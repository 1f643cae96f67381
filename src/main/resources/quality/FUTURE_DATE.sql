-- Visits whose clock ran ahead, and people not yet born.
select c.ancestor_id as commune_id, 'visit:' || v.id as subject,
       btrim(h.number || ' ' || h.alley) as name_vi, btrim(h.number || ' ' || h.alley) as name_en,
       null::numeric as amount, null::numeric as other, v.visited_on as day, 'VISIT' as detail_vi, 'VISIT' as detail_en,
       '/visits/' || v.id as url, v.version::text as mark,
       array['t' || v.team_id] as owners, array['/visits/' || v.id] as urls,
       array[btrim(h.number || ' ' || h.alley)] as names
from visit v
join household h on h.id = v.household_id
join unit_closure c on c.descendant_id = h.village_id and :today between c.valid_from and c.valid_to
where c.ancestor_id = any(:communes) and v.status <> 'WITHDRAWN' and 'FUTURE' = any(string_to_array(v.attention, ' '))
  and v.received_at > cast(:today as date) - cast(:threshold as int)
union all
select c.ancestor_id, 'resident:' || r.id, coalesce(r.name, '–'), coalesce(r.name, '–'), r.birth_year, null, null,
       'BIRTH', 'BIRTH', '/households/' || h.id, r.birth_year::text,
       array['v' || h.village_id], array['/households/' || h.id], array[coalesce(r.name, '–')]
from resident r
join household h on h.id = r.household_id and h.status = 'ACTIVE'
join unit_closure c on c.descendant_id = h.village_id and :today between c.valid_from and c.valid_to
where c.ancestor_id = any(:communes) and r.status = 'PRESENT' and r.birth_year > extract(year from cast(:today as date))
