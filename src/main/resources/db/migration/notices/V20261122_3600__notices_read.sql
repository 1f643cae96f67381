-- What an account has read in its inbox. The notices themselves are not stored: they are told anew each time.
create table notice_read (
    account_id uuid        not null references account,
    key        text        not null,
    read_at    timestamptz not null,
    primary key (account_id, key)
);
create index notice_read_read_at on notice_read (read_at);
