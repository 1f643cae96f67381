-- What a phone told and nobody may book without guessing: kept as said, counted nowhere, until the ward has decided.
create table held_visit (
    id            uuid primary key,
    version       int         not null default 0,
    kind          text        not null check (kind in ('VISIT', 'CORRECTION', 'WITHDRAWAL')),
    visit_id      uuid        not null,
    state         text        not null check (state in ('WAITING', 'RECORDED', 'DISMISSED')),
    reasons       text        not null,
    team_id       bigint references team,
    village_id    bigint references unit,
    household_id  uuid,
    visited_at    timestamptz,
    visited_on    date,
    told_at       timestamptz,
    seen_at       timestamptz,
    based_on      int,
    why           text,
    body          jsonb       not null,
    body_hash     bytea       not null,
    told_by       uuid        not null references account,
    received_at   timestamptz not null,
    decision      text check (decision in ('AUTOMATIC', 'AS_TOLD', 'AT_HOUSEHOLD', 'WITHOUT_PERSONS', 'MERGED', 'DISMISSED', 'TAKEN_BACK')),
    answer        text,
    decided_by    uuid references account,
    decided_at    timestamptz
);
comment on column held_visit.id is 'of the request: the visit, the correction; made from the visit for a withdrawal';
comment on column held_visit.visit_id is 'the visit this is or is about; no foreign key: it may not have come yet';
comment on column held_visit.reasons is 'codes of HeldReason, space-separated';
comment on column held_visit.village_id is 'whose ward decides: where the household was that day, else the home of the team';
comment on column held_visit.household_id is 'as told; perhaps unknown to the register';
comment on column held_visit.told_at is 'what the phone said visited_at was, where its clock was wrong';
comment on column held_visit.body is 'the visit as told, its moment set right; empty for a withdrawal';
comment on column held_visit.body_hash is 'SHA-256 of what was sent, for resends';
create index held_visit_visit on held_visit (visit_id);
create index held_visit_household on held_visit (household_id) where state = 'WAITING';
create index held_visit_waiting on held_visit (village_id, received_at) where state = 'WAITING';
create index held_visit_village on held_visit (village_id);
create index held_visit_team on held_visit (team_id);
create index held_visit_told_by on held_visit (told_by, received_at);
create index held_visit_decided_by on held_visit (decided_by);

alter table visit add column told_at timestamptz;
alter table visit add column settled text;
comment on column visit.told_at is 'what the phone said visited_at was, where its clock was wrong';
comment on column visit.attention is 'why the ward should look at it: codes of Attention, space-separated; null when nothing is wrong';
comment on column visit.settled is 'what attention held when the ward had looked, to undo it';

alter table visit_version add column sent jsonb;
comment on column visit_version.sent is 'the request as sent, where what was stored differs (merged, clock set right)';
