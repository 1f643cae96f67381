-- What the application knows is counted, not typed: villages and those with a team, reports of teams, members trained.
alter table measure drop constraint measure_basis_check;
alter table measure add constraint measure_basis_check check (basis in (
    'VISITS', 'HOUSEHOLDS', 'PERSONS', 'UNNAMED', 'ACTIVATIONS', 'FAILURES', 'HOLDERS', 'REGISTERED_HOUSEHOLDS',
    'REGISTERED_PERSONS', 'TEAMS', 'MEMBERS', 'ACTIVE_TEAMS', 'TRAINED', 'VILLAGES', 'VILLAGES_WITH_TEAM', 'REPORTS_DUE',
    'REPORTS_ON_TIME'));
alter table measure add column counted_by int references measure;
comment on column measure.counted_by is 'counts the same from the registers; nobody is asked to type this one any more';
create index measure_counted_by on measure (counted_by);

insert into measure (code, name_vi, name_en, unit_vi, unit_en, source, adds_over_time, basis, position) values
    ('REPORTS_DUE', 'Báo cáo tháng các tổ phải nộp (đã hết hạn)', 'Monthly reports of teams that were due', 'báo cáo', 'reports', 'FIELD', 'FLOW', 'REPORTS_DUE', 161),
    ('REPORTS_ON_TIME', 'Báo cáo tháng các tổ nộp đúng hạn', 'Monthly reports of teams handed in on time', 'báo cáo', 'reports', 'FIELD', 'FLOW', 'REPORTS_ON_TIME', 162),
    ('MEMBERS_TRAINED_KNOWN', 'Thành viên tổ đã được tập huấn (theo danh sách tổ)', 'Team members trained (by the lists of teams)', 'người', 'persons', 'FIELD', 'STOCK', 'TRAINED', 163),
    ('VILLAGES_KNOWN', 'Thôn, tổ dân phố (theo danh mục)', 'Villages (by the register)', 'thôn, tổ dân phố', 'villages', 'FIELD', 'STOCK', 'VILLAGES', 164),
    ('VILLAGES_SERVED', 'Thôn, tổ dân phố có tổ phụ trách (theo danh sách tổ)', 'Villages with a team (by the lists of teams)', 'thôn, tổ dân phố', 'villages', 'FIELD', 'STOCK', 'VILLAGES_WITH_TEAM', 165);

update measure m set counted_by = c.id
from (values ('TEAMS_DUE_TO_REPORT', 'REPORTS_DUE'), ('TEAMS_REPORTED_ON_TIME', 'REPORTS_ON_TIME'),
             ('MEMBERS_TRAINED', 'MEMBERS_TRAINED_KNOWN'), ('VILLAGES', 'VILLAGES_KNOWN'),
             ('VILLAGES_WITH_TEAM', 'VILLAGES_SERVED')) d (typed, counted)
join measure c on c.code = d.counted
where m.code = d.typed;

-- What was typed before stays readable as a variant of its own; it never fills a gap of what is counted.
with old as (
    select a.* from indicator_variant a join indicator_version v on v.id = a.indicator_version_id
    join indicator i on i.id = v.indicator_id
    where i.code in ('TEAMS_REPORTING_ON_TIME', 'MEMBERS_TRAINED', 'VILLAGES_WITH_TEAM') and a.code = 'STANDARD')
insert into indicator_variant (indicator_version_id, code, name_vi, name_en, numerator, denominator,
                               numerator_vi, numerator_en, denominator_vi, denominator_en, standard, position)
select indicator_version_id, 'REPORTED', 'Phường, xã tự nhập', 'Typed by communes', numerator, denominator,
       numerator_vi, numerator_en, denominator_vi, denominator_en, false, 2
from old;

update indicator_variant a
set numerator = d.numerator, denominator = d.denominator,
    numerator_vi = n.name_vi, numerator_en = n.name_en, denominator_vi = m.name_vi, denominator_en = m.name_en
from (values ('TEAMS_REPORTING_ON_TIME', 'REPORTS_ON_TIME', 'REPORTS_DUE'),
             ('MEMBERS_TRAINED', 'MEMBERS_TRAINED_KNOWN', 'TEAM_MEMBERS'),
             ('VILLAGES_WITH_TEAM', 'VILLAGES_SERVED', 'VILLAGES_KNOWN')) d (code, numerator, denominator)
join indicator i on i.code = d.code
join indicator_version v on v.indicator_id = i.id
join measure n on n.code = d.numerator
join measure m on m.code = d.denominator
where a.indicator_version_id = v.id and a.code = 'STANDARD';

update indicator_version v
set source_vi = d.source_vi, counted_vi = d.counted_vi, not_counted_vi = d.not_counted_vi
from (values
    ('TEAMS_REPORTING_ON_TIME', 'Báo cáo của tổ trên phần mềm',
     'Báo cáo tháng của tổ, nộp lần đầu không quá hạn của tỉnh, thành phố; tính từ tháng đầu tiên có tổ trong tỉnh nộp báo cáo',
     'Kỳ chưa hết hạn nộp; báo cáo tổ đã rút về'),
    ('MEMBERS_TRAINED', 'Danh sách tổ', 'Thành viên đang ở trong tổ và đã có ngày tập huấn', null),
    ('VILLAGES_WITH_TEAM', 'Danh mục thôn, tổ dân phố · danh sách tổ',
     'Thôn, tổ dân phố có ít nhất một tổ phụ trách, kể cả tổ phụ trách nhiều thôn', 'Một thôn nhiều tổ chỉ tính một lần')
) d (code, source_vi, counted_vi, not_counted_vi)
join indicator i on i.code = d.code
where v.indicator_id = i.id;
