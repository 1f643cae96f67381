-- From the temporary tables of the reference files into the tables of units. Empty days are open days.
insert into unit (ref, level, valid_from, valid_to)
select u.ref, u.level, min(coalesce(v.valid_from, '1900-01-01')), max(coalesce(v.valid_to, '9999-12-31'))
from catalogue_units u
join catalogue_unit_versions v on v.unit = u.ref
group by u.ref, u.level
order by array_position(array['PROVINCE', 'DISTRICT', 'COMMUNE'], u.level), u.ref;

insert into unit (ref, level, valid_from, valid_to, continues_id)
select a.code, 'AREA', coalesce(a.valid_from, '1900-01-01'), coalesce(a.valid_to, '9999-12-31'), d.id
from catalogue_areas a
left join unit d on d.ref = a.continues
order by a.code;

analyze unit;

insert into unit_version (unit_id, code, name, full_name, kind, search, valid_from, valid_to)
select u.id, v.code, v.name, v.full_name, v.kind, unit_fold(concat_ws(' ', v.full_name, n.variant, v.code)),
       coalesce(v.valid_from, '1900-01-01'), coalesce(v.valid_to, '9999-12-31')
from catalogue_unit_versions v
join unit u on u.ref = v.unit
left join catalogue_name_variants n on n.unit = v.unit and n.code = v.code;

insert into unit_version (unit_id, code, name, full_name, kind, search, valid_from, valid_to)
select u.id, a.code, a.name, a.name, a.kind, unit_fold(a.name || ' ' || a.code), u.valid_from, u.valid_to
from catalogue_areas a
join unit u on u.ref = a.code;

-- one parent link for as long as the parent stays the same, whatever else changes
insert into unit_parent (unit_id, parent_id, valid_from, valid_to)
select unit_id, parent_id, lower(run), upper(run) - 1
from (select u.id as unit_id, p.id as parent_id,
             unnest(range_agg(daterange(coalesce(v.valid_from, '1900-01-01'), coalesce(v.valid_to, '9999-12-31'), '[]'))) as run
      from catalogue_unit_versions v
      join unit u on u.ref = v.unit
      join unit p on p.ref = v.parent
      group by u.id, p.id) link;

insert into area_commune (area_id, commune_id, valid_from, valid_to)
select a.id, c.id, m.valid_from, coalesce(m.valid_to, '9999-12-31')
from catalogue_area_communes m
join unit a on a.ref = m.area
join unit c on c.ref = m.commune;

insert into unit_succession (from_id, to_id, kind, effective, detail, decree, basis)
select f.id, t.id, s.kind, s.effective, s.detail, s.decree, s.basis
from catalogue_successions s
join unit f on f.ref = s.from_ref
join unit t on t.ref = s.to_ref;

insert into unit_tile (map, valid_from, unit_id, column_no, row_no)
select t.map, t.valid_from, v.unit_id, t.column_no, t.row_no
from catalogue_tiles t
join unit_version v on v.code = t.unit_code and t.valid_from between v.valid_from and v.valid_to;
