-- What activities add to the figures.
alter table measure drop constraint measure_basis_check;
alter table measure add constraint measure_basis_check check (basis in (
    'VISITS', 'HOUSEHOLDS', 'PERSONS', 'UNNAMED', 'ACTIVATIONS', 'FAILURES', 'HOLDERS', 'REGISTERED_HOUSEHOLDS',
    'REGISTERED_PERSONS', 'TEAMS', 'MEMBERS', 'ACTIVE_TEAMS', 'TRAINED', 'VILLAGES', 'VILLAGES_WITH_TEAM', 'REPORTS_DUE',
    'REPORTS_ON_TIME', 'ACTIVITIES', 'ATTENDANCES', 'HEADS', 'TRAINEES'));
alter table measure add column activity_kind text references activity_kind;
comment on column measure.activity_kind is 'activities of this kind only; null = of any';
create index measure_activity_kind on measure (activity_kind);

insert into measure (code, name_vi, name_en, unit_vi, unit_en, source, adds_over_time, basis, activity_kind, position) values
    ('ACTIVITIES_HELD', 'Hoạt động đã tổ chức', 'Activities held', 'hoạt động', 'activities', 'FIELD', 'FLOW', 'ACTIVITIES', null, 171),
    ('CLASSES_HELD', 'Lớp tập huấn đã tổ chức', 'Training classes held', 'lớp', 'classes', 'FIELD', 'FLOW', 'ACTIVITIES', 'TRAINING', 172),
    ('SATURDAYS_HELD', 'Ngày thứ 7 tình nguyện đã tổ chức', 'Volunteer Saturdays held', 'buổi', 'sessions', 'FIELD', 'FLOW', 'ACTIVITIES', 'HELP_DESK', 173),
    ('ATTENDANCE_NAMED', 'Lượt tham dự có ghi tên', 'Attendances by name', 'lượt', 'attendances', 'FIELD', 'FLOW', 'ATTENDANCES', null, 174),
    ('ATTENDANCE_COUNTED', 'Lượt tham dự chỉ đếm đầu người', 'Heads counted without names', 'lượt', 'attendances', 'FIELD', 'FLOW', 'HEADS', null, 175),
    ('PERSONS_TRAINED', 'Người dân được tập huấn (ghi tên)', 'Residents trained (by name)', 'người', 'persons', 'FIELD', 'DISTINCT', 'TRAINEES', null, 176);

insert into indicator (code, kind, pillar, position)
select m.code, 'COUNT', 'FIELD', m.position from measure m
where m.code in ('ACTIVITIES_HELD', 'CLASSES_HELD', 'SATURDAYS_HELD', 'ATTENDANCE_NAMED', 'ATTENDANCE_COUNTED', 'PERSONS_TRAINED');

insert into indicator_version (indicator_id, version, name_vi, name_en, short_vi, short_en, unit_vi, unit_en, direction, factor,
                               decimals, counted_vi, not_counted_vi, source_vi, legal_basis)
select i.id, 1, m.name_vi, m.name_en, d.short_vi, d.short_en, m.unit_vi, m.unit_en, 'UP', 1, 0, d.counted_vi, d.not_counted_vi,
       'Sổ hoạt động của tổ', null
from (values
    ('ACTIVITIES_HELD', 'Hoạt động', 'Activities', 'Hoạt động đã kết thúc, tính ở thôn, tổ dân phố nơi tổ chức', 'Hoạt động mới lên lịch hoặc đã hủy'),
    ('CLASSES_HELD', 'Lớp tập huấn', 'Classes', 'Lớp tập huấn đã kết thúc', 'Lớp mới lên lịch hoặc đã hủy'),
    ('SATURDAYS_HELD', 'Thứ 7 tình nguyện', 'Saturdays', 'Ngày thứ 7 tình nguyện đã kết thúc', 'Buổi mới lên lịch hoặc đã hủy'),
    ('ATTENDANCE_NAMED', 'Lượt dự có tên', 'Named attendances', 'Người có tên trong danh sách và có mặt, mỗi hoạt động một lượt', E'Thành viên trực, phục vụ hoạt động\nNgười chỉ đếm đầu (để riêng)'),
    ('ATTENDANCE_COUNTED', 'Lượt dự đếm đầu', 'Heads counted', 'Người dự không ghi tên, đếm tại chỗ', 'Người đã ghi tên; lượt đếm tại bàn hỗ trợ'),
    ('PERSONS_TRAINED', 'Người dân tập huấn', 'Residents trained', 'Người dân có tên, có mặt ở hoạt động tập huấn, mỗi người một lần trong kỳ, tính nơi cư trú', 'Thành viên tổ (xem chỉ số thành viên đã tập huấn)')
) d (code, short_vi, short_en, counted_vi, not_counted_vi)
join indicator i on i.code = d.code
join measure m on m.code = d.code;

insert into indicator_variant (indicator_version_id, code, name_vi, name_en, numerator, denominator, numerator_vi, numerator_en,
                               denominator_vi, denominator_en, standard, position)
select v.id, 'STANDARD', 'Chuẩn', 'Standard', i.code, null, v.name_vi, v.name_en, null, null, true, 1
from indicator_version v join indicator i on i.id = v.indicator_id
where i.code in ('ACTIVITIES_HELD', 'CLASSES_HELD', 'SATURDAYS_HELD', 'ATTENDANCE_NAMED', 'ATTENDANCE_COUNTED', 'PERSONS_TRAINED');
