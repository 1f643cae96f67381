-- So many visits by one person within any hour; those copied from paper bear no true time.
with paced as (
    select c.ancestor_id as commune_id, v.recorded_by, v.team_id, v.visited_on,
           count(*) over (partition by c.ancestor_id, v.recorded_by order by v.visited_at
                          range between interval '1 hour' preceding and current row) as within_an_hour
    from visit v
    join household h on h.id = v.household_id
    join unit_closure c on c.descendant_id = h.village_id and :today between c.valid_from and c.valid_to
    where c.ancestor_id = any(:communes) and v.status <> 'WITHDRAWN' and v.place = 'HOME' and v.entry = 'PHONE'
      and v.visited_on > cast(:today as date) - 90
)
select p.commune_id, 'pace:' || p.recorded_by || ':' || p.visited_on as subject,
       a.display_name as name_vi, a.display_name as name_en, max(p.within_an_hour)::numeric as amount,
       null::numeric as other, p.visited_on as day, null::text as detail_vi, null::text as detail_en,
       '/visits?day=' || p.visited_on || '&team=' || min(p.team_id) as url, max(p.within_an_hour)::text as mark,
       array_agg(distinct 't' || p.team_id) as owners,
       array_agg(distinct '/visits?day=' || p.visited_on || '&team=' || p.team_id) as urls, array[a.display_name] as names
from paced p join account a on a.id = p.recorded_by
where p.within_an_hour >= :threshold
group by p.commune_id, p.recorded_by, p.visited_on, a.display_name
