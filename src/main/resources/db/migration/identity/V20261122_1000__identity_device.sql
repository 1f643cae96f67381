-- The phones an account works on. The id is made by the phone; one row per account that used it.
create table device (
    account_id        uuid        not null references account,
    id                uuid        not null,
    browser           text,
    system            text,
    first_seen_at     timestamptz not null,
    last_seen_at      timestamptz not null,
    unsent            int         not null default 0 check (unsent >= 0),
    oldest_unsent_at  timestamptz,
    release           text,
    login_series      text,
    revoked_at        timestamptz,
    revoked_by        uuid references account,
    told_at           timestamptz,
    primary key (account_id, id)
);
comment on column device.unsent is 'pieces of this account''s work the phone said it still keeps';
comment on column device.oldest_unsent_at is 'when the oldest of them was stored, by the phone''s clock';
comment on column device.login_series is 'the remembered login of that browser when last seen, to be ended with it';
comment on column device.told_at is 'when the phone first heard that it was cut off; until then it can be undone';
create index device_id on device (id, last_seen_at);
create index device_revoked_by on device (revoked_by);
