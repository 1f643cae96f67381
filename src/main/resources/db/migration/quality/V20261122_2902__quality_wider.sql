-- Who reads what a check finds: teams what is theirs, provinces what they reported themselves.
alter table quality_check add column teams boolean not null default false, add column above boolean not null default false;
comment on column quality_check.teams is 'leaders of teams read what of it lies in their villages or was done by their teams';
comment on column quality_check.above is 'looks at what a unit reported, also at that of a province';
update quality_check set teams = true where code in ('FUTURE_DATE', 'INACTIVE_TEAM', 'SPEED', 'SAME_NUMBER', 'SAME_PERSON');
update quality_check set above = true
 where code in ('MISSING_REPORT', 'ZERO_REPORTED', 'JUMP', 'REPEATED', 'ABOVE_DENOMINATOR', 'FUTURE_REPORT');
insert into quality_check (code, people, threshold, position, unit, least, most) values
    ('FIELD_JUMP', false, 200, 13, 'PERCENT', 20, 5000),
    ('FIELD_REPEATED', false, 3, 14, 'MONTHS', 2, 12);
