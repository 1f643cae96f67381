-- Scores, thresholds, and definitions that administrators write: a draft first, then a version from a day on.
alter table indicator_version
    add column good_at      numeric not null default 100,
    add column near_at      numeric not null default 95,
    add column published_by uuid references account,
    add column published_at timestamptz,
    add constraint indicator_version_thresholds check (good_at > 0 and near_at > 0 and near_at <= good_at);
create index indicator_version_published_by on indicator_version (published_by);
comment on column indicator_version.good_at is 'per cent of the target from which it counts as reached';
comment on column indicator_version.near_at is 'per cent of the target from which it counts as nearly reached';
comment on column indicator_version.published_at is 'null for what was shipped';
comment on column indicator_variant.numerator is
    'checked expression (+ - * / min max) over measure codes; the word SCORE takes the points of the components';

create table indicator_component (
    indicator_version_id int     not null references indicator_version,
    position             int     not null,
    indicator_id         int     not null references indicator,
    variant              text,
    group_vi             text,
    group_en             text,
    weight               numeric not null,
    full_at              numeric not null,
    capped               boolean not null default true,
    constraint indicator_component_pk primary key (indicator_version_id, position),
    constraint indicator_component_weight check (weight > 0 and full_at > 0)
);
comment on table indicator_component is 'what a score is made of: weight x value / full_at, no more than the weight where capped';
comment on column indicator_component.full_at is 'value of the component that earns all its points';
create index indicator_component_indicator on indicator_component (indicator_id);

create table indicator_draft (
    code       text primary key,
    version    int         not null,
    content    jsonb       not null,
    started_by uuid        not null references account,
    changed_by uuid        not null references account,
    changed_at timestamptz not null
);
comment on table indicator_draft is 'a definition being written, at most one of each indicator; content = the fields as typed';
create index indicator_draft_started_by on indicator_draft (started_by);
create index indicator_draft_changed_by on indicator_draft (changed_by);

alter table measure add column version int not null default 0;

-- Rates are printed with the two decimals officials quote them with; the number of decimals is now obeyed everywhere.
update indicator_version v set decimals = 2 from indicator i where i.id = v.indicator_id and i.kind = 'RATE';
