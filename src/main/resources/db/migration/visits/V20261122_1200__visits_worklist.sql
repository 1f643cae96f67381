-- Why a household is left for another day, in one tap. Rows, not code.
create table skip_reason (
    code      text primary key,
    name_vi   text    not null,
    name_en   text    not null,
    enabled   boolean not null default true,
    position  int     not null,
    version   int     not null default 0
);
insert into skip_reason (code, name_vi, name_en, position) values
    ('LOCKED', 'Nhà khóa cửa', 'House is locked', 1),
    ('ILL', 'Đang ốm', 'Somebody is ill', 2),
    ('BUSY', 'Nhà có việc', 'Family occasion', 3),
    ('ANOTHER_DAY', 'Để hôm khác', 'Another day', 4);

alter table field_skip add column reason text not null default 'ANOTHER_DAY' references skip_reason;
create index field_skip_reason on field_skip (reason);

-- The day's list shared out among members. Every sharing is kept; of those not taken back the latest says who goes.
create table field_share (
    id         uuid primary key,
    position   bigint      generated always as identity,
    team_id    bigint      not null references team,
    day        date        not null,
    shared_by  uuid        references account,
    shared_at  timestamptz not null,
    undone_at  timestamptz
);
comment on table field_share is 'holds for its day only; not a visit: counts nowhere';
create index field_share_team on field_share (team_id, day);
create index field_share_shared_by on field_share (shared_by);

create table field_share_part (
    share_id      uuid not null references field_share,
    household_id  uuid not null references household,
    member_id     uuid references team_member,
    primary key (share_id, household_id)
);
comment on column field_share_part.member_id is 'who goes there; null = nobody in particular any more';
create index field_share_part_household on field_share_part (household_id);
create index field_share_part_member on field_share_part (member_id);
