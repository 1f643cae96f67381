create table topic (
    code      text primary key,
    pillar    text    not null check (pillar in ('GOVERNMENT', 'ECONOMY', 'SOCIETY')),
    name_vi   text    not null,
    name_en   text    not null,
    on_form   boolean not null,
    enabled   boolean not null default true,
    position  int     not null
);

create table account_type (
    code      text primary key,
    name_vi   text    not null,
    name_en   text    not null,
    short_vi  text    not null,
    short_en  text    not null,
    icon      text    not null,
    min_age   int     not null,
    topic     text references topic,
    on_form   boolean not null,
    enabled   boolean not null default true,
    position  int     not null
);
comment on column account_type.min_age is 'years, reckoned as year of the day - birth year';
comment on column account_type.topic is 'the topic preset when this account is ticked';
comment on column account_type.on_form is 'one of the fixed cells of the visit form; the others are under "more"';
create index account_type_topic on account_type (topic);

create table failure_reason (
    code      text primary key,
    name_vi   text    not null,
    name_en   text    not null,
    enabled   boolean not null default true,
    position  int     not null
);

create table outcome (
    code      text primary key check (code in ('MET', 'ABSENT', 'FOLLOW_UP', 'REFUSED')),
    name_vi   text not null,
    name_en   text not null,
    position  int  not null
);

create table visit (
    id              uuid primary key,
    version         int         not null,
    status          text        not null check (status in ('RECORDED', 'CORRECTED', 'WITHDRAWN')),
    household_id    uuid        not null references household,
    team_id         bigint      not null references team,
    visited_at      timestamptz not null,
    visited_on      date        not null,
    outcome         text        not null references outcome,
    guided_unnamed  int         not null default 0 check (guided_unnamed >= 0),
    follow_up_at    timestamptz,
    notice          text check (notice in ('VERBAL', 'PAPER')),
    note            text,
    attention       text,
    recorded_by     uuid references account,
    received_at     timestamptz not null,
    body_hash       bytea       not null
);
comment on column visit.visited_on is 'the day of visited_at in Asia/Ho_Chi_Minh';
comment on column visit.attention is 'why the ward should look at it: FUTURE, DOUBLE, space-separated; null when nothing is wrong';
comment on column visit.body_hash is 'SHA-256 of the first version as sent, for idempotent resends';
create index visit_household on visit (household_id, visited_on);
create index visit_team on visit (team_id, visited_on);
create index visit_outcome on visit (outcome);
create index visit_recorded_by on visit (recorded_by);

-- Every version as it was said; the tables below hold the current one.
create table visit_version (
    visit_id    uuid        not null references visit,
    version     int         not null,
    kind        text        not null check (kind in ('RECORDED', 'CORRECTED', 'WITHDRAWN')),
    request_id  uuid unique,
    body        jsonb       not null,
    reason      text,
    changed_by  uuid references account,
    changed_at  timestamptz not null,
    primary key (visit_id, version)
);
create index visit_version_changed_by on visit_version (changed_by);

create table visit_member (
    visit_id   uuid not null references visit,
    member_id  uuid not null references team_member,
    primary key (visit_id, member_id)
);
create index visit_member_member on visit_member (member_id);

create table visit_topic (
    visit_id  uuid not null references visit,
    topic     text not null references topic,
    primary key (visit_id, topic)
);
create index visit_topic_topic on visit_topic (topic);

create table visit_guided (
    visit_id     uuid not null references visit,
    resident_id  uuid not null references resident,
    primary key (visit_id, resident_id)
);
create index visit_guided_resident on visit_guided (resident_id);

create table activation (
    visit_id        uuid not null references visit,
    resident_id     uuid not null references resident,
    account_type    text not null references account_type,
    result          text not null check (result in ('ACTIVATED', 'ALREADY_ACTIVE', 'ISSUED', 'USED', 'NOT_YET', 'FAILED', 'LOST')),
    failure_reason  text references failure_reason,
    primary key (visit_id, resident_id, account_type)
);
create index activation_resident on activation (resident_id, account_type);
create index activation_account_type on activation (account_type);
create index activation_failure_reason on activation (failure_reason);
