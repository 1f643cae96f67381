-- Every look beyond one's own ward, found or not: so many a day and no more.
create table presence_asking (
    id        bigint generated always as identity primary key,
    ours      uuid        not null references resident,
    asked_by  uuid        not null references account,
    asked_at  timestamptz not null
);
create index presence_asking_ours on presence_asking (ours);
create index presence_asking_by on presence_asking (asked_by, asked_at);
