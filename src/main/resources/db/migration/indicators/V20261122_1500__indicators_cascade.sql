-- Targets handed down to the parts of a unit in one go, so that the whole of it can be taken back.
create table target_cascade (
    id            uuid primary key,
    indicator_id  int    not null references indicator,
    unit_id       bigint not null references unit,
    period        text   not null,
    kind          text   not null check (kind in ('RATE', 'COUNT')),
    method        text   not null check (method in ('POPULATION', 'PAST', 'EVEN', 'HAND')),
    reason        text,
    given         int    not null,
    entered_by    uuid references account,
    entered_at    timestamptz not null,
    undone_by     uuid references account,
    undone_at     timestamptz
);
create index target_cascade_unit on target_cascade (unit_id, indicator_id);
create index target_cascade_indicator on target_cascade (indicator_id);
create index target_cascade_entered_by on target_cascade (entered_by);
create index target_cascade_undone_by on target_cascade (undone_by);

alter table target
    add column cascade_id        uuid references target_cascade,
    add column carried           boolean not null default false,
    add column withdrawn_by      uuid references account,
    add column withdrawal_reason text;
create index target_of_cascade on target (cascade_id);
create index target_withdrawn_by on target (withdrawn_by);
comment on column target.carried is 'confirmed sum or average of the targets of units that were merged into this one';
comment on column target.withdrawn_by is 'who took the target back without setting another; null when it was replaced';
