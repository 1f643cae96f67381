-- Where the tables of a file stand and what their columns mean, once recognised; and what a rule changed.
alter table import_job add layout jsonb;
alter table import_job add left_out text[] not null default '{}';
comment on column import_job.left_out is 'rows that are no data, such as totals and signatures';
alter table import_issue drop constraint import_issue_level_check;
alter table import_issue add constraint import_issue_level_check
    check (level in ('ERROR', 'PRESENT', 'WARNING', 'CHANGED'));
