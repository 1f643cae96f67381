-- One citizen number at so many households. Another ward's household is counted, never shown: two of the own ward stand side
-- by side, a single one is looked at by itself.
with present as (
    select r.id, r.name, r.household_id, h.village_id, r.citizen_hash, c.ancestor_id as commune_id
    from resident r
    join household h on h.id = r.household_id and h.status = 'ACTIVE'
    join unit_closure c on c.descendant_id = h.village_id and :today between c.valid_from and c.valid_to
    where c.ancestor_id = any(:communes) and r.status = 'PRESENT' and r.citizen_hash is not null
), doubled as (
    select r.citizen_hash, count(distinct r.household_id) as households
    from resident r join household h on h.id = r.household_id and h.status = 'ACTIVE'
    where r.status = 'PRESENT' and r.citizen_hash in (select citizen_hash from present)
    group by r.citizen_hash having count(distinct r.household_id) >= :threshold
)
select p.commune_id, 'number:' || encode(sha256(p.citizen_hash), 'hex') as subject,
       min(p.name) as name_vi, min(p.name) as name_en, d.households::numeric as amount, null::numeric as other,
       null::date as day, null::text as detail_vi, null::text as detail_en,
       case when count(distinct p.household_id) > 1
            then '/duplicates/residents/' || (array_agg(p.id order by p.household_id, p.id))[1] || '/' || (array_agg(p.id order by p.household_id desc, p.id))[1]
            else '/households/' || min(p.household_id::text) end as url, string_agg(p.household_id::text, ' ' order by p.household_id) as mark,
       array_agg('v' || p.village_id order by p.household_id, p.id) as owners,
       array_agg('/households/' || p.household_id order by p.household_id, p.id) as urls,
       array_agg(p.name order by p.household_id, p.id) as names
from present p join doubled d on d.citizen_hash = p.citizen_hash
group by p.commune_id, p.citizen_hash, d.households
