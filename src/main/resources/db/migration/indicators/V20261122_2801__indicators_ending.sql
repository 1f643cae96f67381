-- An indicator that is no longer reckoned from a day on: its last version ends the day before.
alter table indicator
    add column ending_reason text,
    add column ended_by      uuid references account,
    add column ended_at      timestamptz;
comment on column indicator.ending_reason is 'null while it is in use; the day is valid_to of its last version';
create index indicator_ended_by on indicator (ended_by);
alter table indicator_restatement drop constraint indicator_restatement_action_check;
alter table indicator_restatement add constraint indicator_restatement_action_check
    check (action in ('PUBLISHED', 'WITHDRAWN', 'ENDED', 'RESUMED'));
