-- Stalls are read from their register when a figure is asked for, like villages: nothing is kept that could go out of step.
alter table measure drop constraint measure_basis_check;
alter table measure add constraint measure_basis_check check (basis in (
    'VISITS', 'HOUSEHOLDS', 'PERSONS', 'UNNAMED', 'ACTIVATIONS', 'FAILURES', 'HOLDERS', 'REGISTERED_HOUSEHOLDS',
    'REGISTERED_PERSONS', 'TEAMS', 'MEMBERS', 'ACTIVE_TEAMS', 'TRAINED', 'VILLAGES', 'VILLAGES_WITH_TEAM', 'REPORTS_DUE',
    'REPORTS_ON_TIME', 'ACTIVITIES', 'ATTENDANCES', 'HEADS', 'TRAINEES', 'STALLS', 'STALLS_CASHLESS'));
alter table measure add column pay_way text references pay_way;
comment on column measure.pay_way is 'stalls that have this; null = any that is cashless';
create index measure_pay_way on measure (pay_way);

insert into measure (code, name_vi, name_en, unit_vi, unit_en, source, adds_over_time, basis, pay_way, position) values
    ('STALLS', 'Quầy hàng đang bán (sổ chợ)', 'Stalls (register of markets)', 'quầy', 'stalls', 'FIELD', 'STOCK', 'STALLS', null, 181),
    ('STALLS_CASHLESS', 'Quầy nhận tiền không dùng tiền mặt', 'Stalls paid without cash', 'quầy', 'stalls', 'FIELD', 'STOCK', 'STALLS_CASHLESS', null, 182),
    ('STALLS_QR', 'Quầy có mã QR nhận tiền', 'Stalls with a QR code', 'quầy', 'stalls', 'FIELD', 'STOCK', 'STALLS_CASHLESS', 'QR', 183);

insert into indicator (code, kind, pillar, position) values ('CASHLESS_STALLS', 'RATE', 'ECONOMY', 181);
insert into indicator_version (indicator_id, version, name_vi, name_en, short_vi, short_en, unit_vi, unit_en, direction, factor,
                               decimals, counted_vi, not_counted_vi, source_vi, legal_basis)
select id, 1, 'Tỷ lệ quầy hàng nhận tiền không dùng tiền mặt', 'Stalls paid without cash', 'Quầy không tiền mặt', 'Cashless stalls',
       '%', '%', 'UP', 100, 1,
       'Quầy đang bán ở chợ, tuyến phố, có mã QR hoặc máy quẹt thẻ; tính nơi chợ, tuyến phố ở',
       E'Hóa đơn điện tử, gian hàng trực tuyến (xem từng cách ở trang chợ)\nHộ kinh doanh trong sổ hộ (xem chỉ số hộ kinh doanh có QR): hai sổ để riêng, không cộng',
       'Sổ chợ, tuyến phố', null
from indicator where code = 'CASHLESS_STALLS';
insert into indicator_variant (indicator_version_id, code, name_vi, name_en, numerator, denominator, numerator_vi, numerator_en,
                               denominator_vi, denominator_en, standard, position)
select v.id, d.code, d.name_vi, d.name_en, d.numerator, 'STALLS', n.name_vi, n.name_en, m.name_vi, m.name_en, d.standard, d.position
from (values ('STANDARD', 'Mọi cách', 'Any way', 'STALLS_CASHLESS', true, 1), ('QR', 'Riêng mã QR', 'QR code only', 'STALLS_QR', false, 2))
    d (code, name_vi, name_en, numerator, standard, position)
join indicator i on i.code = 'CASHLESS_STALLS'
join indicator_version v on v.indicator_id = i.id
join measure n on n.code = d.numerator
join measure m on m.code = 'STALLS';
