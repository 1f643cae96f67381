-- A measure that is being counted over everything ever logged, a piece at a time, while people go on writing. What a writer
-- changes is booked at once for subjects that have been counted, and left to their turn for the others.
create table measure_count (
    measure_id int    primary key references measure,
    households uuid,
    persons    uuid,
    teams      bigint,
    done       bigint not null default 0,
    total      bigint not null,
    started_at timestamptz not null
);
comment on table measure_count is 'a row as long as the counting lasts; the figure is not known meanwhile';
comment on column measure_count.households is 'the last household that has been counted; null = none yet';
insert into measure_count (measure_id, total, started_at)
select id, 0, now() from measure where code = 'MEMBERS_TRAINED_KNOWN' and exists (select from team);
