-- A published figure speaks of one way to reckon: "83% of those over 14" says nothing about those over 15.
alter table stated_figure add column variant text;
comment on column stated_figure.variant is 'null = the standard one';
alter table stated_figure drop constraint stated_figure_unit_id_indicator_id_period_key;
create unique index stated_figure_key on stated_figure (unit_id, indicator_id, period, coalesce(variant, ''));
update stated_figure set variant = 'AGE_14' where stated_as like '%đủ 14 tuổi%';
update stated_figure set variant = 'QUOTA'
where value > 100 and indicator_id = (select id from indicator where code = 'E_ID_L2_ACTIVATED');
