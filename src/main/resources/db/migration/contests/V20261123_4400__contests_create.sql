-- Questions, each of a place or of nobody in particular. Its topic is one of the topics of visits: a new one is a row.
create table quiz_question (
    id           uuid        primary key,
    version      int         not null default 0,
    unit_id      bigint      references unit,
    topic        text        not null references topic,
    kind         text        not null check (kind in ('SINGLE', 'SEVERAL', 'TRUE_FALSE')),
    text         text        not null,
    explanation  text        not null,
    source       text,
    study        boolean     not null,
    retired_at   timestamptz,
    created_by   uuid        references account,
    created_at   timestamptz not null
);
comment on column quiz_question.unit_id is 'whose it is; null = shipped, for everybody';
comment on column quiz_question.explanation is 'shown once somebody has answered; may be empty';
comment on column quiz_question.study is 'may be learned with by everybody, except while a contest that asks it is open';
create index quiz_question_unit on quiz_question (unit_id);
create index quiz_question_topic on quiz_question (topic);
create index quiz_question_created_by on quiz_question (created_by);

create table quiz_choice (
    question_id  uuid    not null references quiz_question on delete cascade,
    position     int     not null check (position between 1 and 6),
    text         text    not null,
    correct      boolean not null,
    primary key (question_id, position)
);

create table contest (
    id           uuid        primary key,
    version      int         not null default 0,
    code         text        not null unique,
    unit_id      bigint      references unit,
    team_id      bigint      references team,
    name         text        not null,
    note         text,
    first_day    date        not null,
    last_day     date        not null,
    entrants     text        not null check (entrants in ('ANYONE', 'MEMBERS')),
    sides        text        not null check (sides in ('PERSONS', 'TEAMS')),
    full_names   boolean     not null,
    names_shown  boolean     not null,
    phones       boolean     not null,
    seed         bigint      not null,
    state        text        not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    created_by   uuid        references account,
    created_at   timestamptz not null,
    opened_at    timestamptz,
    closed_at    timestamptz,
    constraint contest_place check ((unit_id is null) <> (team_id is null)),
    constraint contest_days check (first_day <= last_day),
    constraint contest_names check (full_names or not names_shown)
);
comment on column contest.code is 'six digits, by which one joins';
comment on column contest.names_shown is 'full names stand on the screen; entrants were told so before they entered';
comment on column contest.phones is 'a phone number is asked for, of which only a keyed hash is kept';
comment on column contest.seed is 'of the draw and of every player''s own order of questions';
create index contest_unit on contest (unit_id);
create index contest_team on contest (team_id);
create index contest_created_by on contest (created_by);

create table contest_round (
    id          uuid        primary key,
    contest_id  uuid        not null references contest,
    position    int         not null,
    name        text        not null,
    seconds     int         not null check (seconds between 5 and 600),
    minutes     int         check (minutes between 1 and 20160),
    points      int         not null check (points between 1 and 1000),
    started_at  timestamptz,
    ended_at    timestamptz,
    constraint contest_round_position unique (contest_id, position),
    constraint contest_round_ends check (ended_at is null or started_at <= ended_at)
);
comment on column contest_round.seconds is 'for each question, from when it was handed out';
comment on column contest_round.minutes is 'of the whole round; null = until it is ended by hand';
comment on column contest_round.points is 'for each right answer';

create table contest_question (
    round_id       uuid        not null references contest_round,
    question_id    uuid        not null references quiz_question,
    annulled_at    timestamptz,
    annul_reason   text,
    primary key (round_id, question_id),
    constraint contest_question_annulled check ((annulled_at is null) = (annul_reason is null))
);
comment on column contest_question.annulled_at is 'counts for nobody any more';
create index contest_question_question on contest_question (question_id);

create table contest_entry (
    id              uuid        primary key,
    contest_id      uuid        not null references contest,
    nickname        text        not null,
    nickname_key    text        not null,
    full_name       text,
    account_id      uuid        references account,
    team_id         bigint      references team,
    device          bytea       not null,
    phone           bytea,
    entered_at      timestamptz not null,
    removed_at      timestamptz,
    removal_reason  text,
    constraint contest_entry_removed check ((removed_at is null) = (removal_reason is null)),
    constraint contest_entry_device unique (contest_id, device),
    constraint contest_entry_account unique (contest_id, account_id),
    constraint contest_entry_phone unique (contest_id, phone),
    constraint contest_entry_team unique (contest_id, team_id),
    constraint contest_entry_nickname unique (contest_id, nickname_key)
);
comment on column contest_entry.device is 'keyed hash of contest and browser: two contests cannot be put together by it';
comment on column contest_entry.phone is 'keyed hash of contest and number; the number itself is not kept';
create index contest_entry_account_fk on contest_entry (account_id);
create index contest_entry_team_fk on contest_entry (team_id);

create table contest_answer (
    entry_id     uuid        not null references contest_entry,
    round_id     uuid        not null,
    question_id  uuid        not null,
    handed_at    timestamptz not null,
    answered_at  timestamptz,
    picked       int[],
    correct      boolean     not null default false,
    late         boolean     not null default false,
    millis       int,
    primary key (entry_id, round_id, question_id),
    constraint contest_answer_question foreign key (round_id, question_id) references contest_question,
    constraint contest_answer_picked check ((answered_at is null) = (picked is null) and (answered_at is null) = (millis is null)),
    constraint contest_answer_late check (not (late and correct))
);
comment on column contest_answer.handed_at is 'when the server gave the question to this player';
comment on column contest_answer.millis is 'from handed_at on, at most the time allowed';
create index contest_answer_question on contest_answer (round_id, question_id);

-- Votes of an assembly, counted twice by two persons from the same papers.
create table ballot (
    id            uuid        primary key,
    version       int         not null default 0,
    unit_id       bigint      references unit,
    team_id       bigint      references team,
    title         text        not null,
    note          text,
    held_on       date        not null,
    most          int         not null check (most between 1 and 20),
    state         text        not null check (state in ('COUNTING', 'SEALED', 'CANCELLED')),
    attempt       int         not null default 1,
    handed_out    int,
    valid         int,
    invalid       int,
    sealed_at     timestamptz,
    cancel_reason text,
    created_by    uuid        references account,
    created_at    timestamptz not null,
    constraint ballot_place check ((unit_id is null) <> (team_id is null)),
    constraint ballot_sealed check ((state = 'SEALED') = (sealed_at is not null) and (state = 'SEALED') = (valid is not null)
                                    and (valid is null) = (invalid is null) and (valid is null) = (handed_out is null))
);
comment on column ballot.most is 'how many a ballot may choose; 1 = the votes add up to the valid ballots';
comment on column ballot.attempt is 'goes up each time two counts differ; both count again';
create index ballot_unit on ballot (unit_id);
create index ballot_team on ballot (team_id);
create index ballot_created_by on ballot (created_by);

create table ballot_option (
    ballot_id  uuid not null references ballot,
    position   int  not null,
    name       text not null,
    votes      int  check (votes >= 0),
    primary key (ballot_id, position)
);
comment on column ballot_option.votes is 'null until two counts agree';

create table ballot_count (
    ballot_id   uuid        not null references ballot,
    attempt     int         not null,
    account_id  uuid        not null references account,
    handed_out  int         not null check (handed_out >= 0),
    valid       int         not null check (valid >= 0),
    invalid     int         not null check (invalid >= 0),
    votes       int[]       not null,
    entered_at  timestamptz not null,
    primary key (ballot_id, attempt, account_id),
    constraint ballot_count_papers check (valid + invalid <= handed_out)
);
comment on column ballot_count.votes is 'in the order of the options';
create index ballot_count_account on ballot_count (account_id);
