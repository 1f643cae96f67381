-- Says that the demonstration data stand in this database, so that later starts leave them alone.
create table demo_load (
    loaded_at  timestamptz not null,
    today      date        not null
);
comment on column demo_load.today is 'the day up to which the made-up field work goes';
