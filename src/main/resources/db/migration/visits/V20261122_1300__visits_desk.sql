-- A help desk or market stall of one day. Who is met there by name is a contact of the household where that person lives
-- (visit, place DESK): it counts persons and accounts, never a household knocked at or reached. Others are counted turns.
create table desk (
    id          uuid primary key,
    team_id     bigint      not null references team,
    village_id  bigint      not null references unit,
    name        text        not null,
    topic       text        references topic,
    held_on     date        not null,
    started_at  timestamptz not null,
    opened_by   uuid references account,
    created_at  timestamptz not null
);
comment on column desk.village_id is 'where the counted turns belong; persons met by name belong where they live';
comment on column desk.topic is 'what most come for: ticked beforehand';
create index desk_team on desk (team_id, held_on);
create index desk_village on desk (village_id);
create index desk_topic on desk (topic);
create index desk_opened_by on desk (opened_by);

create table desk_count (
    id            uuid primary key,
    desk_id       uuid        not null references desk,
    counted_at    timestamptz not null,
    body_hash     bytea       not null,
    recorded_by   uuid references account,
    received_at   timestamptz not null,
    withdrawn_at  timestamptz,
    withdrawn_by  uuid references account
);
comment on column desk_count.body_hash is 'SHA-256 of what was said, for idempotent resends';
create index desk_count_desk on desk_count (desk_id);
create index desk_count_recorded_by on desk_count (recorded_by);
create index desk_count_withdrawn_by on desk_count (withdrawn_by);

create table desk_turns (
    count_id  uuid not null references desk_count,
    topic     text not null references topic,
    turns     int  not null check (turns > 0),
    primary key (count_id, topic)
);
create index desk_turns_topic on desk_turns (topic);

-- A day's notebook being typed in for those who wrote it. Rows not stored yet stay here as they were typed.
create table notebook (
    id          uuid primary key,
    team_id     bigint      not null references team,
    typed_by    uuid        not null references account,
    day         date        not null,
    form        jsonb       not null,
    open_rows   int         not null default 0,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    closed_at   timestamptz
);
comment on column notebook.form is 'fields of the form as typed, without the rows that were stored; emptied when closed';
create index notebook_team on notebook (team_id) where closed_at is null;
create index notebook_typed_by on notebook (typed_by);

alter table visit
    add column place text not null default 'HOME' check (place in ('HOME', 'DESK')),
    add column desk_id uuid references desk,
    add column entry text not null default 'PHONE' check (entry in ('PHONE', 'PAPER')),
    add column notebook_id uuid references notebook,
    add constraint visit_place check ((place = 'DESK') = (desk_id is not null));
comment on column visit.place is 'HOME: at the door; DESK: the person came to a desk, the household was not visited';
comment on column visit.entry is 'PAPER: typed in from a notebook by somebody else than who went';
create index visit_desk on visit (desk_id) where desk_id is not null;
create index visit_notebook on visit (notebook_id) where notebook_id is not null;
