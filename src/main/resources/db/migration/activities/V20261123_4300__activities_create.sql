-- Kinds of activities: what each means for members and for whoever comes. A new kind is a row.
create table activity_kind (
    code      text    primary key,
    version   int     not null default 0,
    name_vi   text    not null,
    name_en   text    not null,
    trains    boolean not null,
    duty      boolean not null,
    sign_up   boolean not null,
    desk      boolean not null,
    enabled   boolean not null default true,
    position  int     not null
);
comment on column activity_kind.trains is 'whoever was there has been trained';
comment on column activity_kind.duty is 'a member who was there was on duty that day';
comment on column activity_kind.sign_up is 'people sign up beforehand';
comment on column activity_kind.desk is 'a help desk: who comes is counted at the desk of the team, not here';

insert into activity_kind (code, name_vi, name_en, trains, duty, sign_up, desk, position) values
    ('TRAINING', 'Lớp tập huấn', 'Training class', true, true, true, false, 1),
    ('OUTREACH', 'Buổi tuyên truyền', 'Outreach session', false, true, false, false, 2),
    ('HELP_DESK', 'Ngày thứ 7 tình nguyện', 'Volunteer Saturday', false, true, false, true, 3),
    ('ONLINE_SUNDAY', 'Ngày Chủ nhật online', 'Online Sunday', false, true, false, true, 4),
    ('CONTEST', 'Hội thi', 'Contest', false, true, true, false, 5),
    ('FESTIVAL', 'Ngày hội', 'Festival', false, true, false, false, 6),
    ('MARKET_DAY', 'Phiên chợ không dùng tiền mặt', 'Cashless market day', false, true, false, true, 7),
    ('STUDIO_TALK', 'Tọa đàm tại studio', 'Studio talk', false, true, true, false, 8),
    ('TEAM_MEETING', 'Họp tổ', 'Team meeting', false, false, false, false, 9);

-- What several teams set out to do in some days.
create table campaign (
    id          uuid        primary key,
    version     int         not null default 0,
    name        text        not null,
    unit_id     bigint      references unit,
    team_id     bigint      references team,
    indicator   text        references indicator (code),
    goal        bigint      check (goal > 0),
    first_day   date        not null,
    last_day    date        not null,
    note        text,
    summary     text,
    created_by  uuid        references account,
    created_at  timestamptz not null,
    closed_by   uuid        references account,
    closed_at   timestamptz,
    constraint campaign_place check ((unit_id is null) <> (team_id is null)),
    constraint campaign_days check (first_day <= last_day)
);
comment on column campaign.indicator is 'what is counted; null = activities held in the campaign';
comment on column campaign.unit_id is 'province, district, area or commune whose teams take part; null where it is one team''s';
create index campaign_unit on campaign (unit_id);
create index campaign_team_own on campaign (team_id);
create index campaign_indicator on campaign (indicator);
create index campaign_created_by on campaign (created_by);
create index campaign_closed_by on campaign (closed_by);

create table campaign_team (
    campaign_id  uuid   not null references campaign,
    team_id      bigint not null references team,
    quota        bigint check (quota >= 0),
    primary key (campaign_id, team_id)
);
comment on column campaign_team.quota is 'null = takes part without a quota';
create index campaign_team_team on campaign_team (team_id);

create table activity (
    id             uuid        primary key,
    version        int         not null default 0,
    campaign_id    uuid        references campaign,
    kind           text        not null references activity_kind,
    trains         boolean     not null,
    duty           boolean     not null,
    sign_up        boolean     not null,
    desk           boolean     not null,
    title          text        not null,
    place          text        not null,
    village_id     bigint      not null references unit,
    team_id        bigint      not null references team,
    held_on        date        not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    capacity       int         check (capacity > 0),
    state          text        not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    others         int         check (others >= 0),
    happy          int         check (happy >= 0),
    neutral        int         check (neutral >= 0),
    unhappy        int         check (unhappy >= 0),
    results        text,
    cancel_reason  text,
    created_by     uuid        references account,
    created_at     timestamptz not null,
    closed_by      uuid        references account,
    closed_at      timestamptz,
    constraint activity_hours check (starts_at < ends_at)
);
comment on column activity.trains is 'as its kind was when it was planned: what was counted does not change with the kind';
comment on column activity.team_id is 'the team that holds it; figures count there, and at the village';
comment on column activity.others is 'heads counted beside those named; null = nobody counted, which is not 0';
create index activity_campaign on activity (campaign_id);
create index activity_kind_fk on activity (kind);
create index activity_village on activity (village_id);
create index activity_team_day on activity (team_id, held_on);
create index activity_day on activity (held_on);
create index activity_created_by on activity (created_by);
create index activity_closed_by on activity (closed_by);

create table activity_team (
    activity_id  uuid   not null references activity,
    team_id      bigint not null references team,
    primary key (activity_id, team_id)
);
comment on table activity_team is 'teams invited beside the one that holds it';
create index activity_team_team on activity_team (team_id);

-- Whoever is named: members on duty, members and residents who signed up, and who of them was there.
create table activity_person (
    id            uuid        primary key,
    activity_id   uuid        not null references activity,
    member_id     uuid        references team_member,
    resident_id   uuid        references resident,
    told_as       uuid,
    on_duty       boolean     not null,
    signed_up_at  timestamptz not null,
    signed_up_by  uuid        references account,
    present_at    timestamptz,
    marked_how    text        check (marked_how in ('QR', 'LIST', 'PAPER')),
    marked_by     uuid        references account,
    constraint activity_person_one check ((member_id is null) <> (resident_id is null)),
    constraint activity_person_told check ((resident_id is null) = (told_as is null)),
    constraint activity_person_marked check ((present_at is null) = (marked_how is null))
);
comment on column activity_person.told_as is 'the resident as named then; differs after two entries of one were merged';
comment on column activity_person.marked_how is 'QR: checked in at the door; LIST: ticked on the spot; PAPER: typed in from the list afterwards';
create unique index activity_person_member on activity_person (activity_id, member_id);
create unique index activity_person_told_as on activity_person (activity_id, told_as);
create index activity_person_of_member on activity_person (member_id);
create index activity_person_of_resident on activity_person (resident_id);
create index activity_person_signed_up_by on activity_person (signed_up_by);
create index activity_person_marked_by on activity_person (marked_by);

create table activity_file (
    id           uuid        primary key,
    activity_id  uuid        not null references activity,
    kind         text        not null check (kind in ('LINK', 'FILE', 'PHOTO')),
    title        text        not null,
    url          text,
    media_type   text,
    content      bytea,
    added_by     uuid        references account,
    added_at     timestamptz not null,
    constraint activity_file_what check ((kind = 'LINK') = (content is null) and (kind = 'LINK') = (url is not null))
);
comment on table activity_file is 'photos are stored only where everybody on them agreed, without what the camera wrote into the file';
create index activity_file_activity on activity_file (activity_id);
create index activity_file_added_by on activity_file (added_by);

-- Desks that stood at an activity: their counts stay theirs.
create table activity_desk (
    desk_id      uuid primary key references desk,
    activity_id  uuid not null references activity
);
create index activity_desk_activity on activity_desk (activity_id);

-- One secret address per person, for the calendar of a phone; only its hash is kept.
create table calendar_feed (
    account_id   uuid        primary key references account,
    secret_hash  bytea       not null unique,
    created_at   timestamptz not null
);
