-- "3 hơn": procedures that take fewer days than the law allows, one line for a unit and year. Days saved are reckoned, never kept.
create table faster_procedure (
    id          uuid        primary key,
    version     int         not null default 0,
    unit_id     bigint      not null references unit,
    year        int         not null check (year between 2000 and 2100),
    field       text        not null,
    name        text        not null,
    audience    text        not null check (audience in ('CITIZEN', 'BUSINESS')),
    legal_days  numeric     not null check (legal_days > 0),
    actual_days numeric     not null check (actual_days >= 0),
    dossiers    bigint      not null check (dossiers >= 0),
    source      text        not null,
    removed_at  timestamptz,
    created_by  uuid        references account,
    created_at  timestamptz not null,
    constraint faster_procedure_faster check (actual_days < legal_days)
);
comment on column faster_procedure.audience is 'BUSINESS = directly for enterprises; CITIZEN = all others';
comment on column faster_procedure.legal_days is 'working days the law allows';
comment on column faster_procedure.actual_days is 'working days it takes by the commitment of the unit';
comment on column faster_procedure.dossiers is 'answered within the shorter time in that year';
create index faster_procedure_unit on faster_procedure (unit_id, year);
create index faster_procedure_created_by on faster_procedure (created_by);
create unique index faster_procedure_once on faster_procedure (unit_id, year, unit_fold(name), audience) where removed_at is null;
