-- Which figures a dashboard of each level shows, in which order; the first of the higher levels is compared first.
create table dashboard_tile (
    level      text not null check (level in ('PROVINCE', 'DISTRICT', 'AREA', 'COMMUNE', 'VILLAGE', 'TEAM')),
    position   int  not null,
    indicator  text not null references indicator (code),
    variant    text,
    primary key (level, position)
);
comment on column dashboard_tile.variant is 'null = the standard one';
comment on column dashboard_tile.level is 'TEAM: the columns of the ranking: 1 plan, 2 share, 3 what teams are ranked by, 4 count';
create index dashboard_tile_indicator on dashboard_tile (indicator);

insert into indicator (code, kind, pillar, position) values ('VISITS_MET', 'RATE', 'FIELD', 56);
insert into indicator_version (indicator_id, version, name_vi, name_en, short_vi, short_en, unit_vi, unit_en, direction, decimals,
                               counted_vi, not_counted_vi, source_vi)
select id, 1, 'Tỷ lệ lượt thăm gặp được', 'Visits at which somebody was met', 'Gặp được', 'Met', '%', '%', 'UP', 1,
       'Lượt thăm hợp lệ có kết quả gặp được', 'Lượt đã rút lại', 'Nhật ký lượt thăm của tổ'
from indicator where code = 'VISITS_MET';
insert into indicator_variant (indicator_version_id, code, name_vi, name_en, numerator, denominator,
                               numerator_vi, numerator_en, denominator_vi, denominator_en, standard, position)
select v.id, 'STANDARD', 'Chuẩn', 'Standard', 'VISITS_MET', 'VISITS', 'Số lượt thăm gặp được', 'Visits at which somebody was met',
       'Số lượt thăm trong kỳ', 'Visits in the period', true, 1
from indicator_version v join indicator i on i.id = v.indicator_id where i.code = 'VISITS_MET';

insert into dashboard_tile (level, position, indicator) values
    ('COMMUNE', 1, 'PROCEDURES_FULLY_ONLINE'),
    ('COMMUNE', 2, 'DIGITAL_IDENTITY_ACCOUNT_SIGNATURE'),
    ('COMMUNE', 3, 'ONLINE_DOSSIERS'),
    ('COMMUNE', 4, 'E_ID_L2_ACTIVATED'),
    ('COMMUNE', 5, 'QR_TRADERS'),
    ('COMMUNE', 6, 'DIGITAL_SIGNATURE'),
    ('VILLAGE', 1, 'VISITS'),
    ('VILLAGE', 2, 'HOUSEHOLDS_COVERAGE'),
    ('VILLAGE', 3, 'E_ID_L2_ACTIVATED'),
    ('VILLAGE', 4, 'DIGITAL_SIGNATURE'),
    ('VILLAGE', 5, 'SMARTPHONES'),
    ('VILLAGE', 6, 'QR_TRADERS'),
    ('TEAM', 1, 'VISITS'),
    ('TEAM', 2, 'VISITS_MET'),
    ('TEAM', 3, 'E_ID_L2_ACTIVATED'),
    ('TEAM', 4, 'DIGITAL_SIGNATURE_NEW');
insert into dashboard_tile (level, position, indicator)
select level, position, indicator
from (values ('DISTRICT'), ('AREA'), ('PROVINCE')) l (level)
cross join (values (1, 'E_ID_L2_ACTIVATED'), (2, 'ONLINE_DOSSIERS'), (3, 'ONLINE_PAYMENTS'), (4, 'RESULTS_ELECTRONIC'),
                   (5, 'HOUSEHOLDS_CASHLESS_ELECTRICITY'), (6, 'ENTERPRISES_TAX_ONLINE'), (7, 'SMARTPHONES')) t (position, indicator);
