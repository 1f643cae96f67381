-- One citizen number at so many households. Another ward's household is counted, never shown.
with present as (
    select r.id, r.name, r.household_id, r.citizen_hash, c.ancestor_id as commune_id
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
       '/households/' || min(p.household_id::text) as url, string_agg(p.household_id::text, ' ' order by p.household_id) as mark
from present p join doubled d on d.citizen_hash = p.citizen_hash
group by p.commune_id, p.citizen_hash, d.households
