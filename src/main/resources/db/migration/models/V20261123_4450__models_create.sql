-- Community models of digital transformation: who runs them, what shows that they work, who took them over from whom.
create table model_kind (
    code     text    primary key,
    version  int     not null default 0,
    name_vi  text    not null,
    name_en  text    not null,
    enabled  boolean not null default true,
    position int     not null
);
insert into model_kind (code, name_vi, name_en, position) values
    ('DIGITAL_NEIGHBOURHOOD', 'Khu dân cư công nghệ số', 'Digital residential area', 1),
    ('MARKET_4_0', 'Chợ 4.0', 'Market 4.0', 2),
    ('QUARTER_4_0', 'Khu phố 4.0, Tổ dân phố 4.0', 'Quarter 4.0', 3),
    ('MOBILE_HELP', 'Tổ hỗ trợ công dân lưu động', 'Mobile help for citizens', 4),
    ('SUPPORT_POINT', 'Điểm hỗ trợ dịch vụ công trực tuyến', 'Support point for online services', 5),
    ('OTHER', 'Mô hình dân vận khéo khác', 'Other model', 9);

create table community_model (
    id          uuid        primary key,
    version     int         not null default 0,
    kind        text        not null references model_kind,
    name        text        not null,
    owner       text        not null,
    unit_id     bigint      not null references unit,
    founded_on  date        not null,
    ended_on    date        not null default '9999-12-31',
    digital     boolean     not null,
    summary     text        not null,
    results     text,
    copied_from uuid        references community_model,
    created_by  uuid        references account,
    created_at  timestamptz not null,
    constraint community_model_days check (founded_on <= ended_on),
    constraint community_model_origin check (copied_from <> id)
);
comment on column community_model.owner is 'the organisation that runs it';
comment on column community_model.digital is 'it serves digital transformation, which not every community model does';
comment on column community_model.copied_from is 'the model it was taken over from';
create index community_model_kind on community_model (kind);
create index community_model_unit on community_model (unit_id);
create index community_model_copied_from on community_model (copied_from);
create index community_model_created_by on community_model (created_by);

create table model_evidence (
    id         uuid        primary key,
    model_id   uuid        not null references community_model,
    title      text        not null,
    url        text,
    removed_at timestamptz,
    added_by   uuid        references account,
    added_at   timestamptz not null
);
comment on column model_evidence.url is 'null = a document that is named, such as by its number and day';
create index model_evidence_model on model_evidence (model_id);
create index model_evidence_added_by on model_evidence (added_by);

create table model_review (
    id          uuid        primary key,
    model_id    uuid        not null references community_model,
    year        int         not null check (year between 2000 and 2100),
    score       numeric     check (score between 0 and 100),
    words       text        not null,
    reviewer    text        not null,
    reviewed_by uuid        references account,
    reviewed_at timestamptz not null,
    unique (model_id, year)
);
comment on column model_review.score is 'of 100; null = judged in words only';
comment on column model_review.reviewer is 'who judged it, such as the steering committee of the ward';
create index model_review_reviewed_by on model_review (reviewed_by);
