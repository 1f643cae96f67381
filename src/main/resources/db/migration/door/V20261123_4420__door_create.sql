-- What citizens ask for: one row a kind, with its deadline. A new kind is a row.
create table request_kind (
    code         text primary key,
    name_vi      text not null,
    name_en      text not null,
    answer_days  int  not null check (answer_days > 0),
    keep_days    int  not null check (keep_days > 0),
    position     int  not null
);
comment on column request_kind.answer_days is 'working days until it has to be answered';
comment on column request_kind.keep_days is 'days after the answer until name, telephone, address and words are erased';

insert into request_kind (code, name_vi, name_en, answer_days, keep_days, position) values
    ('VISIT', 'Hẹn tổ đến nhà', 'Asks for a visit', 3, 90, 1),
    ('SUGGESTION', 'Góp ý', 'Suggestion', 10, 180, 2);

-- Days off beside Saturdays and Sundays. Lunar holidays and days exchanged are added each year, as the government decides.
create table day_off (
    day  date primary key,
    why  text not null
);
insert into day_off (day, why)
select make_date(y, m, d), why
from generate_series(2026, 2030) as y
cross join (values (1, 1, 'Tết Dương lịch'), (4, 30, 'Ngày Chiến thắng'), (5, 1, 'Ngày Quốc tế lao động'), (9, 2, 'Quốc khánh'))
    as holiday (m, d, why);

create table citizen_request (
    id             uuid        primary key,
    version        int         not null default 0,
    kind           text        not null references request_kind,
    code_hash      bytea       not null,
    ward_id        bigint      not null references unit,
    village_id     bigint      references unit,
    team_id        bigint      references team,
    name           text,
    phone_cipher   bytea,
    phone_last3    text,
    phone_hash     bytea,
    address        text,
    wanted         text,
    words          text,
    may_publish    boolean     not null,
    state          text        not null check (state in ('NEW', 'ASSIGNED', 'DONE', 'ANSWERED', 'REFUSED', 'MERGED', 'SPAM')),
    state_before   text,
    received_at    timestamptz not null,
    due_on         date        not null,
    answer         text,
    settled_at     timestamptz,
    settled_by     uuid        references account,
    merged_into    uuid        references citizen_request,
    visit_id       uuid        references visit,
    public_words   text,
    published_at   timestamptz,
    erased_at      timestamptz,
    constraint citizen_request_settled check ((state in ('NEW', 'ASSIGNED')) = (settled_at is null)),
    constraint citizen_request_team check (state <> 'ASSIGNED' or team_id is not null),
    constraint citizen_request_public check (published_at is null or (may_publish and public_words is not null))
);
comment on column citizen_request.code_hash is 'SHA-256 of the follow-up code; the code itself is not kept';
comment on column citizen_request.phone_hash is 'keyed: by it the same number is found';
comment on column citizen_request.words is 'as written; null once erased';
comment on column citizen_request.state_before is 'what it was before it was put away as spam or merged, for taking that back';
comment on column citizen_request.public_words is 'the question as published: the ward has taken out what tells who asked';
create unique index citizen_request_code on citizen_request (code_hash);
create index citizen_request_ward_day on citizen_request (ward_id, received_at);
create index citizen_request_kind on citizen_request (kind);
create index citizen_request_village on citizen_request (village_id);
create index citizen_request_team_open on citizen_request (team_id, state);
create index citizen_request_settled_by on citizen_request (settled_by);
create index citizen_request_merged_into on citizen_request (merged_into);
create index citizen_request_visit on citizen_request (visit_id);
create index citizen_request_published on citizen_request (published_at) where published_at is not null;

-- Where a ward's people are reached, and how much its inbox takes a day.
create table ward_contact (
    ward_id     bigint primary key references unit,
    version     int    not null default 0,
    phone       text,
    address     text,
    hours       text,
    daily_most  int    not null default 60 check (daily_most between 1 and 1000)
);
comment on column ward_contact.daily_most is 'requests taken a day without login; a ward without a row takes 60';

-- That a member agreed to have his or her telephone shown to everybody. No row: not shown.
create table public_phone (
    member_id  uuid        primary key references team_member,
    agreed_on  date        not null,
    how        text        not null check (how in ('SPOKEN', 'WRITTEN')),
    noted_by   uuid        references account,
    noted_at   timestamptz not null
);
create index public_phone_noted_by on public_phone (noted_by);

create table scam_warning (
    id          uuid        primary key,
    version     int         not null default 0,
    unit_id     bigint      references unit,
    issued_on   date        not null,
    title       text        not null,
    words       text        not null,
    advice      text        not null,
    source      text        not null,
    withdrawn_on date,
    written_by  uuid        references account,
    written_at  timestamptz not null
);
comment on column scam_warning.unit_id is 'whom it is for: a province or a ward; null = everybody';
comment on column scam_warning.source is 'who says so, such as the police of the ward';
create index scam_warning_unit on scam_warning (unit_id);
create index scam_warning_written_by on scam_warning (written_by);
create index scam_warning_day on scam_warning (issued_on);

create table public_procedure (
    code      text    primary key,
    version   int     not null default 0,
    name      text    not null,
    search    text    not null,
    field     text    not null,
    level     text    not null check (level in ('FULL', 'PARTIAL')),
    url       text    not null check (url like 'https://%'),
    shown     boolean not null default true
);
comment on table public_procedure is 'procedures that can be handed in at the national portal; read in from a file, none come with the program';

-- Names of streets and alleys, where three households or more tell of them: never a house.
create materialized view public_alley as
select village_id, alley, unit_fold(alley) as search
from household
where status = 'ACTIVE' and btrim(alley) <> ''
group by village_id, alley
having count(*) >= 3;
create unique index public_alley_once on public_alley (village_id, alley);

-- Which figures are shown to everybody, once a ward has locked them.
create table public_figure (
    indicator    text    primary key references indicator (code),
    small_cells  boolean not null,
    position     int     not null
);
comment on column public_figure.small_cells is 'whether counts of 1 to 4 are hidden: of persons, households, visits; not of teams';
insert into public_figure (indicator, small_cells, position) values
    ('VISITS', true, 1), ('HOUSEHOLDS_REACHED', true, 2), ('PERSONS_GUIDED', true, 3), ('E_ID_L2_NEW', true, 4),
    ('TEAMS_ACTIVE', false, 5);
