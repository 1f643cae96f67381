-- Teams that have noted nothing for so many days.
select c.ancestor_id as commune_id, 'team:' || t.id as subject, t.name as name_vi, t.name as name_en,
       (cast(:today as date) - l.day)::numeric as amount, null::numeric as other, l.day,
       null::text as detail_vi, null::text as detail_en, '/teams/' || t.id as url, coalesce(l.day::text, 'never') as mark,
       array['t' || t.id] as owners, array['/field'] as urls, array[t.name] as names
from team t
join team_area a on a.team_id = t.id and a.home and :today between a.valid_from and a.valid_to
join unit_closure c on c.descendant_id = a.village_id and :today between c.valid_from and c.valid_to
cross join lateral (select max(v.visited_on) as day from visit v where v.team_id = t.id and v.status <> 'WITHDRAWN') l
where c.ancestor_id = any(:communes) and t.status = 'ACTIVE'
  and t.established_on <= cast(:today as date) - cast(:threshold as int)
  and coalesce(l.day, date '1900-01-01') <= cast(:today as date) - cast(:threshold as int)
