alter table team_report add column after_lock boolean not null default false;
comment on column team_report.after_lock is 'handed in when the ward had locked the period: its sent paper does not know these words';
