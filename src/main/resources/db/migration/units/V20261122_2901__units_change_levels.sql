-- Provinces and areas are merged, split and renamed by the same proposals.
alter table unit_change drop constraint unit_change_level_check;
alter table unit_change add constraint unit_change_level_check check (level in ('PROVINCE', 'AREA', 'COMMUNE', 'VILLAGE'));
