-- A code on paper that lets its bearer choose a PIN, once. Only its hash is kept: a lost card is replaced, not looked up.
create table login_card (
    id            uuid primary key,
    account_id    uuid        not null references account,
    code_hash     bytea       not null unique,
    issued_at     timestamptz not null,
    issued_by     uuid        not null references account,
    expires_at    timestamptz not null,
    used_at       timestamptz,
    withdrawn_at  timestamptz
);
create index login_card_account on login_card (account_id);
create index login_card_issued_by on login_card (issued_by);
create unique index login_card_one_open on login_card (account_id) where used_at is null and withdrawn_at is null;
